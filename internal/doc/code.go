package doc

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// info is what stands behind the opening fence of a code block.
func (c *converter) info(n *ast.FencedCodeBlock) string {
	if n.Info == nil {
		return ""
	}
	return unescape(c.src[n.Info.Segment.Start:n.Info.Segment.Stop])
}

// lines is the text of a code block.
func (c *converter) lines(n ast.Node) string {
	var b strings.Builder
	lines := n.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		for range line.Padding {
			b.WriteByte(' ')
		}
		b.WriteString(c.src[line.Start:line.Stop])
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// code is the text of a code span, on one line. In a table the bar that would end the cell is written \|.
func (c *converter) code(n *ast.CodeSpan) string {
	var b strings.Builder
	for part := n.FirstChild(); part != nil; part = part.NextSibling() {
		segment := part.(*ast.Text).Segment
		b.WriteString(c.src[segment.Start:segment.Stop])
	}
	code := strings.ReplaceAll(b.String(), "\n", " ")
	if _, cell := n.Parent().(*extast.TableCell); cell {
		code = strings.ReplaceAll(code, `\|`, "|")
	}
	return code
}
