package typeset

import (
	"cmp"
	"fmt"

	"github.com/amends-guide/amends/internal/pdf"
)

func (b Sheet) lay(l *layout) {
	boxes := make([]setBox, len(b.Boxes))
	for i := range b.Boxes {
		boxes[i] = b.Boxes[i].lay(l)
		if _, over := boxes[i].fit(); over > 0 {
			l.over = append(l.over, Overflow{b.Boxes[i].Name, over})
		}
		for _, s := range boxes[i].slabs {
			for _, d := range s.marks {
				l.label(d.name, pageLabel(pdf.ArabicNumbers, l.next))
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
	width, height := b.inside()
	l.flow, l.width = &Page{Width: width, Height: height}, width
	s := &setter{layout: l, lang: cmp.Or(b.Lang, l.doc.Info.Lang), width: width, tallest: height, node: l.section(b), slabs: l.slabs[:0]}
	s.blocks(b.Blocks)
	for _, b := range s.slabs {
		for _, n := range b.notes {
			s.slabs = append(s.slabs, n.slabs...)
		}
	}
	return setBox{b, s.rightToLeft(), s.slabs}
}

// section is the node of the section that the box belongs to.
func (l *layout) section(b *Box) *node {
	if l.dry {
		return &node{dry: true}
	}
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

// fit is how many slabs fit into the box, and how many lines do not.
func (b setBox) fit() (slabs, over int) {
	_, height := b.inside()
	slabs = len(b.slabs)
	for slabs > 0 && stack(b.slabs[:slabs]) > height+slop {
		slabs--
		over += b.slabs[slabs].lines
	}
	if slabs < len(b.slabs) {
		over = max(over, 1)
	}
	return slabs, over
}

// Overflow is how many lines do not fit into the box, in a document of a language; 0: all do.
func (b Box) Overflow(lang string) int {
	l := newLayout(&Document{Info: pdf.Info{Lang: lang}}, outcome{}, new(Shapes))
	_, over := b.lay(l).fit()
	return over
}

// paint draws what fits into the box.
func (b setBox) paint(p *painter) {
	fit, _ := b.fit()
	b.slabs = b.slabs[:fit]
	y := b.Y
	if _, height := b.inside(); b.Middle {
		y += (height - stack(b.slabs)) / 2
	}
	if b.Turn == 0 {
		p.place(pile(b.slabs), b.X, y, b.rtl)
		return
	}
	m := b.matrix(p.height - b.Y)
	p.turn = &m
	p.page.Save()
	p.page.Transform(m)
	p.place(pile(b.slabs), b.X, y, b.rtl)
	p.page.Restore()
	p.turn = nil
}

// inside is the size of the box as what is in it sees it.
func (b *Box) inside() (width, height float64) {
	if b.Turn%2 != 0 {
		return b.Height, b.Width
	}
	return b.Width, b.Height
}

// matrix turns what is drawn from the box's upper left corner, which lies at top from below, into its place.
func (b *Box) matrix(top float64) pdf.Matrix {
	switch b.Turn {
	case 1:
		return pdf.Matrix{B: -1, C: 1, E: b.X + b.Width - top, F: b.X + top}
	case 2:
		return pdf.HalfTurn(2*b.X+b.Width, 2*top-b.Height)
	case 3:
		return pdf.Matrix{B: 1, C: -1, E: b.X + top, F: top - b.Height - b.X}
	}
	panic(fmt.Sprintf("internal error: a box turned by %d quarters", b.Turn))
}
