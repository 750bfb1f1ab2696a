package doc

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// leaf converts the inlines of a block; quotation marks open and close within it.
func (c *converter) leaf(block ast.Node) []Node {
	c.run.reset()
	return c.inlines(block)
}

func (c *converter) inlines(parent ast.Node) []Node {
	if c.depth++; c.depth > maxDepth {
		c.problem("too-deep", max(parent.Pos(), 0), 1, "emphasis and links more than %d deep", maxDepth).Hint = "say it with fewer levels"
		c.depth--
		return nil
	}
	base := len(c.stack)
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		c.inline(n)
	}
	c.flush()
	c.depth--
	return c.cut(base)
}

func (c *converter) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		c.text(n)
		return
	case *ast.String:
		return // goldmark's own additions; we have it make none
	}
	c.flush()
	switch n := n.(type) {
	case *ast.Emphasis:
		c.emphasis(n)
	case *extast.Strikethrough:
		c.push(Node{Kind: Strike, Offset: int32(n.Pos()), Kids: c.inlines(n)})
	case *ast.CodeSpan:
		c.push(Node{Kind: Code, Offset: int32(n.Pos()), Text: c.code(n)})
		c.run.prev = 'x'
	case *ast.Link:
		c.link(n)
	case *ast.AutoLink:
		c.autoLink(n)
	case *ast.Image:
		c.image(n)
	case *mark:
		c.mark(n)
	case *ast.RawHTML:
		c.rawHTML(n)
	}
}

func (c *converter) emphasis(n *ast.Emphasis) {
	kind := Emph
	if n.Level == 2 {
		kind = Strong
	}
	c.push(Node{Kind: kind, Offset: int32(n.Pos()), Kids: c.inlines(n)})
}
