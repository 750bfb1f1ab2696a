package print

import (
	"cmp"
	"context"
	"crypto/sha256"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/pdf"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/source"
)

// Configured is the edition that config.toml asks for.
func Configured(c *config.Config, files *source.Files) (e Edition, problems []report.Problem) {
	tell := func(hint, format string, args ...any) {
		problems = append(problems, report.New("print-setting", report.Pos{File: config.File}, format, args...).Hinted(hint))
	}
	p := c.Print
	e = Edition{
		Letter: p.Paper == "letter", Practice: Practice{Name: p.Practice, Phone: p.Phone},
		Cut: Cut{Stock: p.Sheet, Flip: Flip(p.Flip)},
	}
	stock, near, ok := StockNamed(p.Sheet)
	switch {
	case p.Sheet != "" && !ok:
		e.Cut.Stock = ""
		tell(cmp.Or(quoted("did you mean %q?", near), "the sheets are in docs/printing.md"), "there is no sheet %q", p.Sheet)
	case stock.Perforated && e.Cut.Flip == Fold:
		tell(`write flip = "long"`, "the sheet %q parts into single cards, so nothing on it can be folded", p.Sheet)
	}
	if err := e.Cut.Offset(p.BackOffset); err != nil {
		tell(`write it like "0.5 -1"`, "back_offset cannot be %q: %v", p.BackOffset, err)
	}
	if p.Logo != "" {
		file, ok := files.Get(p.Logo)
		var err error
		if !ok {
			tell("put it under theme/ or content/, and write its path from the guide's folder", "there is no picture %q for the logo", p.Logo)
		} else if e.Practice.Logo, err = pdf.ParseImage(file.Data); err != nil {
			tell("save it as JPEG or PNG", "the logo %q cannot be used: %v", p.Logo, err)
		}
	}
	return e, problems
}

func quoted(format, word string) string {
	if word == "" {
		return ""
	}
	return fmt.Sprintf(format, word)
}

// Offset reads how far backs are moved: millimetres to the right and down, "0.5 -1". The empty text moves nothing.
func (c *Cut) Offset(text string) error {
	if text == "" {
		return nil
	}
	if n, err := fmt.Sscanf(text, "%g %g", &c.DX, &c.DY); n != 2 || err != nil {
		return fmt.Errorf("it is not two numbers")
	}
	if most := 10.0; !(max(c.DX, -c.DX, c.DY, -c.DY) <= most) {
		return fmt.Errorf("no printer is more than %g mm out", most)
	}
	return nil
}

// A Memo keeps the files of the last site, so that a piece is set again only when something in it has changed. The zero Memo is
// ready to use, by one goroutine at a time.
type Memo struct{ last map[string]kept }

// A kept file, and the sum of all that it shows.
type kept struct {
	sum      [32]byte
	file     output.File
	problems []report.Problem
}

// Downloads are the pieces that the site offers, below print/.
func Downloads(ctx context.Context, s *site.Site, files *source.Files, memo *Memo) ([]output.File, []report.Problem, error) {
	offered := s.Config.Print.Downloads
	if len(offered) == 0 {
		return nil, nil, nil
	}
	edition, problems := Configured(s.Config, files)
	if report.Errors(problems) > 0 {
		return nil, problems, nil
	}
	p := New(s, edition)
	logo, _ := files.Get(s.Config.Print.Logo)
	next := map[string]kept{}
	var fresh []Piece
	var sums [][32]byte
	for _, piece := range p.Pieces() {
		if !piece.among(offered) {
			continue
		}
		piece.Path = "print/" + piece.Path
		sum := p.sum(piece, logo.Sum)
		if known, ok := memo.last[piece.Path]; ok && known.sum == sum {
			next[piece.Path] = known
			continue
		}
		fresh, sums = append(fresh, piece), append(sums, sum)
	}
	made, found, err := all(ctx, fresh)
	if err != nil {
		return nil, nil, err
	}
	for i, file := range made {
		next[fresh[i].Path] = kept{sums[i], file, found[i]}
	}
	memo.last = next
	var finished []output.File
	for _, k := range next {
		finished, problems = append(finished, k.file), append(problems, k.problems...)
	}
	slices.SortFunc(finished, func(a, b output.File) int { return cmp.Compare(a.Path, b.Path) })
	return finished, report.Sort(problems), nil
}

// among says whether the piece is of a kind that is offered: its folder, or "book". Notes to worksheets are for therapists, who print
// them with the program.
func (p Piece) among(offered []string) bool {
	folder, name := path.Split(strings.TrimSuffix(p.Path, ".pdf"))
	if name == "book" {
		return slices.Contains(offered, name)
	}
	return !p.aside && slices.Contains(offered, path.Base(folder))
}

// sum names all that a piece shows: every page that has something of it, and the logo.
func (p *Press) sum(piece Piece, logo source.Sum) [32]byte {
	hash := sha256.New()
	hash.Write(logo[:])
	hash.Write([]byte(piece.Path))
	for _, e := range piece.shows {
		sum := p.pageSum(e)
		hash.Write(sum[:])
	}
	return [32]byte(hash.Sum(nil))
}
