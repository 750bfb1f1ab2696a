// Package doc reads one Markdown file into a [Doc]: its front matter, its text as a small tree of our own ([Nodes]), its
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
	Words     int          // in the body, for reading time
	Nodes     Nodes        // the body's blocks in order
	Refs      []Ref        // everything that points somewhere, in order of place
	Fields    []Field      // worksheet fields, in order; only where the caller asked for them
	Footnotes []Footnote   // in order of first use
	tree      tree         // the body's nodes, and after them those of the footnotes
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
	Nodes  Nodes
	Offset int32
}

// Style is what Parse must know of the entry's language and kind.
type Style struct {
	Quotes [4]string // opening and closing double, opening and closing single; English ones where they are empty
	Fields bool      // worksheets: read fields
	Limits int       // how many times the usual sizes and counts a file may reach; 0 is once
}
