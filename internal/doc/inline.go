package doc

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// leaf converts the inlines of a block; quotation marks open and close within it.
func (c *converter) leaf(block ast.Node) {
	c.run.reset()
	c.inlines(block)
}

func (c *converter) inlines(parent ast.Node) {
	if c.depth == maxDepth {
		c.problem("too-deep", max(parent.Pos(), 0), 1, "emphasis and links more than %d deep", maxDepth).Hint = "say it with fewer levels"
		return
	}
	c.depth++
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		c.inline(n)
	}
	c.flush()
	c.depth--
}

func (c *converter) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		c.words(n)
		return
	case *ast.String:
		return // goldmark's own additions; we have it make none
	}
	c.flush()
	switch n := n.(type) {
	case *ast.Emphasis:
		kind := Emph
		if n.Level == 2 {
			kind = Strong
		}
		c.put(node{kind: kind, offset: int32(n.Pos())}, n, (*converter).inlines)
	case *extast.Strikethrough:
		c.put(node{kind: Strike, offset: int32(n.Pos())}, n, (*converter).inlines)
	case *ast.CodeSpan:
		c.codeSpan(n)
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
