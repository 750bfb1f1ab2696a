package doc

import (
	"iter"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// attributes are what other programs read at the end of a heading.
var attributes = regexp.MustCompile(`\{\s*(?:[#.:][^{}]*|[\w:-]+\s*=[^{}]*)\}\s*$`)

func (c *converter) heading(n *ast.Heading) {
	at, offset := len(c.nodes), c.offset(n)
	level := max(n.Level, 2)
	c.put(node{kind: HeadingNode, level: uint8(level), offset: offset}, n, (*converter).leaf)
	c.checkHeading(n, int(offset))
	_, c.nodes[at].number = c.taken.unique(c.since(at).First().Title())
	c.last = level
}

// Title is the plain text of a heading.
func (n Node) Title() string { return strings.TrimSpace(PlainText(n.Kids())) }

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
func (d *Doc) Headings() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for n := range d.tree.all().Walk() {
			if n.Kind() == HeadingNode && !yield(n) {
				return
			}
		}
	}
}

// A Section is the part of the body under one ## heading.
type Section struct {
	Title   string // plain text of the heading; "" for the part before the first
	Offset  int32  // of the heading's text in the file
	Nodes   Nodes  // without the heading
	heading Node
}

// ID is the id of the section's heading; "" where it has none.
func (s *Section) ID() string {
	if s.heading == (Node{}) {
		return ""
	}
	return s.heading.Text()
}

// Sections cuts the body at its ## headings; the first section has no heading and may be empty. What stands in lists and
// quotations cuts nothing.
func (d *Doc) Sections() []Section {
	sections := []Section{{Nodes: Nodes{tree: d.Nodes.tree, from: d.Nodes.from}}}
	for n := range d.Nodes.All() {
		sections[len(sections)-1].Nodes.to = n.at
		if n.Kind() == HeadingNode && n.Level() == 2 {
			from := n.Alone().to
			sections = append(sections, Section{n.Title(), n.Offset(), Nodes{n.tree, from, from}, n})
		}
	}
	sections[len(sections)-1].Nodes.to = d.Nodes.to
	return sections
}
