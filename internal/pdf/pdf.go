// Package pdf writes PDF 1.7: pages of text, lines, pictures, links and fields one can type in, tagged throughout so that
// screen readers find the same document as eyes do.
//
// In comes what stands where: glyphs of fonts at places on pages, and the tree of elements they belong to. Out comes one file.
// Nothing is laid out here: no line is broken, no text is shaped. The same calls give the same bytes, on any machine and at
// any time; nothing reads a clock, a random number, a file or the environment.
//
//	doc := pdf.New(pdf.Info{Title: "For this week", Lang: "en", Created: day})
//	page := doc.AddPage(595.28, 841.89)
//	page.Tag(doc.Root().Add(pdf.RoleH1))
//	page.Text(72, 720, pdf.Run{Font: serif, Size: 24, Glyphs: glyphs})
//	file, err := doc.Bytes()
//
// # Units and places
//
// Lengths are points, 1/72 inch. Places are counted from the lower left corner of the page, y upwards, as in PDF itself.
// Lengths within fonts are ems: 1 is the size of the font.
//
// # Tags
//
// Whatever is drawn on a page belongs to an [Element] of the structure tree, or is decoration. [Page.Tag] and
// [Page.Artifact] say which, for all that is drawn from then on; there is nothing to close. The order of elements in the tree
// is the order in which they are read, whatever page they stand on. Where all that PDF/UA-1 asks for and a program can check
// holds, the file says that it is PDF/UA-1; [Document.Verify] lists what is missing.
//
// # Mistakes
//
// The first impossible call (a place that is no number, a Restore without Save, a link to nowhere) is kept and returned by
// [Document.Bytes]; drawing methods return nothing. Fonts and pictures come from users: [ParseFont] and the image functions
// return errors for what they cannot use, and never panic or run long, whatever the bytes.
//
// # Concurrency
//
// A [Font] and an [Image] never change and may be used by any number of documents at once. A [Document] with all that belongs
// to it is for one goroutine.
package pdf

import (
	"errors"
	"fmt"
	"time"
)

// Info is what a file says about itself. Title and Lang are needed; all else may be empty.
type Info struct {
	Title    string
	Lang     string // BCP 47, the language of all that has no other: "en", "pt-BR"
	Author   string
	Subject  string
	Keywords string
	Rights   string // the licence in one sentence
	Licence  string // the licence's address
	Creator  string // the program that made what this package wrote down

	Created time.Time // zero: the file has no date

	// What viewers should choose in their dialogue when the file is printed.
	NoScaling bool // "actual size": what must be measured or cut
	Duplex    Duplex
}

// Duplex is how both sides of the paper are printed.
type Duplex string

// Ways to print. The empty Duplex leaves it to the reader.
const (
	Simplex   Duplex = "Simplex"
	LongEdge  Duplex = "DuplexFlipLongEdge"
	ShortEdge Duplex = "DuplexFlipShortEdge"
)

// A Document is a file in the making.
type Document struct {
	info      Info
	pages     []*Page
	root      *Element
	fonts     []*usedFont
	fontOf    map[*Font]*usedFont
	xobjects  []xobject
	imageOf   map[*Image]int // index in xobjects, counted from 1
	places    map[string]place
	bookmarks []bookmark
	labels    []label
	fields    []*field
	typed     []*Font // to type in
	err       error
}

// New starts a document.
func New(info Info) *Document {
	d := &Document{info: info, fontOf: map[*Font]*usedFont{}, imageOf: map[*Image]int{}, places: map[string]place{}}
	d.root = &Element{Role: RoleDocument}
	return d
}

// Root is the element that holds all others; its role is [RoleDocument].
func (d *Document) Root() *Element { return d.root }

// Pages is the number of pages so far.
func (d *Document) Pages() int { return len(d.pages) }

// fail keeps the first mistake for Bytes.
func (d *Document) fail(format string, args ...any) {
	if d.err == nil {
		d.err = fmt.Errorf("pdf: "+format, args...)
	}
}

// Bytes returns the file. The document is not changed by it and may go on growing. The error is the first impossible call, a link or
// bookmark without destination, or a font that cannot be cut to the glyphs in use.
func (d *Document) Bytes() ([]byte, error) {
	if d.err != nil {
		return nil, d.err
	}
	if len(d.pages) == 0 {
		return nil, errors.New("pdf: a document needs a page")
	}
	return newWriter(d).write()
}
