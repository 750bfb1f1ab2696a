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

// code converts a code block.
func (c *converter) code(n ast.Node, box uint8) {
	var b strings.Builder
	lines := n.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		for range line.Padding {
			b.WriteByte(' ')
		}
		b.WriteString(c.src[line.Start:line.Stop])
	}
	offset := c.offset(n)
	block := c.says(CodeBlock, offset, strings.TrimSuffix(b.String(), "\n"), int(offset))
	block.level = box
	c.add(block)
}

// codeSpan converts a code span, on one line. In a table the bar that would end the cell is written \|.
func (c *converter) codeSpan(n *ast.CodeSpan) {
	var b strings.Builder
	at := n.Pos()
	for part := n.FirstChild(); part != nil; part = part.NextSibling() {
		segment := part.(*ast.Text).Segment
		if b.Len() == 0 {
			at = segment.Start
		}
		b.WriteString(c.src[segment.Start:segment.Stop])
	}
	code := strings.ReplaceAll(b.String(), "\n", " ")
	if _, cell := n.Parent().(*extast.TableCell); cell {
		code = strings.ReplaceAll(code, `\|`, "|")
	}
	c.add(c.says(Code, int32(n.Pos()), code, at))
	c.run.prev = 'x'
}
