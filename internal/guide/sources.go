package guide

import (
	"cmp"
	"slices"
	"strings"

	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/source"
)

// A Source is one work in sources.toml.
type Source struct {
	ID         string     `toml:"-"`
	Authors    []string   `toml:"authors" need:"yes" about:"in order, given name first"`
	Year       int        `toml:"year" need:"yes" range:"1800-2100" about:"year it appeared"`
	Title      string     `toml:"title" need:"yes" about:"title of the work"`
	Container  string     `toml:"container" need:"yes" about:"journal, or publisher of a book"`
	Volume     string     `toml:"volume" about:"volume of the journal"`
	Issue      string     `toml:"issue" about:"issue of the volume"`
	Pages      string     `toml:"pages" about:"first and last page"`
	DOI        string     `toml:"doi" about:"digital object identifier, without https://doi.org/"`
	ISBN       string     `toml:"isbn" about:"of a book"`
	URL        string     `toml:"url" about:"official address, where there is no doi"`
	Kind       string     `toml:"kind" need:"yes" in:"source-kind" about:"what sort of work it is"`
	Claim      string     `toml:"claim" need:"yes" about:"what we take from it, in our words, at most 30 words"`
	Figure     string     `toml:"figure" about:"the one number we print"`
	Population string     `toml:"population" need:"yes" about:"who was studied"`
	Design     string     `toml:"design" need:"yes" about:"how"`
	Confidence string     `toml:"confidence" need:"yes" in:"confidence" about:"how sure we are"`
	Caveat     string     `toml:"caveat" about:"what it does not show"`
	Misquote   string     `toml:"misquote" about:"what is often wrongly made of it"`
	VerifiedOn facts.Date `toml:"verified_on" about:"day we checked it against the published text"`

	CitedBy []*Entry `toml:"-"` // derived
}

// Sources is content/sources.toml, read. It is frozen.
type Sources struct {
	list  []Source // by first author, year, id
	table *facts.Table
}

// longestClaim, in words, keeps a claim one sentence that can be checked.
const longestClaim = 30

// ReadSources reads content/sources.toml: one table for each source, named by its id.
func ReadSources(f source.File, words facts.Words) (*Sources, []report.Problem) {
	table, problems := facts.Parse(f.Path, string(f.Data), 1)
	s := &Sources{table: table}
	for _, id := range table.Keys() {
		for _, one := range table.Tables(id) {
			read := Source{ID: id}
			problems = append(problems, one.Decode(&read, words, nil)...)
			if n := countWords(read.Claim); n > longestClaim {
				problems = append(problems, report.New("too-many-words", one.Pos("claim"), "the claim has %d words; %d is the most", n, longestClaim).
					Hinted("leave out "+counted(n-longestClaim, "word")))
			}
			s.list = append(s.list, read)
		}
	}
	slices.SortFunc(s.list, func(a, b Source) int {
		return cmp.Or(strings.Compare(a.familyName(), b.familyName()), cmp.Compare(a.Year, b.Year), strings.Compare(a.ID, b.ID))
	})
	return s, problems
}

// familyName is the last word of the first author's name, as it is sorted.
func (s *Source) familyName() string {
	if len(s.Authors) == 0 {
		return ""
	}
	names := strings.Fields(s.Authors[0])
	if len(names) == 0 {
		return ""
	}
	return strings.ToLower(names[len(names)-1])
}
