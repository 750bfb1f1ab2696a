package typeset

import (
	"math"

	"github.com/amends-guide/amends/internal/pdf"
)

// Fit is the largest size, in quarters of a point, from least to most, at which a text fits into a box of width and height
// points without breaking a word. If it does not even fit at the least size, over is how many lines too many it has then.
func (m *Shapes) Fit(text Text, style Style, lang string, width, height, least, most float64) (size float64, over int) {
	p := m.shape(text, &style, lang)
	fits := func(size float64) (lines int, ok bool) {
		lines, whole := p.count(width / size)
		return lines, whole && float64(lines)*size*style.Leading <= height+slop
	}
	low, high := int(math.Ceil(least*4)), int(math.Floor(most*4))
	if lines, ok := fits(least); !ok {
		room := int((height + slop) / (least * style.Leading))
		return least, max(lines-room, 1)
	}
	for low < high {
		middle := (low + high + 1) / 2
		if _, ok := fits(float64(middle) / 4); ok {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return max(least, float64(low)/4), 0
}

// count is how many lines the paragraph needs, and whether each holds whole words.
func (p *paragraph) count(measure float64) (lines int, whole bool) {
	q := p.narrow(measure)
	return len(breakLines(q.chunks, measure, p.style.Align)), p == q
}

// FitBox is the box in the largest size, in half points from least to most, in which its blocks fit into it; of makes the box for a
// size. If they do not even fit in the least size, over is how many lines too many they have then.
func (m *Shapes) FitBox(lang string, least, most float64, of func(size float64) Box) (box Box, over int) {
	l := newLayout(&Document{Info: pdf.Info{Lang: lang}}, outcome{}, m)
	l.dry = true
	try := func(half int) (Box, int) {
		b := of(float64(half) / 2)
		laid := b.lay(l)
		_, over := laid.fit()
		l.slabs = laid.slabs
		return b, over
	}
	low := int(math.Ceil(least * 2))
	high := max(low, int(math.Floor(most*2)))
	for fits := low - 1; fits < high; {
		middle := (fits + high + 1) / 2
		tried, lines := try(middle)
		if lines == 0 {
			fits = middle
		} else {
			high = middle - 1
		}
		if lines == 0 || middle == low {
			box, over = tried, lines
		}
	}
	return box, over
}

// FitPages is the document of the most ease, from 0 to 1 in eighths, that takes no more pages than the one of no ease: of makes
// the document for an ease, which is how much more room there is between things than there must be.
func FitPages(of func(ease float64) *Document) *Document {
	const steps = 8
	shapes := new(Shapes)
	try := func(step int) (*Document, int) {
		d := of(float64(step) / steps)
		d.Shapes = shapes
		return d, len(d.layout(shapes).pages)
	}
	tight, least := try(0)
	if d, pages := try(steps); pages <= least {
		return d
	}
	for low, high := 0, steps-1; low < high; {
		middle := (low + high + 1) / 2
		if d, pages := try(middle); pages <= least {
			low, tight = middle, d
		} else {
			high = middle - 1
		}
	}
	return tight
}
