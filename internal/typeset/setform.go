package typeset

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/amends-guide/amends/internal/pdf"
)

func (b WritingLines) set(s *setter) {
	top := len(s.slabs)
	atOnce := max(1, int(s.tallest/2/b.Pitch))
	for from, part := 0, 1; from < b.Rows; from, part = from+atOnce, part+1 {
		rows := min(atOnce, b.Rows-from)
		field := b.Field
		if part > 1 && field.Name != "" {
			field.Name += fmt.Sprintf("-%d", part)
		}
		n, left, width := s.node.under(pdf.RoleForm), s.left, s.width
		height := float64(rows) * b.Pitch
		s.add(slab{height: height, lines: rows, draw: func(p *painter, x, y float64) {
			p.decorate()
			for i := range rows {
				at := y + float64(i+1)*b.Pitch
				p.rule(x+left, at, x+left+width, at, pdf.Pen{Width: 0.5, Color: b.Color})
			}
			p.typed(field, n, x+left, y+max(0, b.Pitch-24)*pick(rows == 1, 1.0, 0), x+left+width, y+height-1, rows > 1)
		}})
	}
	s.space(top, b.Before, b.After)
}

func (b WritingBox) set(s *setter) {
	height := min(b.Height, s.tallest)
	n, left, width := s.node.under(pdf.RoleForm), s.left, s.width
	s.add(slab{height: height, before: b.Before, after: b.After, lines: 1, draw: func(p *painter, x, y float64) {
		p.decorate()
		p.page.Stroke(p.rect(x+left+0.25, y+0.25, x+left+width-0.25, y+height-0.25).Path(), pdf.Pen{Width: 0.5, Color: b.Color})
		p.typed(b.Field, n, x+left+2, y+2, x+left+width-2, y+height-2, true)
	}})
}

func (b Choices) set(s *setter) {
	n := s.node.under(pdf.RoleL).speaks(cmp.Or(b.Lang, s.lang), s.lang)
	top := len(s.slabs)
	for i := 0; i < len(b.Options); {
		row := len(s.slabs)
		starts := b.row(s, i)
		for _, from := range starts {
			b.option(s, i, from, n)
			i++
		}
		if len(starts) > 1 {
			s.abreast(row)
		}
		s.space(row, b.Gap, b.Gap)
	}
	s.keep(top, whole, false)
	s.space(top, b.Before, b.After)
}

// option sets the i-th option, so far from the start of the measure.
func (b Choices) option(s *setter, i int, from float64, n *node) {
	size := tickSize(b.Style)
	plain := *b.Style
	plain.Before, plain.After = 0, 0
	li := n.under(pdf.RoleLI)
	l := label{node: li.under(pdf.RoleLbl), width: size, style: b.Style}
	l.draw = func(p *painter, x, baseline float64, n *node) { p.choice(&b, i, n, x, baseline, size) }
	old := *s
	s.narrow(from, 0)
	s.labelled(l, 0, b.indent(), li.under(pdf.RoleLBody), []Block{Paragraph{Style: &plain, Text: b.Options[i], Lang: b.Lang}})
	s.left, s.width = old.left, old.width
}

// indent is from where an option begins to its words.
func (b *Choices) indent() float64 { return tickSize(b.Style) + 0.6*b.Style.Size }

// row is where the options that stand beside the i-th begin, and it itself: all of them on one line if they fit, or else as many
// columns as have room for the longest and leave the last row no emptier than it must be.
func (b *Choices) row(s *setter, i int) (starts []float64) {
	at, longest := 0.0, 0.0
	for _, option := range b.Options {
		wide := b.indent() + s.layout.shapes.shape(option, b.Style, cmp.Or(b.Lang, s.lang)).natural()*b.Style.Size + 1.5*b.Style.Size
		starts = append(starts, at)
		at, longest = at+wide, max(longest, wide)
	}
	if at <= s.width {
		return starts
	}
	columns := min(max(int(s.width/longest), 1), len(starts))
	rows := (len(starts) + columns - 1) / columns
	columns = (len(starts) + rows - 1) / rows
	for k := range starts {
		starts[k] = s.width / float64(columns) * float64(k)
	}
	return starts[:min(columns, len(starts)-i)]
}

// abreast makes the slabs from first on one, in which they stand beside each other.
func (s *setter) abreast(first int) {
	row := s.slabs[first]
	beside := slices.Clone(s.slabs[first:])
	for _, b := range beside {
		row.height = max(row.height, b.height)
	}
	row.draw = func(p *painter, x, y float64) {
		for _, b := range beside {
			b.draw(p, x, y)
		}
	}
	s.slabs = append(s.slabs[:first], row)
}

// choice draws the box or circle of an option. On paper it is read as a sign; on screen the field over it says what it is.
func (p *painter) choice(b *Choices, i int, n *node, x, baseline, size float64) {
	if p.fillable && b.Name != "" {
		p.decorate()
	} else {
		p.tag(n)
		p.says(pick(b.One, "○", "☐"), b.Style, x, baseline)
	}
	if b.One {
		p.ring(x, baseline, size, b.Style.Color)
	} else {
		p.tickBox(x, baseline, size, b.Style.Color)
	}
	p.option(b.Field, n.under(pdf.RoleForm), b.One, i, b.Options[i].String(), x, baseline-size*0.92, size)
}

func (b Scale) set(s *setter) {
	count := b.High - b.Low + 1
	if count < 1 {
		return
	}
	n := s.node.under(pdf.RoleP)
	size := b.Style.Size
	pitch := min(s.width/float64(count), size*3.2)
	ring := max(1, min(size*2, pitch-2))
	wide := pitch*float64(count-1) + ring
	left := s.left + s.offset(Start, wide)
	labels := make([]label, count)
	for i := range labels {
		labels[i] = s.textLabel(Words(strconv.Itoa(b.Low+i)), b.Style)
	}
	rtl := s.rightToLeft()
	top := len(s.slabs)
	s.add(slab{height: ring, keep: bound, lines: 2, draw: func(p *painter, x, y float64) {
		for i, l := range labels {
			at := x + left + pitch*float64(pick(rtl, count-1-i, i))
			p.step(&b, i, n, at, y, ring, l)
		}
	}})
	if b.LowEnd+b.HighEnd != "" {
		plain := *b.Style
		plain.Before, plain.After = size*0.3, 0
		old := *s
		s.narrow(0, s.width-wide)
		Sides{Style: &plain, Start: Words(b.LowEnd), End: Words(b.HighEnd)}.set(s)
		s.left, s.width = old.left, old.width
	}
	s.keep(top, bound, false)
	s.space(top, b.Before, b.After)
}

// step draws one number of a scale.
func (p *painter) step(b *Scale, i int, n *node, x, y, ring float64, l label) {
	p.decorate()
	p.page.Stroke(pdf.Circle(x+ring/2, p.height-y-ring/2, ring/2-0.4), pdf.Pen{Width: 0.6, Color: b.Style.Color})
	face, _ := b.Style.face(&Span{})
	l.draw(p, x+(ring-l.width)/2, y+ring/2+face.lines.capital*b.Style.Size/2, n)
	p.option(b.Field, n.under(pdf.RoleForm), true, i, strconv.Itoa(b.Low+i), x, y, ring)
}
