package typeset

import "slices"

// A line is one line of a paragraph. Lengths are ems of its style.
type line struct {
	par   *paragraph
	parts []part  // in reading order
	x     float64 // where it starts from the left of the measure
	width float64
}

// A part is a piece at its place on a line.
type part struct {
	piece
	x      float64 // from the line's left
	tail   bool    // the space at the line's end
	spread float64 // added to each glyph, in ems of the style: the wider spaces of justified lines
}

// A broken paragraph is one whose lines are known, but not set: most are only counted, again and again.
type broken struct {
	*paragraph
	measure   float64
	stretches []stretch
}

// lines breaks the paragraph into lines no wider than the measure, in ems.
func (p *paragraph) lines(measure float64) broken {
	p = p.narrow(measure)
	return broken{p, measure, breakLines(p.chunks, measure, p.style.Align)}
}

func (b *broken) count() int { return len(b.stretches) }

// line sets the i-th line, in the room of parts if it is large enough.
func (b *broken) line(i int, room []part) line {
	return b.paragraph.line(b.stretches[i], b.measure, i == len(b.stretches)-1, room)
}

// inked are the pieces of the i-th line that are not the space at its end.
func (b *broken) inked(i int) []piece {
	s := b.stretches[i]
	return b.pieces[b.chunks[s.from].first:b.chunks[s.to-1].ink]
}

// line sets the chunks of one line.
func (p *paragraph) line(s stretch, measure float64, last bool, room []part) line {
	end := p.chunks[s.to-1]
	first := p.chunks[s.from].first
	l := line{par: p, parts: slices.Grow(room[:0], end.end-first)}
	for i := first; i < end.ink; i++ {
		q := p.pieces[i]
		l.width += p.wide(&q)
		l.parts = append(l.parts, part{piece: q})
	}
	if p.style.Align == Justify && (!last && !end.forced || l.width > measure) {
		l.justify(measure)
	}
	l.x = p.indent(measure - l.width)
	l.place(l.x)
	l.endWith(p.pieces[end.ink:end.end], last)
	return l
}

// indent is how far a line starts from the left, where so much is left over.
func (p *paragraph) indent(left float64) float64 {
	atEnd := p.style.Align == End
	switch {
	case p.style.Align == Center:
		return left / 2
	case atEnd != RightToLeft(p.lang):
		return left
	}
	return 0
}

// justify widens or narrows the spaces until the line is as wide as the measure.
func (l *line) justify(measure float64) {
	glyphs := 0
	for i := range l.parts {
		if l.parts[i].space {
			glyphs += len(l.parts[i].glyphs)
		}
	}
	if glyphs == 0 {
		return
	}
	spread := (measure - l.width) / float64(glyphs)
	for i := range l.parts {
		if l.parts[i].space {
			l.parts[i].spread = spread
		}
	}
	l.width = measure
}

// visual is the parts' indices from left to right (UAX 9, rule L2).
func (l *line) visual() []int {
	order := make([]int, len(l.parts))
	level := func(i int) int { return int(l.par.runs[l.parts[order[i]].run].level) }
	highest, lowestOdd := 0, 255
	for i := range order {
		order[i] = i
		highest = max(highest, level(i))
		if level(i)%2 == 1 {
			lowestOdd = min(lowestOdd, level(i))
		}
	}
	for at := highest; at >= lowestOdd; at-- {
		for i := 0; i < len(order); i++ {
			j := i
			for j < len(order) && level(j) >= at {
				j++
			}
			slices.Reverse(order[i:max(i, j)])
			i = max(i, j)
		}
	}
	return order
}

// place sets the parts side by side, from x on.
func (l *line) place(x float64) {
	put := func(q *part) {
		q.x = x
		x += l.wide(q)
	}
	if turns := func(q part) bool { return l.par.runs[q.run].level > 0 }; slices.ContainsFunc(l.parts, turns) {
		for _, i := range l.visual() {
			put(&l.parts[i])
		}
		return
	}
	for i := range l.parts {
		put(&l.parts[i])
	}
}

// wide is the width of a part.
func (l *line) wide(q *part) float64 { return l.par.wide(&q.piece) + q.spread*float64(len(q.glyphs)) }

// endWith adds the space at the line's end, where no ink is: without it, the words on both sides of the break would be read as
// one.
func (l *line) endWith(spaces []piece, last bool) {
	if last || len(spaces) == 0 || len(l.parts) == 0 {
		return
	}
	space := part{piece: spaces[0], x: l.x + l.width, tail: true}
	if RightToLeft(l.par.lang) {
		space.x = l.x - space.width
	}
	l.parts = append(l.parts, space)
}
