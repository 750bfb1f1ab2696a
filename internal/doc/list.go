package doc

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

func (c *converter) list(n *ast.List) {
	list := node{kind: List, offset: c.offset(n)}
	if n.IsOrdered() {
		list.level, list.number = 1, int32(n.Start)
	}
	c.put(list, n, (*converter).items)
}

func (c *converter) items(list ast.Node) {
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		item := node{kind: Item, offset: c.offset(n)}
		if first := n.FirstChild(); first != nil {
			item.offset = c.offset(first)
			if box, ok := first.FirstChild().(*extast.TaskCheckBox); ok {
				item.kind = Task
				if box.IsChecked {
					item.level = 1
				}
			}
		}
		c.put(item, n, (*converter).blocks)
	}
}

func (c *converter) definitions(list ast.Node) {
	for part := list.FirstChild(); part != nil; part = part.NextSibling() {
		switch part.(type) {
		case *extast.DefinitionTerm:
			c.put(node{kind: DefTerm, offset: c.offset(part)}, part, (*converter).leaf)
		case *extast.DefinitionDescription:
			c.put(node{kind: DefText, offset: c.offset(part)}, part, (*converter).blocks)
		}
	}
}
