package doc

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

func (c *converter) table(n *extast.Table) {
	base := len(c.stack)
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		c.push(c.row(row))
	}
	c.push(Node{Kind: Table, Offset: c.offset(n), Kids: c.cut(base)})
}

func (c *converter) row(n ast.Node) Node {
	base := len(c.stack)
	for cell := n.FirstChild(); cell != nil; cell = cell.NextSibling() {
		at := c.offset(n)
		if cell.Pos() >= 0 { // cells that a short row leaves out stand nowhere
			at = c.offset(cell)
		}
		c.push(Node{Kind: Cell, Level: alignment(cell.(*extast.TableCell)), Offset: at, Kids: c.leaf(cell)})
	}
	return Node{Kind: Row, Offset: c.offset(n), Kids: c.cut(base)}
}

func alignment(cell *extast.TableCell) uint8 {
	switch cell.Alignment {
	case extast.AlignLeft:
		return 1
	case extast.AlignCenter:
		return 2
	case extast.AlignRight:
		return 3
	}
	return 0
}
