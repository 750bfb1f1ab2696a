package doc

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/amends-guide/amends/internal/report"
)

// calloutKinds are the kinds of callout, as they are written in capitals: > [!NOTE].
var calloutKinds = []string{"care", "note", "scene", "tip", "wait"}

var calloutMarker = regexp.MustCompile(`^\[!([^\[\]\n]+)\]`)

const calloutAttribute = "callout"

// callouts takes the marker off the first paragraph of a quotation and notes it there, before anything can take it for
// words or for the label of a link.
type callouts struct{}

// Transform implements [parser.ParagraphTransformer].
func (callouts) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	quote, ok := node.Parent().(*ast.Blockquote)
	if !ok || quote.FirstChild() != node || node.Lines().Len() == 0 {
		return
	}
	first := node.Lines().At(0)
	first = first.TrimLeftSpace(reader.Source())
	found := calloutMarker.FindSubmatchIndex(reader.Source()[first.Start:first.Stop])
	if found == nil {
		return
	}
	quote.SetAttributeString(calloutAttribute, text.NewSegment(first.Start+found[2], first.Start+found[3]))
	first.Start += found[1]
	node.Lines().Set(0, first)
	if len(bytes.TrimSpace(first.Value(reader.Source()))) == 0 {
		node.Lines().SetSliced(1, node.Lines().Len())
	}
	if node.Lines().Len() == 0 {
		quote.RemoveChild(quote, node)
	}
}

// quote converts a quotation, which a marker makes a callout.
func (c *converter) quote(n *ast.Blockquote) {
	block := node{kind: Quote, offset: c.offset(n)}
	if marker, ok := n.AttributeString(calloutAttribute); ok {
		segment := marker.(text.Segment)
		block.kind, block.number = Callout, int32(c.callout(segment.Start, segment.Stop))
	}
	c.put(block, n, (*converter).blocks)
}

// callout is the index of the kind that is written.
func (c *converter) callout(start, stop int) int {
	written := c.src[start:stop]
	kind := strings.ToLower(written)
	if known := slices.Index(calloutKinds, kind); known >= 0 {
		return known
	}
	hint := "the callouts are NOTE, TIP, CARE, SCENE and WAIT"
	if near := report.Nearest(kind, calloutKinds); near != "" {
		hint = fmt.Sprintf("did you mean %q?", strings.ToUpper(near))
	}
	c.problem("unknown-callout", start, stop-start, "%q is not a callout", written).Hint = hint
	return slices.Index(calloutKinds, "note")
}
