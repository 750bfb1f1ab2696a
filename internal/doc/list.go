package doc

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

func (c *converter) list(n *ast.List) {
	list := Node{Kind: List, Offset: c.offset(n)}
	if n.IsOrdered() {
		list.Level, list.Start = 1, int32(n.Start)
	}
	base := len(c.stack)
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		c.push(c.item(item))
	}
	list.Kids = c.cut(base)
	c.push(list)
}

func (c *converter) item(n ast.Node) Node {
	item := Node{Kind: Item, Offset: c.offset(n)}
	if first := n.FirstChild(); first != nil {
		item.Offset = c.offset(first)
		if box, ok := first.FirstChild().(*extast.TaskCheckBox); ok {
			item.Kind = Task
			if box.IsChecked {
				item.Level = 1
			}
		}
	}
	item.Kids = c.blocks(n)
	return item
}

func (c *converter) definitions(n ast.Node) {
	base := len(c.stack)
	for part := n.FirstChild(); part != nil; part = part.NextSibling() {
		switch part.(type) {
		case *extast.DefinitionTerm:
			c.push(Node{Kind: DefTerm, Offset: c.offset(part), Kids: c.leaf(part)})
		case *extast.DefinitionDescription:
			c.push(Node{Kind: DefText, Offset: c.offset(part), Kids: c.blocks(part)})
		}
	}
	c.push(Node{Kind: Definitions, Offset: c.offset(n), Kids: c.cut(base)})
}
