package typeset

import (
	"cmp"

	"github.com/amends-guide/amends/internal/pdf"
)

func (b Rule) set(s *setter) {
	length := cmp.Or(b.Length, s.width)
	left := s.left + s.offset(b.Align, length)
	s.add(slab{height: b.Width, before: b.Before, after: b.After, draw: func(p *painter, x, y float64) {
		p.decorate()
		p.rule(x+left, y+b.Width/2, x+left+length, y+b.Width/2, pdf.Pen{Width: b.Width, Color: b.Color})
	}})
}

func (b Space) set(s *setter) { s.add(slab{height: min(b.Height, s.tallest)}) }

func (b NewPage) set(s *setter) {
	breaks := newPage
	if b.Odd {
		breaks = oddPage
	}
	s.add(slab{breaks: breaks, keep: bound})
}

func (b Sides) set(s *setter) {
	n := s.node.under(pdf.RoleP)
	start, end := *b.Style, *b.Style
	start.Align, end.Align = Start, End
	shapes := s.layout.shapes
	l, r := shapes.shape(s.layout.resolve(b.Start), &start, s.lang), shapes.shape(s.layout.resolve(b.End), &end, s.lang)
	if (l.natural()+r.natural())*b.Style.Size > s.width-b.Style.Size || len(l.chunks) == 0 || len(r.chunks) == 0 {
		first := s.text(b.Start, &start, s.lang, n)
		s.keep(first, bound, true)
		second := s.text(b.End, &end, s.lang, n)
		s.space(first, b.Style.Before, b.Style.After)
		s.space(second, 0, b.Style.After)
		return
	}
	first := s.text(b.Start, &start, s.lang, n)
	left := s.slabs[first].draw
	s.text(b.End, &end, s.lang, n)
	right := s.slabs[first+1].draw
	s.slabs = s.slabs[:first+1]
	s.slabs[first].draw = func(p *painter, x, y float64) { left(p, x, y); right(p, x, y) }
}

// natural is how wide the paragraph would be on one line, in ems.
func (p *paragraph) natural() (w float64) {
	for i, c := range p.chunks {
		w += c.width
		if i < len(p.chunks)-1 {
			w += c.space
		}
	}
	return w
}
