package typeset

import (
	"cmp"
	"strconv"

	"github.com/amends-guide/amends/internal/pdf"
)

// labelGap is between a label and its item, in ems.
const labelGap = 0.5

func (b List) set(s *setter) {
	n := s.node.under(pdf.RoleL)
	n.like.Numbering = pdf.Disc
	if b.Ordered {
		n.like.Numbering = pdf.Decimal
	}
	labels, widest := make([]label, len(b.Items)), 0.0
	for i, item := range b.Items {
		labels[i] = s.itemLabel(b, i, item)
		widest = max(widest, labels[i].width)
	}
	indent := max(b.Indent, widest+labelGap*b.Style.Size)
	top := len(s.slabs)
	for i, item := range b.Items {
		li := n.under(pdf.RoleLI)
		labels[i].node = li.under(pdf.RoleLbl)
		edge := indent - labels[i].width - labelGap*b.Style.Size
		if b.LabelsAtStart {
			edge = 0
		}
		first := s.labelled(labels[i], edge, indent, li.under(pdf.RoleLBody), item.Blocks)
		s.space(first, b.Gap, b.Gap)
	}
	s.space(top, b.Style.Before, b.Style.After)
}

// itemLabel is the label of an item.
func (s *setter) itemLabel(b List, i int, item Item) label {
	if item.Box != NoBox {
		return tickLabel(b.Style, item.Box == TickedBox)
	}
	text := cmp.Or(b.Bullet, "•")
	if b.Ordered {
		text = strconv.Itoa(cmp.Or(b.Start, 1)+i) + cmp.Or(b.NumberAfter, ".")
	}
	return s.textLabel(Words(text), b.Style)
}

func (b Definitions) set(s *setter) {
	n := s.node.under(pdf.RoleL)
	n.like.Numbering = pdf.Unlabelled
	top := len(s.slabs)
	for _, d := range b.Items {
		li := n.under(pdf.RoleLI)
		first := s.text(d.Term, b.Style, s.lang, li.under(pdf.RoleLbl))
		s.keep(first, bound, true)
		s.mark(first, destination{name: d.ID})
		s.space(first, 0, 0)
		body := s.within(b.Indent, 0, "", li.under(pdf.RoleLBody), d.Blocks)
		if body < len(s.slabs) {
			s.slabs[body].before = 0
		}
		s.space(first, b.Gap, b.Gap)
	}
	s.space(top, b.Style.Before, b.Style.After)
}

// A label is what stands before a block, on the line of its first words.
type label struct {
	node  *node
	width float64
	draw  func(p *painter, x, baseline float64, n *node)
	style *Style
}

// textLabel is a label of one line of text.
func (s *setter) textLabel(t Text, style *Style) label {
	plain := *style
	plain.Align = Start
	par := s.layout.shapes.shape(t, &plain, s.lang)
	s.layout.lacks(par.missing)
	if len(par.chunks) == 0 {
		return label{style: style}
	}
	const endless = 1e6
	line := par.line(stretch{0, len(par.chunks)}, endless, true, nil)
	line.place(0)
	return label{width: line.width * style.Size, style: style, draw: func(p *painter, x, baseline float64, n *node) {
		nodes := make([]*node, len(t))
		for i := range nodes {
			nodes[i] = n
		}
		line.paint(p, x, baseline, nodes)
	}}
}

// tickLabel is a box to tick.
func tickLabel(style *Style, ticked bool) label {
	size := tickSize(style)
	return label{width: size, style: style, draw: func(p *painter, x, baseline float64, n *node) {
		p.tag(n)
		p.says(pick(ticked, "☑", "☐"), style, x, baseline)
		p.tickBox(x, baseline, size, style.Color)
		if ticked {
			p.tick(x, baseline, size, style.Color)
		}
	}}
}

// labelled sets blocks indented, with a label before their first line that starts at edge, and returns the first slab's index.
func (s *setter) labelled(l label, edge, indent float64, body *node, blocks []Block) (first int) {
	before := s.left
	right := s.left + s.width
	rtl := s.rightToLeft()
	first = s.within(indent, 0, "", body, blocks)
	if first == len(s.slabs) {
		s.add(slab{height: l.style.leading(), baseline: l.style.baseline(), lines: 1})
	}
	if l.draw == nil {
		return first
	}
	at := before + edge
	if rtl {
		at = right - edge - l.width
	}
	b := &s.slabs[first]
	text, baseline := b.draw, cmp.Or(b.baseline, l.style.baseline())
	b.draw = func(p *painter, x, y float64) {
		l.draw(p, x+at, y+baseline, l.node)
		if text != nil {
			text(p, x, y)
		}
	}
	return first
}
