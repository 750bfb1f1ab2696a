package render

import (
	"strconv"

	"github.com/amends-guide/amends/internal/doc"
)

// table writes a table; with a field, its empty cells are to be filled in. It is no landmark: a page may have many.
func (w *writer) table(n *doc.Node, f *doc.Field) {
	w.str(`<div class="scroll" role="group" tabindex="0"`)
	if f != nil && f.Label != "" {
		w.attr("aria-label", f.Label)
	} else {
		w.attr("aria-label", w.voice.word("table"))
	}
	w.str("><table>\n")
	for i := range n.Kids {
		if i == 0 {
			w.headRow(&n.Kids[0])
			w.str("<tbody>\n")
			continue
		}
		w.row(n, i, f)
	}
	w.str("</tbody>\n</table></div>\n")
}

func (w *writer) headRow(row *doc.Node) {
	w.str("<thead><tr>")
	for i := range row.Kids {
		w.str(`<th scope="col"`)
		w.align(row.Kids[i].Level)
		w.inlines(row.Kids[i].Kids)
		w.str("</th>")
	}
	w.str("</tr></thead>\n")
}

func (w *writer) row(table *doc.Node, i int, f *doc.Field) {
	w.str("<tr>")
	row := &table.Kids[i]
	for j := range row.Kids {
		cell := &row.Kids[j]
		w.str("<td")
		w.align(cell.Level)
		if f != nil && len(cell.Kids) == 0 {
			w.str(`<textarea rows="2" autocomplete="off"`)
			w.attr("aria-label", cellName(table, i, j))
			w.str("></textarea>")
		}
		w.inlines(cell.Kids)
		w.str("</td>")
	}
	w.str("</tr>\n")
}

// align ends a cell's opening tag.
func (w *writer) align(level uint8) {
	switch level {
	case 2:
		w.str(` class="centre"`)
	case 3:
		w.str(` class="end"`)
	}
	w.str(">")
}

// cellName is what a cell to fill in is called by those who cannot see where it stands: its column, and its row's first
// words or number.
func cellName(table *doc.Node, i, j int) string {
	column := ""
	if head := table.Kids[0].Kids; j < len(head) {
		column = doc.PlainText(head[j].Kids)
	}
	row := doc.PlainText(table.Kids[i].Kids[0].Kids)
	if row == "" {
		row = strconv.Itoa(i)
	}
	return column + ", " + row
}
