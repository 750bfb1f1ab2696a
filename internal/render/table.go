package render

import (
	"cmp"
	"strconv"

	"github.com/amends-guide/amends/internal/doc"
)

// table writes a table; with a field, its empty cells are to be filled in. It is no landmark: a page may have many.
func (w *writer) table(n doc.Node, f *doc.Field) {
	w.str(`<div class="scroll" role="group" tabindex="0"`)
	if f != nil && f.Label != "" {
		w.attr("aria-label", f.Label)
	} else {
		w.attr("aria-label", w.voice.word("table"))
	}
	w.str("><table>\n")
	head := n.Kids().First()
	w.headRow(head)
	w.str("<tbody>\n")
	i := 0
	for row := range n.Kids().Rest().All() {
		i++
		w.row(head, row, i, f)
	}
	w.str("</tbody>\n</table></div>\n")
}

func (w *writer) headRow(row doc.Node) {
	w.str("<thead><tr>")
	for cell := range row.Kids().All() {
		w.str(`<th scope="col"`)
		w.align(cell.Level())
		w.inlines(cell.Kids())
		w.str("</th>")
	}
	w.str("</tr></thead>\n")
}

// row writes the i-th row below the head.
func (w *writer) row(head, row doc.Node, i int, f *doc.Field) {
	w.str("<tr>")
	column := head.Kids()
	for cell := range row.Kids().All() {
		w.str("<td")
		w.align(cell.Level())
		if f != nil && cell.Kids().Empty() {
			w.str(`<textarea rows="2" autocomplete="off"`)
			w.attr("aria-label", cellName(column, row, i))
			w.str("></textarea>")
		}
		w.inlines(cell.Kids())
		w.str("</td>")
		if !column.Empty() {
			column = column.Rest()
		}
	}
	w.str("</tr>\n")
}

// align ends a cell's opening tag.
func (w *writer) align(level int) {
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
func cellName(column doc.Nodes, row doc.Node, i int) string {
	name := ""
	if !column.Empty() {
		name = doc.PlainText(column.First().Kids())
	}
	return name + ", " + cmp.Or(doc.PlainText(row.Kids().First().Kids()), strconv.Itoa(i))
}
