package typeset

import (
	"math"
	"slices"
	"sync"
)

// A stretch is the chunks of one line: from, and up to but without, two indices.
type stretch struct{ from, to int }

// breaker chooses the line ends of a paragraph so that the sum of all costs is least (after Knuth and Plass, "Breaking
// Paragraphs into Lines", 1981, without hyphens). Lengths are in ems.
type breaker struct {
	chunks  []chunk
	measure float64
	align   Align
	sum     []float64 // widths of the chunks before, with their spaces
	spaced  []float64 // widths of the spaces alone
	best    []float64 // the least cost of all lines before
	from    []int     // where the last of these lines starts
}

var breakers = sync.Pool{New: func() any { return new(breaker) }}

// breakLines chooses the lines. No line is wider than the measure, but for one of a single chunk that is.
func breakLines(chunks []chunk, measure float64, align Align) []stretch {
	b := breakers.Get().(*breaker)
	defer breakers.Put(b)
	b.chunks, b.measure, b.align = chunks, measure, align
	n := len(chunks)
	b.sum, b.spaced, b.best, b.from = cleared(b.sum, n+1), cleared(b.spaced, n+1), cleared(b.best, n+1), cleared(b.from, n+1)
	for i := range chunks {
		b.sum[i+1] = b.sum[i] + chunks[i].width + chunks[i].space
		b.spaced[i+1] = b.spaced[i] + chunks[i].space
		b.reach(i + 1)
	}
	count := 0
	for end := n; end > 0; end = b.from[end] {
		count++
	}
	lines := make([]stretch, count)
	for end := n; end > 0; end = b.from[end] {
		count--
		lines[count] = stretch{b.from[end], end}
	}
	return lines
}

// cleared is n zeros, in the room of a slice if it is large enough.
func cleared[T any](room []T, n int) []T {
	room = slices.Grow(room[:0], n)[:n]
	clear(room)
	return room
}

// slop is what rounding may add to a width.
const slop = 1e-6

// reach finds the best last line that ends before chunk end.
func (b *breaker) reach(end int) {
	b.best[end] = math.Inf(1)
	for from := end - 1; from >= 0; from-- {
		if from < end-1 && b.chunks[from].forced {
			return
		}
		width := b.sum[end] - b.sum[from] - b.chunks[end-1].space
		if from < end-1 && width-b.give(from, end) > b.measure+slop {
			return
		}
		if cost := b.best[from] + b.cost(from, end, width); cost < b.best[end] {
			b.best[end], b.from[end] = cost, from
		}
	}
}

// Spaces of justified lines may shrink and stretch by these parts of their width.
const (
	shrinkable  = 0.2
	stretchable = 0.5
)

// give is how much narrower a line can be made.
func (b *breaker) give(from, end int) float64 {
	if b.align != Justify {
		return 0
	}
	return b.spaces(from, end) * shrinkable
}

// spaces is the width of all spaces between the chunks of a line.
func (b *breaker) spaces(from, end int) float64 { return b.spaced[end-1] - b.spaced[from] }

// cost is what one line costs: the square of how much of the measure it leaves, and what its end costs.
func (b *breaker) cost(from, end int, width float64) float64 {
	short := (b.measure - width) / b.measure
	last := end == len(b.chunks) || b.chunks[end-1].forced
	cost := costOfLine
	if !last {
		cost += b.chunks[end-1].cost
	}
	switch {
	case b.align.balanced():
		if !last {
			cost += b.chunks[end-1].pause
		}
		return cost + 1000 + short*short
	case last && b.align == Justify:
		cost += max(0, -short) * 10
	case b.align == Justify:
		return cost + b.loose(from, end, width)
	case !last:
		return cost + short*short
	}
	if part := width / (b.measure * runt); part < 1 && from > 0 && !b.chunks[from-1].forced {
		cost += costOfRunt * (1 - part*part)
	}
	return cost
}

// loose is what it costs to make a line as wide as the measure.
func (b *breaker) loose(from, end int, width float64) float64 {
	spaces := b.spaces(from, end)
	gap := b.measure - width
	if spaces == 0 {
		return 10 + gap
	}
	ratio := gap / (spaces * stretchable)
	if gap < 0 {
		ratio = gap / (spaces * shrinkable)
	}
	return min(10, ratio*ratio*math.Abs(ratio)*0.02)
}
