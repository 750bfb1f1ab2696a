package typeset

import (
	"strings"

	"github.com/amends-guide/amends/internal/pdf"
)

// Text is what stands in a paragraph, from its first word to its last.
type Text []Span

// A Span is a stretch of text that looks and acts alike. A line feed in it starts a new line.
//
// At most one of Note, PageOf and Blank may be set; Text is then empty, but for Blank.
type Span struct {
	Text                            string
	Bold, Italic, Underline, Strike bool
	Raised                          bool       // small and above the line, as in 1st
	Color                           *pdf.Color // nil: the style's
	Lang                            string     // BCP 47; "": the paragraph's
	Link                            string     // an address outside
	Dest                            string     // or a destination in this document: the ID of a block; if there is none the words are plain
	Note                            *Note      // a footnote is called here
	PageOf                          string     // the number of the page on which a destination stands, and a link to it; nothing if there is none
	Blank                           float64    // a rule to write on, this many ems long; Text says what belongs there, and is read aloud
}

// A Note is a footnote. It stands at the foot of the page that calls it, in the flow's [Page.Note] style.
type Note struct {
	Mark   string // "1", "*"
	Blocks []Block
}

// Words is a text without any marks.
func Words(s string) Text { return Text{{Text: s}} }

// String is the text as it is read, without marks and notes.
func (t Text) String() string {
	var b strings.Builder
	for _, s := range t {
		b.WriteString(s.Text)
	}
	return b.String()
}
