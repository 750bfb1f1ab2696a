package print

import (
	"math"
	"slices"

	"github.com/amends-guide/amends/internal/pdf"
	"github.com/amends-guide/amends/internal/typeset"
)

// The edge that printers leave white: 4.23 mm on most, 6.35 mm on all we know of. A mark that reaches into it makes viewers shrink
// the whole page.
const unprintable = 5

// Crop marks stand off the cards, so that a cut that is a little out shows none of them.
const (
	markGap    = 1.5
	markLength = 4.0
	markLeast  = 1.0 // shorter ones help nobody
)

// A mark is a line to cut along, in millimetres from the upper left corner of the page.
type mark struct{ x1, y1, x2, y2 float64 }

// marks are the crop marks for some places: around them where the sheet has room, and else small crosses at their corners.
func (s Stock) marks(spots []spot) (marks []mark) {
	if s.Perforated || len(spots) == 0 {
		return nil
	}
	left, top, right, bottom := bounds(spots)
	xs, ys := edges(spots)
	side := func(from, room float64, line func(a, b float64) mark, away float64) bool {
		length := min(markLength, room-markGap-unprintable)
		if length < markLeast {
			return false
		}
		marks = append(marks, line(from+away*markGap, from+away*(markGap+length)))
		return true
	}
	for _, x := range xs {
		upright := func(a, b float64) mark { return mark{x, a, x, b} }
		above := side(top, top, upright, -1)
		below := side(bottom, s.Paper.height-bottom, upright, 1)
		if !above && !below {
			marks = append(marks, s.crosses([]float64{x}, ys, false)...)
		}
	}
	for _, y := range ys {
		level := func(a, b float64) mark { return mark{a, y, b, y} }
		before := side(left, left, level, -1)
		after := side(right, s.Paper.width-right, level, 1)
		if !before && !after {
			marks = append(marks, s.crosses(xs, []float64{y}, true)...)
		}
	}
	return marks
}

// crosses are short lines at the corners of cards, for sheets without room around them.
func (s Stock) crosses(xs, ys []float64, level bool) (marks []mark) {
	const half = 1.5
	inside := func(at, most float64) bool { return at-half > unprintable && at+half < most-unprintable }
	for _, x := range xs {
		for _, y := range ys {
			switch {
			case !inside(x, s.Paper.width) || !inside(y, s.Paper.height):
			case level:
				marks = append(marks, mark{x - half, y, x + half, y})
			default:
				marks = append(marks, mark{x, y - half, x, y + half})
			}
		}
	}
	return marks
}

// bounds are the edges of all spots together.
func bounds(spots []spot) (left, top, right, bottom float64) {
	left, top = spots[0].x, spots[0].y
	for _, p := range spots {
		left, top = min(left, p.x), min(top, p.y)
		right, bottom = max(right, p.x+p.width), max(bottom, p.y+p.height)
	}
	return left, top, right, bottom
}

// edges are where cards begin and end, each place once.
func edges(spots []spot) (xs, ys []float64) {
	for _, p := range spots {
		xs = append(xs, p.x, p.x+p.width)
		ys = append(ys, p.y, p.y+p.height)
	}
	return apart(xs), apart(ys)
}

// apart sorts numbers and leaves out those that stand for the same place.
func apart(all []float64) []float64 {
	slices.Sort(all)
	return slices.CompactFunc(all, func(a, b float64) bool { return math.Abs(a-b) < 0.01 })
}

// ink is marks as they are drawn on a page of that height, in millimetres.
func ink(marks []mark, height float64) []typeset.Ink {
	pen := &pdf.Pen{Width: 0.25, Color: pdf.Gray(0.3)}
	var all []typeset.Ink
	for _, m := range marks {
		all = append(all, typeset.Ink{Path: pdf.Line(m.x1*mm, (height-m.y1)*mm, m.x2*mm, (height-m.y2)*mm), Pen: pen})
	}
	return all
}

// ruler is a line of 50 mm with a tick at each 10, to be held against a real one: who prints with "fit to page" sees it here.
func ruler(x, y float64) []mark {
	marks := []mark{{x, y, x + 50, y}}
	for i := range 6 {
		at := x + float64(i)*10
		marks = append(marks, mark{at, y, at, y - 1.5})
	}
	return marks
}
