package config

import (
	"slices"
	"strconv"
	"strings"

	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/report"
)

// Print is how a guide is put on paper. Whoever prints may say otherwise on the command line.
type Print struct {
	Downloads  []string `toml:"downloads" about:"what the site offers as PDF beside its pages: essays, worksheets, decks, book"`
	Paper      string   `toml:"paper" default:"a4" about:"a4 or letter"`
	Practice   string   `toml:"practice" max:"60" about:"the name of the practice that hands the paper out"`
	Phone      string   `toml:"phone" max:"30" about:"its telephone number"`
	Logo       string   `toml:"logo" about:"its logo: a JPEG or PNG under theme/print/, by its path from the guide's folder"`
	Fonts      []string `toml:"fonts" about:"fonts for letters that the program's own do not have: TTF or OTF files under theme/print/, by their paths from the guide's folder, asked in this order"`
	Sheet      string   `toml:"sheet" about:"the sheet that decks are printed on; without it, poker cards on plain paper"`
	Flip       string   `toml:"flip" default:"long" about:"how backs come behind fronts: long, short, apart, fold or none; see docs/printing.md"`
	BackOffset string   `toml:"back_offset" about:"millimetres by which backs are to be moved right and down, such as \"0.5 -1\"; the calibration page shows them"`

	Pos map[string]report.Pos // where sheet, back_offset, logo and each of the fonts ("fonts[0]") stand, if they do
}

// Downloads are what [Print.Downloads] may name, Papers and Flips what Paper and Flip may.
var (
	Downloads = []string{"essays", "worksheets", "decks", "book"}
	Papers    = []string{"a4", "letter"}
	Flips     = []string{"long", "short", "apart", "fold", "none"}
)

// Files are the files of the site that only paper needs.
func (p *Print) Files() []string {
	files := slices.Clone(p.Fonts)
	if p.Logo != "" {
		files = append(files, p.Logo)
	}
	return files
}

// positions notes where the settings stand, for whoever finds that one cannot be used.
func (p *Print) positions(front *facts.Table) {
	for key, value := range map[string]string{"sheet": p.Sheet, "back_offset": p.BackOffset, "logo": p.Logo} {
		if value != "" {
			p.note(key, front.Pos("print", key))
		}
	}
	for i := range p.Fonts {
		index := "[" + strconv.Itoa(i) + "]"
		p.note("fonts"+index, front.Pos("print", "fonts", index))
	}
}

func (p *Print) note(key string, pos report.Pos) {
	if p.Pos == nil {
		p.Pos = map[string]report.Pos{}
	}
	p.Pos[key] = pos
}

// checkPrint tells words of [print] that mean nothing.
func (c *Config) checkPrint(front *facts.Table) (problems []report.Problem) {
	c.Print.positions(front)
	check := func(key, value string, may []string) {
		if value != "" && !slices.Contains(may, value) {
			p := report.New("wrong-type", front.Pos("print", key), "%q is no value for %s", value, key).Noted("it may be " + strings.Join(may, ", "))
			if near := report.Nearest(value, may); near != "" {
				p = p.Hinted("did you mean \"" + near + "\"?")
			}
			problems = append(problems, p)
		}
	}
	for _, name := range c.Print.Downloads {
		check("downloads", name, Downloads)
	}
	check("paper", c.Print.Paper, Papers)
	check("flip", c.Print.Flip, Flips)
	return problems
}
