package doc

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// attributes are what other programs read at the end of a heading.
var attributes = regexp.MustCompile(`\{\s*(?:[#.:][^{}]*|[\w:-]+\s*=[^{}]*)\}\s*$`)

func (c *converter) heading(n *ast.Heading) {
	at := c.offset(n)
	h := Node{Kind: HeadingNode, Level: uint8(max(n.Level, 2)), Offset: at, Kids: c.leaf(n)}
	title := strings.TrimSpace(PlainText(h.Kids))
	c.checkHeading(n, int(at))
	h.Text = c.ids.unique(title)
	c.doc.Headings = append(c.doc.Headings, Heading{Level: int(h.Level), ID: h.Text, Text: title, Offset: at})
	c.push(h)
}

func (c *converter) checkHeading(n *ast.Heading, at int) {
	written := line(c.src[min(at, len(c.src)):])
	if last := n.Lines().Len() - 1; last > 0 {
		segment := n.Lines().At(last)
		at, written = segment.Start, c.src[segment.Start:segment.Stop]
	}
	length := len(strings.TrimSpace(written))
	if n.Level == 1 {
		c.problem("heading-one", at, length, "the page's title is its main heading already").Hint = "write ## here"
	} else if last := c.lastLevel(); n.Level > last+1 {
		c.problem("heading-skip", at, length, "this heading of level %d follows one of level %d", n.Level, last).
			Hint = "write " + strings.Repeat("#", last+1) + " here"
	}
	written = strings.TrimRight(written, "# \t\n")
	if !strings.HasSuffix(written, "}") {
		return
	}
	if found := attributes.FindStringIndex(written); found != nil {
		c.problem("attribute-not-allowed", at+found[0], found[1]-found[0], "headings take no attributes").Hint = "delete it"
	}
}

func (c *converter) lastLevel() int {
	if n := len(c.doc.Headings); n > 0 {
		return c.doc.Headings[n-1].Level
	}
	return 1
}

// sections cuts the body at its ## headings. What stands in lists and quotations cuts nothing.
func (d *Doc) sections() {
	headings, from, n := d.Headings, 0, 1
	for i := range d.Nodes {
		if isCut(&d.Nodes[i]) {
			n++
		}
	}
	d.Sections = make([]Section, 1, n)
	for i := range d.Nodes {
		if !isCut(&d.Nodes[i]) {
			continue
		}
		for headings[0].ID != d.Nodes[i].Text {
			headings = headings[1:]
		}
		d.Sections[len(d.Sections)-1].Nodes = d.Nodes[from:i:i]
		d.Sections = append(d.Sections, Section{Title: headings[0].Text, ID: headings[0].ID, Offset: headings[0].Offset})
		from = i + 1
	}
	d.Sections[len(d.Sections)-1].Nodes = d.Nodes[from:]
}

func isCut(n *Node) bool { return n.Kind == HeadingNode && n.Level == 2 }
