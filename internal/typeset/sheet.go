package typeset

import (
	"cmp"

	"github.com/amends-guide/amends/internal/pdf"
)

func (b Sheet) lay(l *layout) {
	boxes := make([]setBox, len(b.Boxes))
	for i := range b.Boxes {
		boxes[i] = b.Boxes[i].lay(l)
		if over := boxes[i].over(); over > 0 {
			l.over = append(l.over, Overflow{b.Boxes[i].Name, over})
		}
		for _, s := range boxes[i].slabs {
			for _, d := range s.marks {
				l.now.labels[d.name] = pageLabel(pdf.ArabicNumbers, l.next)
			}
		}
	}
	l.pages = append(l.pages, page{
		pageSize{width: b.Width, height: b.Height, trim: b.Trim, bleed: b.Bleed},
		func(_ *layout, p *painter) {
			if len(b.Marks) > 0 {
				p.page.Artifact(pdf.PrinterMark)
				p.ink(b.Marks)
			}
			for i := range boxes {
				boxes[i].paint(p)
			}
		},
	})
	l.next++
}

// A setBox is a box whose blocks are set.
type setBox struct {
	*Box
	rtl   bool
	slabs []slab
}

func (b *Box) lay(l *layout) setBox {
	l.flow, l.width = &Page{Width: b.Width, Height: b.Height}, b.Width
	s := &setter{layout: l, lang: cmp.Or(b.Lang, l.doc.Info.Lang), width: b.Width, tallest: b.Height, node: l.section(b)}
	s.blocks(b.Blocks)
	return setBox{b, s.rightToLeft(), s.slabs}
}

// section is the node of the section that the box belongs to.
func (l *layout) section(b *Box) *node {
	if b.Section == nil {
		return (*node)(nil).under(pdf.RoleSect).speaks(cmp.Or(b.Lang, l.doc.Info.Lang), l.doc.Info.Lang)
	}
	n := l.sections[b.Section]
	if n == nil {
		n = (*node)(nil).under(pdf.RoleSect).speaks(cmp.Or(b.Section.Lang, b.Lang, l.doc.Info.Lang), l.doc.Info.Lang)
		n.like.Title = b.Section.Title
		l.sections[b.Section] = n
	}
	return n
}

// over is how many lines do not fit into the box.
func (b setBox) over() (lines int) {
	h := stack(b.slabs)
	for i := len(b.slabs) - 1; i >= 0 && h > b.Height+slop; i-- {
		h = stack(b.slabs[:i])
		lines += b.slabs[i].lines
	}
	if h < stack(b.slabs) {
		return max(lines, 1)
	}
	return 0
}

// Overflow is how many lines do not fit into the box, in a document of a language; 0: all do.
func (b Box) Overflow(lang string) int {
	l := newLayout(&Document{Info: pdf.Info{Lang: lang}}, outcome{})
	return b.lay(l).over()
}

func (b setBox) paint(p *painter) {
	y := b.Y
	if b.Middle {
		y += max(0, (b.Height-stack(b.slabs))/2)
	}
	if b.Turned {
		m := pdf.HalfTurn(2*b.X+b.Width, 2*(p.height-b.Y)-b.Height)
		p.turn = &m
		p.page.Save()
		p.page.Transform(m)
		defer func() { p.page.Restore(); p.turn = nil }()
	}
	p.place(pile(b.slabs), b.X, y, b.rtl)
}
