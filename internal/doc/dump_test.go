package doc

import (
	"fmt"
	"strings"
)

// dump writes nodes as an indented outline, one node to a line, as the files in testdata hold it.
func (d *Doc) dump(b *strings.Builder, nodes Nodes, depth int) {
	for n := range nodes.All() {
		fmt.Fprintf(b, "%s%s", strings.Repeat("  ", depth), kindNames[n.Kind()])
		if n.Level() > 0 && n.Kind() != CodeBlock {
			fmt.Fprintf(b, " %d", n.Level())
		}
		if n.Kind() == List && n.Number() != 0 {
			fmt.Fprintf(b, " from %d", n.Number())
		}
		if n.Text() != "" {
			fmt.Fprintf(b, " %q", n.Text())
		}
		b.WriteString(d.target(n))
		b.WriteByte('\n')
		d.dump(b, n.Kids(), depth+1)
	}
}

func (d *Doc) target(n Node) string {
	switch n.Kind() {
	case Link, Image, Cite, Embed:
		ref := d.Refs[n.Number()]
		s := fmt.Sprintf(" → %s %q", refNames[ref.Kind], ref.Target)
		if ref.Fragment != "" {
			s += fmt.Sprintf(" # %q", ref.Fragment)
		}
		return s
	case FootnoteRef:
		return " → " + d.Footnotes[n.Number()].Name
	}
	return ""
}

var kindNames = map[Kind]string{
	Paragraph: "paragraph", HeadingNode: "heading", List: "list", Item: "item", Task: "task", Quote: "quote", Callout: "callout",
	CodeBlock: "code block", Table: "table", Row: "row", Cell: "cell", Rule: "rule", Definitions: "definitions", DefTerm: "term",
	DefText: "definition", FieldNode: "field", Embed: "embed", Text: "text", Emph: "emph", Strong: "strong", Strike: "strike",
	Code: "code", Link: "link", Image: "image", Cite: "cite", FootnoteRef: "footnote", Slot: "slot", Break: "break",
}

var refNames = map[RefKind]string{
	ToEntry: "entry", ToCard: "card", ToSource: "source", ToAddress: "address", ToPath: "path", ToAnchor: "anchor", ToPicture: "picture",
}
