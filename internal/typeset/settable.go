package typeset

import (
	"cmp"

	"github.com/amends-guide/amends/internal/pdf"
)

func (b Table) set(s *setter) {
	widths := b.widths(s)
	if len(widths) == 0 {
		return
	}
	n := s.node.under(pdf.RoleTable).speaks(cmp.Or(b.Lang, s.lang), s.lang)
	top := len(s.slabs)
	head := b.rows(s, b.Head, widths, n.under(pdf.RoleTHead), true)
	for _, r := range head {
		s.add(slab{height: r.height, keep: bound, draw: r.paint, notes: r.notes(), lines: 1})
	}
	var repeat *slab
	if len(head) > 0 {
		repeat = &slab{draw: head.paint, height: head.height()}
	}
	for _, r := range b.rows(s, b.Rows, widths, n.under(pdf.RoleTBody), false) {
		s.add(slab{height: r.height, draw: r.paint, split: r.split, repeat: repeat, notes: r.notes(), lines: 1})
	}
	s.settle(top)
	s.space(top, b.Before, b.After)
}

// settle keeps a small table on one page, and of a long one at least two rows on each.
func (s *setter) settle(top int) {
	rows := s.slabs[top:]
	if stack(rows) < s.tallest*0.4 {
		s.keep(top, whole, false)
	}
	for i := range rows {
		if head := rows[i].repeat == nil; head || i == 0 || rows[i-1].repeat == nil || i == len(rows)-2 {
			rows[i].keep = max(rows[i].keep, bound)
		}
	}
	if len(rows) > 0 {
		rows[len(rows)-1].keep = free
	}
}

// rows sets rows.
func (b Table) rows(s *setter, rows []Row, widths []float64, n *node, head bool) (set setRows) {
	for i, row := range rows {
		r := &setRow{table: &b, left: s.left, widths: widths, heavy: head && i == len(rows)-1, first: i == 0 && (head || len(b.Head) == 0), rtl: s.rightToLeft()}
		tr := n.under(pdf.RoleTR)
		for k, cell := range row.Cells[:min(len(row.Cells), len(widths))] {
			r.cells = append(r.cells, b.cell(s, cell, r.column(k), widths[k], tr, head))
		}
		r.height = max(min(row.Height, s.tallest), r.content()+2*b.Pad)
		set = append(set, r)
	}
	return set
}

// cell sets one cell.
func (b Table) cell(s *setter, cell Cell, left, width float64, tr *node, head bool) setCell {
	c := setCell{field: cell.Field, node: tr.under(pdf.RoleTD)}
	switch {
	case head:
		c.node = tr.under(pdf.RoleTH)
		c.node.like.Scope = pdf.ScopeColumn
	case cell.Header:
		c.node = tr.under(pdf.RoleTH)
		c.node.like.Scope = pdf.ScopeRow
	}
	in := &setter{layout: s.layout, lang: cmp.Or(b.Lang, s.lang), left: left + b.Pad, width: max(1, width-2*b.Pad), tallest: s.tallest - 2*b.Pad, node: c.node}
	if !b.Grid { // without lines between the columns, text starts flush with what is around
		in.left = left + pick(in.rightToLeft(), 2*b.Pad, 0)
	}
	first := in.blocks(cell.Blocks)
	in.space(first, 0, 0)
	c.slabs = in.slabs
	return c
}

// widths shares the measure out among the columns.
func (b Table) widths(s *setter) []float64 {
	n := len(b.Columns)
	for _, rows := range [][]Row{b.Head, b.Rows} {
		for _, r := range rows {
			n = max(n, len(r.Cells))
		}
	}
	shares, total := make([]float64, n), 0.0
	for i, c := range b.Columns {
		shares[i] = c.Share
		total += c.Share
	}
	if total <= 0 {
		return b.needs(s, n)
	}
	for i := range shares {
		shares[i] *= s.width / total
	}
	return shares
}

// needs shares the measure out by what the cells hold: to each column the width of its longest word, and of the rest by how
// long its texts are.
func (b Table) needs(s *setter, n int) []float64 {
	least, most := make([]float64, n), make([]float64, n)
	for _, rows := range [][]Row{b.Head, b.Rows} {
		for _, r := range rows {
			for k, cell := range r.Cells {
				l, m := s.extent(cell.Blocks)
				least[k], most[k] = max(least[k], l+2*b.Pad), max(most[k], m+2*b.Pad)
			}
		}
	}
	var sumLeast, sumMost float64
	for k := range n {
		most[k] = min(most[k], s.width)
		sumLeast, sumMost = sumLeast+least[k], sumMost+most[k]
	}
	widths := make([]float64, n)
	for k := range n {
		switch {
		case sumMost <= s.width:
			widths[k] = most[k] + (s.width-sumMost)*cmp.Or(most[k]/max(sumMost, 1), 1/float64(n))
		case sumLeast >= s.width:
			widths[k] = s.width * least[k] / sumLeast
		default:
			widths[k] = least[k] + (most[k]-least[k])*(s.width-sumLeast)/(sumMost-sumLeast)
		}
	}
	return widths
}

// extent is how wide blocks must be to hold their longest word, and would be without line breaks.
func (s *setter) extent(blocks []Block) (least, most float64) {
	for _, b := range blocks {
		p, ok := b.(Paragraph)
		if !ok {
			least, most = max(least, 60), max(most, 200)
			continue
		}
		line := 0.0
		for _, c := range s.layout.shapes.shape(p.Text, p.Style, cmp.Or(p.Lang, s.lang)).chunks {
			line += c.width + c.space
			least, most = max(least, c.width*p.Style.Size), max(most, line*p.Style.Size)
			if c.forced {
				line = 0
			}
		}
	}
	return least, most
}
