// Package print makes a guide's paper: handouts of essays, worksheets to fill in, decks to cut, and the whole guide as a book.
//
// In comes a planned site and an [Edition]: how the paper is to look, and whose practice it names. Out come finished PDF files,
// or problems: a card whose words do not fit, a letter that no font has, a picture that paper cannot show. What an entry says is
// taken from the same views that web pages are made of, so paper and screen cannot disagree. Nothing is read from the disk, the
// clock or the environment, and the same guide and edition give the same bytes.
//
// A [Press] lists what it can make as [Piece]s; each is made on its own, by any number of goroutines at once.
package print

import (
	"fmt"
	"strings"
	"time"

	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/pdf"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/source"
	"github.com/amends-guide/amends/internal/typeset"
)

// An Edition says how paper is to look. The zero Edition is A4, in regular print, with fields one can type in and with sources.
type Edition struct {
	Letter    bool // US Letter instead of A4
	Large     bool // large print: nothing below 16 points, without italics
	Flat      bool // without fields one can type in
	NoSources bool
	Practice  Practice
	Cut       Cut
	Cards     []*guide.Card // in handouts of essays, in place of the essay's own unless it is nil
	Fonts     []Font
	title     string    // over that of each piece
	Date      time.Time // zero: each file is as old as the newest words in it
}

// A Practice is who hands the paper out. Empty fields are left out.
type Practice struct {
	Name, Phone string
	Logo        *pdf.Image
}

// A Piece is one file that can be made.
type Piece struct {
	Path  string // "essays/coming-back.pdf", behind the folder of its language where that is not the guide's own
	Title string
	aside bool           // for whoever prints; sites do not offer it
	shows []*guide.Entry // whose pages' sums name all that is in it
	fonts []Font
	set   func() job
}

// piece is a piece by its path without .pdf.
func (p *Press) piece(path, title string, shows []*guide.Entry, set func() job) Piece {
	return Piece{Path: path + ".pdf", Title: title, shows: shows, fonts: p.edition.Fonts, set: set}
}

// A job is a document ready to be set, and whose words are in it.
type job struct {
	doc      *typeset.Document
	entries  []*guide.Entry
	problems []report.Problem
	tell     func(typeset.Overflow) report.Problem // where text has to fit
}

// A Press makes the pieces of one edition. It may be used by any number of goroutines.
type Press struct {
	site    *site.Site
	edition Edition
	look    *look
	pages   map[string]*site.Page // by address
	files   map[string]output.File
}

// New prepares an edition of a site.
func New(s *site.Site, e Edition) *Press {
	p := &Press{
		site: s, edition: e, look: newLook(e),
		pages: make(map[string]*site.Page, len(s.Pages)),
		files: make(map[string]output.File, len(s.Files)),
	}
	for _, page := range s.Pages {
		p.pages[page.Path] = page
	}
	for _, f := range s.Files {
		p.files["/"+f.Path] = f
	}
	return p
}

// Make sets the piece. While a problem is an error the file is not fit for use. The error is a fault of ours or of a picture's
// file.
func (p Piece) Make() (output.File, []report.Problem, error) {
	j := p.set()
	result, err := j.doc.Set()
	for _, font := range p.fonts {
		if fault := font.Fault(err); fault != nil {
			return output.File{}, append(j.problems, font.problem(fault)), nil
		}
	}
	if err != nil {
		return output.File{}, j.problems, fmt.Errorf("set %s: %w", p.Path, err)
	}
	problems := append(j.problems, j.missing(result.Missing)...)
	for _, over := range result.Overflow {
		problems = append(problems, j.tell(over))
	}
	return output.NewFile(p.Path, result.File, "print"), report.Sort(problems), nil
}

// language is the guide's language of that tag.
func (p *Press) language(tag string) *config.Language {
	languages := p.site.Config.Languages
	for i := range languages {
		if languages[i].Tag == tag {
			return &languages[i]
		}
	}
	return &languages[0]
}

// folder is where the files of a language lie: "" or "de/".
func (p *Press) folder(tag string) string {
	if tag == p.site.Config.Languages[0].Tag {
		return ""
	}
	return strings.ToLower(tag) + "/"
}

// view is what the entry's page shows.
func (p *Press) view(e *guide.Entry) any { return p.pages[p.site.Address(e)].View() }

// pageSum names all that the entry's page shows.
func (p *Press) pageSum(e *guide.Entry) source.Sum {
	sum, _ := p.pages[p.site.Address(e)].Sum()
	return sum
}

// date is the day a file of those entries is of.
func (p *Press) date(entries ...*guide.Entry) time.Time {
	if !p.edition.Date.IsZero() {
		return p.edition.Date
	}
	var newest time.Time
	for _, e := range entries {
		if day, err := time.Parse(time.DateOnly, e.Facts.Updated.String()); err == nil && day.After(newest) {
			newest = day
		}
	}
	return newest
}
