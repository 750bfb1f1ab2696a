package typeset

import (
	"slices"

	"github.com/amends-guide/amends/internal/pdf"
)

// A setRow is a row of a table, set.
type setRow struct {
	table  *Table
	left   float64
	widths []float64
	cells  []setCell
	height float64
	heavy  bool // the last of the head
	first  bool // of the table
	rtl    bool
}

type setCell struct {
	node  *node
	slabs []slab
	field Field
}

type setRows []*setRow

// column is where a column starts from the left of the flow.
func (r *setRow) column(k int) float64 {
	x := 0.0
	for i := range r.widths {
		if !r.rtl && i < k || r.rtl && i > k {
			x += r.widths[i]
		}
	}
	return r.left + x
}

// content is how high the highest cell is.
func (r *setRow) content() float64 {
	h := 0.0
	for i := range r.cells {
		h = max(h, stack(r.cells[i].slabs))
	}
	return h
}

func (r *setRow) notes() (notes []*footnote) {
	for _, c := range r.cells {
		for i := range c.slabs {
			notes = append(notes, c.slabs[i].notes...)
		}
	}
	return notes
}

// paint draws the row.
func (r *setRow) paint(p *painter, x, y float64) {
	for k := range r.cells {
		c := &r.cells[k]
		if p.artifact == "" {
			c.node.in(p.doc)
		}
		at := y + r.table.Pad
		for i := range c.slabs {
			if i > 0 {
				at += gap(&c.slabs[i-1], &c.slabs[i])
			}
			if draw := c.slabs[i].draw; draw != nil {
				draw(p, x, at)
			}
			at += c.slabs[i].height
		}
		if c.field.Name != "" {
			left := x + r.column(k)
			p.typed(c.field, c.node.under(pdf.RoleForm), left+1, y+1, left+r.widths[k]-1, y+r.height-1, true)
		}
	}
	r.lines(p, x, y)
}

// lines draws what separates the row from others, and its cells from each other.
func (r *setRow) lines(p *painter, x, y float64) {
	p.decorate()
	width := 0.0
	for _, w := range r.widths {
		width += w
	}
	x += r.left
	pen := pdf.Pen{Width: 0.5, Color: r.table.Color}
	bottom := pen
	if r.heavy {
		bottom.Width = 1
	}
	p.rule(x, y+r.height, x+width, y+r.height, bottom)
	if !r.table.Grid {
		return
	}
	p.rule(x, y, x+width, y, pen)
	for k := range r.widths {
		at := x + r.column(k) - r.left
		p.rule(at, y, at, y+r.height, pen)
	}
	p.rule(x+width, y, x+width, y+r.height, pen)
}

// split cuts the row so that its first part is no higher than room.
func (r *setRow) split(room float64) (first, rest slab, ok bool) {
	a, b := *r, *r
	a.cells, b.cells = nil, nil
	for _, c := range r.cells {
		upper, lower := c, c
		upper.slabs, lower.slabs = parted(c.slabs, room-2*r.table.Pad)
		lower.field = Field{}
		ok = ok || len(upper.slabs) > 0
		a.cells, b.cells = append(a.cells, upper), append(b.cells, lower)
	}
	a.height, b.height = min(room, a.content()+2*r.table.Pad), b.content()+2*r.table.Pad
	part := func(r *setRow) slab {
		return slab{height: r.height, draw: r.paint, split: r.split, notes: r.notes(), lines: 1}
	}
	return part(&a), part(&b), ok && b.content() > 0
}

// parted is slabs cut in two, the first part no higher than room.
func parted(slabs []slab, room float64) (upper, lower []slab) {
	h := 0.0
	for i := range slabs {
		if i > 0 {
			h += gap(&slabs[i-1], &slabs[i])
		}
		if h+slabs[i].height <= room+slop {
			h += slabs[i].height
			continue
		}
		upper = slices.Clone(slabs[:i])
		if split := slabs[i].split; split != nil {
			if first, rest, ok := split(room - h); ok {
				return append(upper, first), append([]slab{rest}, slabs[i+1:]...)
			}
		}
		return upper, slabs[i:]
	}
	return slabs, nil
}

func (rows setRows) height() (h float64) {
	for _, r := range rows {
		h += r.height
	}
	return h
}

func (rows setRows) paint(p *painter, x, y float64) {
	for _, r := range rows {
		r.paint(p, x, y)
		y += r.height
	}
}
