package typeset

import "github.com/amends-guide/amends/internal/pdf"

// repeated marks what is drawn again at the head of a page.
const repeated = pdf.Header

// paint draws a page of a flow. It is read in this order: what flows, then the notes.
func (p *setPage) paint(l *layout, to *painter) {
	m := &p.flow.Page
	x := m.Start
	if p.rtl != (m.Facing && p.folio.Number%2 == 0) {
		x = m.End
	}
	l.flow, l.width = m, m.Width-m.Start-m.End
	folio := p.folio
	folio.Total = l.now.total
	if !p.fill.empty {
		to.margin(l.margin(m.Head, folio), pdf.Header, x, m.Top, p.rtl)
		to.place(p.fill.slabs, x, p.top, p.rtl)
		to.notes(p, x)
		foot := l.margin(m.Foot, folio)
		to.margin(foot, pdf.Footer, x, m.Height-m.Bottom-stack(foot), p.rtl)
	}
}

// margin draws what stands above or below the flow, which is no part of what is read.
func (p *painter) margin(slabs []slab, kind pdf.Artifact, x, y float64, rtl bool) {
	p.artifact = kind
	p.place(pile(slabs), x, y, rtl)
	p.artifact = ""
}

// pile places slabs below each other, from 0.
func pile(slabs []slab) []placed {
	out := make([]placed, len(slabs))
	y := 0.0
	for i := range slabs {
		if i > 0 {
			y += gap(&slabs[i-1], &slabs[i])
		}
		out[i] = placed{&slabs[i], y}
		y += slabs[i].height
	}
	return out
}

// place draws slabs, with y as the top of their places.
func (p *painter) place(slabs []placed, x, y float64, rtl bool) {
	for i := range slabs {
		slabs[i].y += y
	}
	p.frames(slabs, x, rtl)
	for _, b := range slabs {
		if p.artifact == "" {
			for _, d := range b.marks {
				p.name(d, x, b.y)
			}
		}
		if b.draw != nil {
			b.draw(p, x, b.y)
		}
	}
}

// name makes a place on the page a destination, and a line of the outline.
func (p *painter) name(d destination, x, y float64) {
	at := p.area(x, y, x, y)
	if _, twice := p.places[d.name]; !twice {
		p.places[d.name] = p.doc.Pages()
		p.page.Name(d.name, at.Left, at.Top)
	}
	if d.outline > 0 {
		p.doc.Bookmark(d.outline, d.title, d.name)
	}
}

// notes draws the notes at the foot of a page.
func (p *painter) notes(s *setPage, x float64) {
	var slabs []slab
	slabs = append(slabs, s.fill.cut...)
	for _, n := range s.fill.notes {
		if len(n.slabs) > 0 {
			slabs = append(slabs, n.slabs...)
		}
	}
	if len(slabs) == 0 {
		return
	}
	y := s.foot - stack(slabs)
	p.decorate()
	left := x
	if s.rtl {
		left = x + s.flow.Page.Width - s.flow.Page.Start - s.flow.Page.End - noteRule
	}
	p.rule(left, y-noteBelow, left+noteRule, y-noteBelow, pdf.Pen{Width: 0.5})
	p.place(pile(slabs), x, y, s.rtl)
}
