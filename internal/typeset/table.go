package typeset

import "github.com/amends-guide/amends/internal/pdf"

// A Table is rows of cells. Its head is shown again on every page the table goes on.
type Table struct {
	Columns       []Column // as many as the longest row has cells
	Head, Rows    []Row
	Grid          bool // lines around all cells, as in a table to fill; else between rows only
	Color         pdf.Color
	Pad           float64 // between the lines and what is in the cells
	Lang          string
	Before, After float64
}

// A Column says how wide a column is.
type Column struct {
	Share float64 // of the measure, beside the other shares; 0: what its text needs
}

// A Row is cells from start to end.
type Row struct {
	Cells  []Cell
	Height float64 // at least
}

// A Cell is one cell of a table.
type Cell struct {
	Blocks []Block
	Header bool  // in a row that is not of the head: the header of its row
	Field  Field // if it has a Name: to be typed in
}
