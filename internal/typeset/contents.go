package typeset

import (
	"cmp"
	"math"

	"github.com/amends-guide/amends/internal/pdf"
)

func (b Contents) set(s *setter) {
	n := s.node.under(cmp.Or(b.Role, pdf.RoleTOC))
	for _, e := range b.Entries {
		entry := n
		if b.Role != pdf.RoleIndex {
			entry = n.under(pdf.RoleTOCI)
		}
		e.set(s, entry.under(pdf.RoleP))
	}
}

// Room in ems: for a number of three digits, and between text and number.
const (
	numberRoom = 2.4
	leaderRoom = 0.6
)

// set sets an entry. Its number is not known yet, but has room.
func (e ContentsEntry) set(s *setter, n *node) {
	size := e.Style.Size
	text := append(Text(nil), e.Text...)
	for i := range text {
		text[i].Dest = e.Dest
	}
	if e.Dest == "" {
		s.text(text, e.Style, s.lang, n)
		return
	}
	old := *s
	s.narrow(e.Indent+size, numberRoom*size)
	par := s.layout.shapes.shape(text, e.Style, s.lang)
	s.layout.lacks(par.missing)
	nodes := textNodes(text, s.lang, n)
	lines := par.lines(s.width / size)
	first := len(s.slabs)
	for i := range lines.count() {
		last := i == lines.count()-1
		left := s.left
		if i == 0 { // what does not fit on it stands indented
			left += pick(s.rightToLeft(), size, -size)
		}
		s.add(slab{height: e.Style.leading(), baseline: e.Style.baseline(), lines: 1, draw: func(p *painter, x, y float64) {
			y += e.Style.baseline()
			line := lines.line(i, nil)
			line.paint(p, x+left, y, nodes)
			if last {
				e.number(p, nodes[0], x+left+line.x*size, x+left+(line.x+line.width)*size, x+old.left, x+old.left+old.width, y)
			}
		}})
	}
	s.keep(first, bound, false)
	s.space(first, e.Style.Before, e.Style.After)
	s.left, s.width = old.left, old.width
}

// number draws the number of the page that the entry leads to at the end of the measure, and dots from the text to it.
func (e ContentsEntry) number(p *painter, n *node, textLeft, textRight, left, right, y float64) {
	size := e.Style.Size
	number := (&setter{layout: p.layout}).textLabel(Words(p.layout.now.labels[e.Dest]), e.Style)
	at := right - number.width
	from, to := textRight, at
	if rtl := RightToLeft(p.layout.doc.Info.Lang); rtl {
		at = left
		from, to = left+number.width, textLeft
	}
	p.decorate()
	const pitch = 0.45
	start := math.Ceil((from+leaderRoom*size)/(pitch*size)) * pitch * size // dots of all entries stand below each other
	if end := to - leaderRoom*size; end > start {
		p.rule(start, y-0.05*size, end, y-0.05*size, pdf.Pen{Width: 0.07 * size, Color: e.Style.Color, Cap: pdf.Round, Dash: pdf.Dash{Off: pitch * size}})
	}
	number.draw(p, at, y, n)
	p.gather(n, p.area(at, y-size*0.75, at+number.width, y+size*0.25))
}
