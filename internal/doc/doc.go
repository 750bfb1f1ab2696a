// Package doc reads one Markdown file into a [Doc]: its front matter, its text as a small tree of our own, its headings,
// references, worksheet fields and footnotes, each with its place.
//
// Parse is a pure function of one file and the quotation marks of its language; it knows nothing of other files, of
// addresses or of HTML. The tree holds only what a reader may see: raw HTML, unknown schemes and the like are problems and never
// become nodes, so whoever renders the tree cannot let them through. A Doc is frozen once Parse returns.
package doc

import (
	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/source"
)

// A Doc is one Markdown file, read.
type Doc struct {
	File      string       // path from the site's root
	Sum       source.Sum   // of the file's bytes
	Front     *facts.Table // never nil
	Body      int32        // offset at which the text below the facts begins
	Nodes     []Node       // the body's blocks in order
	Sections  []Section    // the same blocks, cut at the ## headings; the first has no heading and may be empty
	Headings  []Heading    // every heading, in order
	Refs      []Ref        // everything that points somewhere, in order of place
	Fields    []Field      // worksheet fields, in order; only where the caller asked for them
	Footnotes []Footnote   // in order of first use
	Words     int          // in the body, for reading time
	source    string       // the whole file
}

// A Kind says what a Node is.
type Kind uint8

// Blocks hold blocks or inlines in Kids; what else they use is said beside each.
const (
	Paragraph   Kind = iota + 1 // Level 1 in a list without blank lines: it takes no room of its own; inlines
	HeadingNode                 // Level 2–6; Text is its id; inlines in Kids
	List                        // Level 1 if ordered; Start; Items in Kids
	Item                        // blocks in Kids
	Task                        // an Item with a check box; Level 1 if checked
	Quote                       // blocks
	Callout                     // Text is its kind in lower case ("note"); blocks
	CodeBlock                   // Text is the code; Start the height of the box that it is in a form, 0 for none, -1 for one without sense
	Table                       // Rows in Kids, the first is the head
	Row                         // Cells
	Cell                        // Level is the alignment: 0 none, 1 start, 2 centre, 3 end; inlines
	Rule                        // a thematic break
	Definitions                 // DefTerm and DefText in Kids
	DefTerm                     // inlines
	DefText                     // blocks
	FieldNode                   // Ref indexes Doc.Fields; for a fill-in table the Table is its only kid
	Embed                       // ![[card]] alone on its line; Ref indexes Doc.Refs

	Text        // Text, already with curled quotes; never HTML
	Emph        // inlines
	Strong      // inlines
	Strike      // inlines
	Code        // Text
	Link        // Ref; inlines in Kids, empty for [[id]] without words
	Image       // Ref; Text is the alternative text
	Cite        // Ref
	FootnoteRef // Ref indexes Doc.Footnotes; Level is the how-manieth reference to it, from 1
	Slot        // {name}; Text is the name
	Break       // a hard line break
)

// A Node is one piece of text. Unused fields are zero.
type Node struct {
	Kind   Kind
	Level  uint8
	Start  int32 // first number of an ordered list, or see CodeBlock
	Ref    int32
	Offset int32 // byte offset in the file
	Text   string
	Kids   []Node
}

// A Section is the part of the body under one ## heading.
type Section struct {
	Title  string // plain text of the heading; "" for the part before the first
	ID     string
	Offset int32  // of the heading's text in the file
	Nodes  []Node // without the heading
}

// A Heading is one heading of the body.
type Heading struct {
	Level    int
	ID, Text string
	Offset   int32
}

// RefKind says what a Ref points at.
type RefKind uint8

const (
	ToEntry   RefKind = iota + 1 // [[id]] or [[kind/id]]
	ToCard                       // ![[id]]
	ToSource                     // [@id]
	ToAddress                    // an address outside: https, mailto, tel, sms
	ToPath                       // a path or file inside the site, relative or from the root, as written
	ToAnchor                     // #fragment of the same entry
	ToPicture                    // a picture, path relative to the Markdown file
)

// A Ref points somewhere. Target is an id, address or path, without its fragment.
type Ref struct {
	Kind             RefKind
	Target, Fragment string
	Offset, Len      int32 // of the target as written, in bytes
}

// FieldKind says how a worksheet field is filled in.
type FieldKind string

const (
	Line   FieldKind = "line"
	Lines  FieldKind = "lines"
	Box    FieldKind = "box"
	Check  FieldKind = "check"
	Choice FieldKind = "choice"
	Scale  FieldKind = "scale"
	Grid   FieldKind = "table"
)

// A Field is one thing to fill in on a worksheet.
type Field struct {
	Kind            FieldKind
	ID, Label, Help string   // ID is made from the label and unique in the Doc
	Rows            int      // of lines, box
	Options         []string // of check (one or more) and choice
	Min, Max        int      // of scale
	LowEnd, HighEnd string   // of scale; may be empty
	Offset          int32
}

// A Footnote is the text of one [^name].
type Footnote struct {
	Name   string
	Refs   int // how many references point at it
	Nodes  []Node
	Offset int32
}

// Style is what Parse must know of the entry's language and kind.
type Style struct {
	Quotes [4]string // opening and closing double, opening and closing single; English ones where they are empty
	Fields bool      // worksheets: read fields
	Limits int       // how many times the usual sizes and counts a file may reach; 0 is once
}
