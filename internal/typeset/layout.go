package typeset

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/amends-guide/amends/internal/pdf"
)

// A layout is one try at setting a document. What it must know of its own outcome, such as the numbers of pages that a text names, it
// takes from the try before.
type layout struct {
	doc        *Document
	known, now outcome
	asked      bool // something depends on what is known
	pages      []page
	next       int     // number of the next page, as it is printed
	flow       *Page   // of the flow at hand
	width      float64 // of its measure
	noted      map[*Note]bool
	sections   map[*Section]*node
	named      int // headings that had no name
	missing    []Missing
	over       []Overflow
	shapes     *Shapes
	dry        bool   // it is only tried what fits
	slabs      []slab // of what was tried last, to be used again
}

// An outcome is what texts may say of the pages they end up on.
type outcome struct {
	labels map[string]string // destination → number of its page, as it is printed
	total  int
}

// A page is one that waits for being painted.
type page struct {
	pageSize
	paint func(l *layout, p *painter)
}

type pageSize struct {
	width, height float64
	trim, bleed   pdf.Rect
	numbers       pdf.PageNumbers
	first         int // the number it starts to count from; 0: it goes on
}

func newLayout(d *Document, known outcome, shapes *Shapes) *layout {
	return &layout{doc: d, shapes: shapes, known: known, now: outcome{labels: map[string]string{}}, noted: map[*Note]bool{}, sections: map[*Section]*node{}, next: 1}
}

// Set sets the document. The error is a fault of the caller, a font or a picture: nothing an author wrote makes it fail.
func (d *Document) Set() (*Result, error) { return d.layout(&Shapes{base: d.Shapes}).result() }

// Pages is how many pages the document takes. It is found out without drawing any.
func (d *Document) Pages() int { return len(d.layout(&Shapes{base: d.Shapes}).pages) }

// layout lays the document out, again until what it says of its own pages is true.
func (d *Document) layout(shapes *Shapes) (l *layout) {
	known := outcome{total: 10}
	for range 5 { // numbers of other lengths may move what they number; a cycle would never settle
		l = newLayout(d, known, shapes)
		for _, part := range d.Parts {
			part.lay(l)
		}
		l.now.total = len(l.pages)
		if l.settled() {
			break
		}
		known = l.now
	}
	return l
}

// settled says whether what was known is what came out.
func (l *layout) settled() bool {
	if len(strconv.Itoa(l.now.total)) > len(strconv.Itoa(l.known.total)) {
		return false
	}
	return !l.asked || maps.Equal(l.known.labels, l.now.labels)
}

// pageOf is the printed number of a destination's page, as far as it is known.
func (l *layout) pageOf(dest string) string {
	l.asked = true
	return l.known.labels[dest]
}

// label notes on which page a destination stands first.
func (l *layout) label(dest, page string) {
	if _, twice := l.now.labels[dest]; !twice {
		l.now.labels[dest] = page
	}
}

// lacks notes what no face has, each rune once for each text.
func (l *layout) lacks(missing []Missing) {
	for _, m := range missing {
		if !slices.Contains(l.missing, m) {
			l.missing = append(l.missing, m)
		}
	}
}

// result paints all pages.
func (l *layout) result() (*Result, error) {
	doc := pdf.New(l.doc.Info)
	p := &painter{layout: l, doc: doc, fillable: l.doc.Fillable, places: map[string]int{}, radios: map[string]*pdf.Radio{}}
	for _, page := range l.pages {
		p.page, p.height = doc.AddPage(page.width, page.height), page.height
		p.page.Trim, p.page.Bleed = page.trim, page.bleed
		if page.first > 0 {
			p.page.Label(pageNumbers(page.numbers), "", page.first)
		}
		page.paint(l, p)
		p.endPage()
	}
	file, err := doc.Bytes()
	if err != nil {
		return nil, fmt.Errorf("setting %q: %w", l.doc.Info.Title, err)
	}
	return &Result{File: file, Pages: len(l.pages), Places: p.places, Missing: l.missing, Overflow: l.over, Faults: doc.Verify()}, nil
}

// pageNumbers are arabic unless they are said to be something else.
func pageNumbers(style pdf.PageNumbers) pdf.PageNumbers {
	if style == pdf.NoNumbers {
		return pdf.ArabicNumbers
	}
	return style
}
