package typeset

import "github.com/amends-guide/amends/internal/pdf"

// paint draws a line with its left at x and its baseline at y, in reading order: what stands first in the text stands first in the file,
// though it be on the right. Neighbouring parts that look alike are drawn as one run.
func (l *line) paint(p *painter, x, y float64, nodes []*node) {
	for i := 0; i < len(l.parts); {
		end := i + 1
		for end < len(l.parts) && l.alike(&l.parts[i], &l.parts[end]) {
			end++
		}
		l.run(p, x, y, l.parts[i:end], nodes)
		i = end
	}
}

// alike says whether two parts can be drawn as one run.
func (l *line) alike(a, b *part) bool {
	ra, rb := &l.par.runs[a.run], &l.par.runs[b.run]
	return ra.span == rb.span && a.face == b.face && ra.level == rb.level && ra.level%2 == 0 && !ra.blank && !rb.blank
}

// run draws parts as one run.
func (l *line) run(p *painter, x, y float64, parts []part, nodes []*node) {
	r := &l.par.runs[parts[0].run]
	style, span, n := l.par.style, &l.par.spans[r.span], nodes[r.span]
	scale := l.par.scale(&parts[0].piece)
	size := style.Size * scale
	color := style.Color
	if span.Color != nil {
		color = *span.Color
	}
	left := x + parts[0].x*style.Size
	p.tag(n)
	if r.blank {
		p.says("____", style, left, y)
		p.blank(left, y, parts[0].width*style.Size, size, color)
		return
	}
	p.glyphs = p.glyphs[:0]
	width := 0.0
	for i := range parts {
		spread := parts[i].spread / scale
		for _, g := range parts[i].glyphs {
			g.Advance += spread
			p.glyphs = append(p.glyphs, g)
		}
		if !parts[i].tail {
			width += l.wide(&parts[i]) * style.Size
		}
	}
	if scale != 1 {
		y -= raisedRise * style.Size
	}
	p.page.Text(left, p.height-y, pdf.Run{
		Font: parts[0].face.pdf, Size: size, Color: color, Glyphs: p.glyphs, Tracking: style.Tracking / scale, RightToLeft: r.level%2 == 1,
	})
	if m := parts[0].face.lines; width > 0 {
		p.strike(span, left, y, width, size, color, m)
		p.gather(n, p.area(left, y-m.ascent*size, left+width, y+m.descent*size))
	}
}

// strike draws the lines under and through a run.
func (p *painter) strike(s *Span, x, y, width, size float64, color pdf.Color, m lineMetrics) {
	pen := pdf.Pen{Width: m.stroke * size, Color: color}
	if s.Underline {
		under := y - m.underline*size + m.stroke*size/2
		p.rule(x, under, x+width, under, pen)
	}
	if s.Strike {
		through := y - m.x*size*0.55
		p.rule(x, through, x+width, through, pen)
	}
}

// blank draws a rule to write on.
func (p *painter) blank(x, y, width, size float64, color pdf.Color) {
	y += 0.12 * size
	p.rule(x, y, x+width, y, pdf.Pen{Width: 0.5, Color: color})
}
