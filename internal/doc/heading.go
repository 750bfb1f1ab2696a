package doc

import (
	"iter"
	"regexp"
	"slices"
	"strings"
	"unique"

	"github.com/yuin/goldmark/ast"
)

// attributes are what other programs read at the end of a heading.
var attributes = regexp.MustCompile(`\{\s*(?:[#.:][^{}]*|[\w:-]+\s*=[^{}]*)\}\s*$`)

func (c *converter) heading(n *ast.Heading) {
	at, offset := len(c.nodes), c.offset(n)
	level := max(n.Level, 2)
	c.put(node{kind: HeadingNode, level: uint8(level), offset: offset, number: int32(len(c.ids))}, n, (*converter).leaf)
	c.checkHeading(n, int(offset))
	c.ids = append(c.ids, unique.Make(c.taken.unique(c.since(at).First().title())))
	c.last = level
}

// title is the plain text of a heading.
func (n Node) title() string { return strings.TrimSpace(PlainText(n.Kids())) }

func (c *converter) checkHeading(n *ast.Heading, at int) {
	written := line(c.src[min(at, len(c.src)):])
	if last := n.Lines().Len() - 1; last > 0 {
		segment := n.Lines().At(last)
		at, written = segment.Start, c.src[segment.Start:segment.Stop]
	}
	length := len(strings.TrimSpace(written))
	if n.Level == 1 {
		c.problem("heading-one", at, length, "the page's title is its main heading already").Hint = "write ## here"
	} else if n.Level > c.last+1 {
		c.problem("heading-skip", at, length, "this heading of level %d follows one of level %d", n.Level, c.last).
			Hint = "write " + strings.Repeat("#", c.last+1) + " here"
	}
	written = strings.TrimRight(written, "# \t\n")
	if !strings.HasSuffix(written, "}") {
		return
	}
	if found := attributes.FindStringIndex(written); found != nil {
		c.problem("attribute-not-allowed", at+found[0], found[1]-found[0], "headings take no attributes").Hint = "delete it"
	}
}

// Headings yields every heading of the text and of its footnotes, in order.
func (d *Doc) Headings() iter.Seq[Heading] {
	return func(yield func(Heading) bool) {
		for n := range d.tree.all().Walk() {
			if n.Kind() == HeadingNode && !yield(Heading{n.Level(), n.Text(), n.title(), n.Offset()}) {
				return
			}
		}
	}
}

// SameHeadings says whether what leads to the headings of one text leads to those of another.
func SameHeadings(a, b *Doc) bool { return slices.Equal(a.tree.ids, b.tree.ids) }

// A Heading is one heading of the body.
type Heading struct {
	Level     int
	ID, Title string // the title as plain text
	Offset    int32  // of its text in the file
}

// A Section is the part of the body under one ## heading.
type Section struct {
	Heading       // zero for the part before the first
	Nodes   Nodes // without the heading
}

// Sections cuts the body at its ## headings; the first section has no heading and may be empty. What stands in lists and
// quotations cuts nothing.
func (d *Doc) Sections() []Section {
	sections := []Section{{Nodes: Nodes{tree: d.Nodes.tree, from: d.Nodes.from}}}
	for n := range d.Nodes.All() {
		last := &sections[len(sections)-1].Nodes
		last.to = n.at
		if n.Kind() == HeadingNode && n.Level() == 2 {
			from := n.Alone().to
			heading := Heading{n.Level(), n.Text(), n.title(), n.Offset()}
			sections = append(sections, Section{heading, Nodes{n.tree, from, from}})
		}
	}
	sections[len(sections)-1].Nodes.to = d.Nodes.to
	return sections
}
