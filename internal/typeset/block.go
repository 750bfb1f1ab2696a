package typeset

import "github.com/amends-guide/amends/internal/pdf"

// A Block is a part of a flow or a box: [Paragraph], [Heading], [Group], [List], [Definitions], [Table], [Figure], [Contents], [Sides],
// [Rule], [Space], [NewPage], or a field: [WritingLines], [WritingBox], [Choices], [Scale]. Blocks are read, never changed, and may be set as often
// as one likes.
type Block interface{ set(s *setter) }

// A Paragraph is a text. It breaks over pages with at least two lines on either side.
type Paragraph struct {
	Style        *Style
	Text         Text
	Lang         string   // BCP 47; "": that of what it stands in
	ID           string   // a destination for links; "": none
	Role         pdf.Role // "": P
	KeepWithNext bool     // the page does not end after it
}

// A Heading stands on one page with the beginning of what follows.
type Heading struct {
	Level   int // 1 to 6, as it is tagged
	Style   *Style
	Text    Text
	Lang    string
	ID      string // a destination; where it is empty but Outline is not 0, one is made up
	Outline int    // its level in the outline, from 1; 0: it is not in it
	Running bool   // it is the title of the pages that follow: [Folio.Title]
}

// A Group is blocks that belong together.
type Group struct {
	Role   pdf.Role // Sect, BlockQuote, Div …; "": the group is not tagged
	Lang   string
	ID     string
	Whole  bool   // it stands on one page, if one page can hold it
	Frame  *Frame // around it; nil: none
	Blocks []Block
}

// A Frame is what is drawn around or beside a group, and the room that takes. Where a page ends within the group, the frame goes on
// on the next.
type Frame struct {
	Before, After           float64 // space above and below
	Top, Bottom, Start, End float64 // from the frame's edges to the blocks
	Fill                    *pdf.Color
	Border, Bar             float64 // widths of a line around, and of one along the start edge; 0: none
	Line                    pdf.Color
	Radius                  float64 // of the corners
}

// A List is items, each with a label before it.
type List struct {
	Ordered       bool
	Start         int     // the first number; 0 is 1
	Style         *Style  // of the labels; its Before and After are those of the list
	Indent        float64 // from the start edge to the text of the items
	Gap           float64 // between items
	Items         []Item
	Bullet        string // of items without order; "": •
	NumberAfter   string // behind a number; "": a full stop
	LabelsAtStart bool   // labels stand at the start edge, not right before the text
}

// An Item is one item of a list.
type Item struct {
	Box    Tick // instead of a bullet or number
	Blocks []Block
}

// A Tick is a box drawn before an item.
type Tick uint8

// Boxes of items.
const (
	NoBox Tick = iota
	EmptyBox
	TickedBox
)

// Definitions is terms, each with what it means below it.
type Definitions struct {
	Style  *Style  // of the terms; its Before and After are those of the list
	Indent float64 // of the meanings
	Gap    float64 // between one meaning and the next term
	Items  []Definition
}

// A Definition is one term and what it means.
type Definition struct {
	ID     string
	Term   Text
	Blocks []Block
}

// A Figure is a picture, as wide as Width says but never larger than the room there is.
type Figure struct {
	Image         *pdf.Image
	Drawing       []Ink   // if there is no Image; in points from the figure's lower left corner, Width × Height large
	Width, Height float64 // Height 0: in proportion. Both 0: one point for each dot, the Image's own size at 72 dpi
	Alt           string  // what it shows, in words; "": it is decoration, and screen readers leave it out
	Align         Align   // Start, Center or End
	Before, After float64
	Caption       []Block // below, on the same page
}

// Ink is a path that is filled, stroked, or both.
type Ink struct {
	Path pdf.Path
	Fill *pdf.Color
	Pen  *pdf.Pen
}

// A Rule is a line across.
type Rule struct {
	Width         float64 // its thickness
	Length        float64 // 0: the whole measure
	Color         pdf.Color
	Align         Align
	Before, After float64
}

// Space is empty room, which is not dropped at the head of a page.
type Space struct{ Height float64 }

// NewPage ends the page. In a box it does nothing.
type NewPage struct {
	Odd bool // the next is an odd page, if need be after an empty one
}

// Sides is a line with one text at its start and another at its end; if both are too long for one line, each has its own.
type Sides struct {
	Style      *Style
	Start, End Text
}

// Contents is a table of contents or an index: lines that lead to destinations and end with the numbers of their pages.
type Contents struct {
	Role    pdf.Role // TOC or Index
	Entries []ContentsEntry
}

// A ContentsEntry is one line of a table of contents.
type ContentsEntry struct {
	Style  *Style
	Indent float64
	Text   Text
	Dest   string // "": the line has no page number and leads nowhere
}
