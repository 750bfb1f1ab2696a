package typeset

import "github.com/amends-guide/amends/internal/pdf"

func (b Figure) set(s *setter) {
	n := s.node.under(pdf.RoleFigure)
	n.like.Alt = b.Alt
	width, height := b.size()
	top := len(s.slabs)
	caption := &setter{layout: s.layout, lang: s.lang, left: s.left, width: s.width, tallest: s.tallest, node: n.under(pdf.RoleCaption), frame: s.frame}
	caption.blocks(b.Caption)
	room := max(s.tallest-stack(caption.slabs)-12, s.tallest/4)
	if shrink := min(1, s.width/width, room/height); shrink < 1 {
		width, height = width*shrink, height*shrink
	}
	left := s.left + s.offset(b.Align, width)
	s.add(slab{height: height, keep: bound, lines: 1, draw: func(p *painter, x, y float64) {
		p.figure(&b, n, x+left, y, width, height)
	}})
	if len(caption.slabs) == 0 {
		s.slabs[top].keep = free
	}
	s.slabs = append(s.slabs, caption.slabs...)
	s.keep(top, bound, false)
	s.space(top, b.Before, b.After)
}

// size is the width and height the figure should have.
func (b Figure) size() (width, height float64) {
	w, h := b.Width, b.Height
	if b.Image != nil {
		dotsX, dotsY := b.Image.Width, b.Image.Height
		switch iw, ih := float64(dotsX), float64(dotsY); {
		case w == 0 && h == 0:
			w, h = iw, ih
		case h == 0:
			h = w * ih / iw
		case w == 0:
			w = h * iw / ih
		}
	}
	return max(w, 1), max(h, 1)
}

// offset is where something of that width starts within the measure.
func (s *setter) offset(a Align, width float64) float64 {
	free := s.width - width
	switch {
	case a == Center:
		return free / 2
	case (a == End) != s.rightToLeft():
		return free
	}
	return 0
}

// figure draws a picture.
func (p *painter) figure(b *Figure, n *node, x, y, width, height float64) {
	switch {
	case b.Alt == "":
		p.decorate()
	default:
		p.tag(n)
		if n.made != nil {
			n.made.BBox = p.area(x, y, x+width, y+height)
		}
	}
	if b.Image != nil {
		p.page.Picture(b.Image, p.rect(x, y, x+width, y+height))
		return
	}
	p.page.Save()
	p.page.Transform(pdf.Matrix{A: width / b.Width, D: height / b.Height, E: x, F: p.height - y - height})
	p.ink(b.Drawing)
	p.page.Restore()
}

// ink draws paths.
func (p *painter) ink(paths []Ink) {
	for _, i := range paths {
		if i.Fill != nil {
			p.page.Fill(i.Path, *i.Fill)
		}
		if i.Pen != nil {
			p.page.Stroke(i.Path, *i.Pen)
		}
	}
}
