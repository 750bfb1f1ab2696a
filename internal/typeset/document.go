package typeset

import "github.com/amends-guide/amends/internal/pdf"

// A Document is all that goes into one file. It is read, never changed.
type Document struct {
	Info     pdf.Info
	Parts    []Part
	Fillable bool    // fields can be typed in
	Typing   float64 // the size of what is typed, in points; 0: 11
	Shapes   *Shapes // what was shaped already, which is only read; nil: nothing
}

// A Part is a [Flow] or a [Sheet].
type Part interface{ lay(*layout) }

// A Flow is blocks that run over as many pages as they need.
type Flow struct {
	Page   Page
	Blocks []Block

	// How its pages are numbered: in which style, and from which number; First 0 goes on from the part before.
	Numbers pdf.PageNumbers
	First   int
}

// A Page is what all pages of a flow have in common. Lengths are points.
type Page struct {
	Width, Height float64

	// The margins: outside of them is no ink. Start is the left in a left-to-right document, where holes are punched.
	Top, Bottom, Start, End float64
	Facing                  bool // Start and End change places on even pages, so that Start is always where the sheets are bound

	// What stands at the top and foot of each page, outside of the text that is read aloud, and how far from what flows
	// between. They may depend on nothing but the Folio.
	Head, Foot       func(Folio) []Block
	HeadGap, FootGap float64

	// How footnotes look: the style of their marks, and how far their text is indented. Nil: as the
	// text that calls them.
	Note       *Style
	NoteIndent float64
}

// A Folio is what a page knows of its place.
type Folio struct {
	Number int    // of the page in the document, from 1
	Total  int    // pages in the document
	Label  string // the number as the flow numbers its pages: "iv"
	Title  string // the first Running heading on the page, or else the last one before
}

// A Sheet is one page on which everything has its place.
type Sheet struct {
	Width, Height float64
	Boxes         []Box
	Marks         []Ink    // crop marks and other decoration, in points from the lower left corner of the page
	Trim, Bleed   pdf.Rect // both empty: the whole page
}

// A Box is a place on a sheet, in points from its upper left corner, and the blocks that fill it.
type Box struct {
	X, Y, Width, Height float64
	Turn                Turn // of what is in the box; the place stays
	Middle              bool // the blocks stand in the middle of its height, not at its top
	Blocks              []Block
	Section             *Section
	Lang                string
	Name                string // for [Overflow]
}

// A Turn is how many quarters of a circle something is turned, clockwise: 0 to 3.
type Turn int

// A Section joins boxes on any sheets into one part of the text, in the order in which they stand: a card, front then back. Nil is a
// section of its own.
type Section struct {
	Title string
	Lang  string
}

// A Result is a finished file and what there is to say about it.
type Result struct {
	File     []byte
	Pages    int
	Places   map[string]int // on which page each destination stands, from 1
	Missing  []Missing      // in order, each rune once for each text
	Overflow []Overflow
	Faults   error // what keeps the file from being PDF/UA-1; nil: it says that it is
}

// An Overflow is a box whose blocks do not fit. It shows those that do, so the file is not fit for use.
type Overflow struct {
	Name  string
	Lines int // how many lines too many, at least 1
}
