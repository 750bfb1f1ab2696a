package doc

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

func (c *converter) rows(table ast.Node) {
	for row := table.FirstChild(); row != nil; row = row.NextSibling() {
		c.put(node{kind: Row, offset: c.offset(row)}, row, (*converter).cells)
	}
}

func (c *converter) cells(row ast.Node) {
	for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
		at := c.offset(row)
		if cell.Pos() >= 0 { // cells that a short row leaves out stand nowhere
			at = c.offset(cell)
		}
		c.put(node{kind: Cell, level: alignment(cell.(*extast.TableCell)), offset: at}, cell, (*converter).leaf)
	}
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
