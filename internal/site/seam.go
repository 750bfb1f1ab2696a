package site

import (
	"hash/fnv"
	"strconv"
)

// A Seam is the line along which a card was broken once and joined once: as paths of SVG in a box of 100 by 100, which a
// theme stretches over the outer edge of the tile. It follows from the card's id alone, so a card wears the same seam on its
// own page, in every list and on paper, and no two cards wear the same.
type Seam struct {
	Join string // the join, closed around the shard beyond it; what closes it lies outside of the box
	Hair string // finer cracks that leave it
	Chip string // the small piece that was lost, and filled
}

// A point of a seam.
type point struct{ x, y int }

// seamOf draws the seam of a card.
func seamOf(id string) Seam {
	h := fnv.New64a()
	h.Write([]byte(id))
	d := dice(h.Sum64())
	line := d.walk()
	all := append(appendPath(nil, line...), "H104V-4z"...)
	join := len(all)
	all = d.appendChip(all, line[d.among(line)])
	chip := len(all)
	for range d.roll(2, 3) {
		all = appendPath(all, d.crack(line[d.among(line)])...)
	}
	path := string(all)
	return Seam{Join: path[:join], Chip: path[join:chip], Hair: path[chip:]}
}

// walk goes from above the box to below it in six to eight steps, and keeps off its sides.
func (d *dice) walk() []point {
	steps := d.roll(6, 8)
	line := make([]point, 0, steps+1)
	x := d.roll(22, 56)
	for i := range steps + 1 {
		y := 100 * i / steps
		switch i {
		case 0:
			y = -4
		case steps:
			y = 104
		default:
			y += d.roll(-4, 4)
		}
		line = append(line, point{x, y})
		x = min(64, max(12, x+d.roll(-19, 19)))
	}
	return line
}

// among is the index of a point that is neither the first nor the last.
func (d *dice) among(line []point) int { return d.roll(1, len(line)-2) }

// crack leaves a point in two strokes, mostly outward.
func (d *dice) crack(from point) []point {
	end := d.roll(101, 104)
	if from.x > 36 && d.roll(0, 2) == 0 {
		end = d.roll(2, 14)
	}
	middle := point{from.x + (end-from.x)*d.roll(4, 6)/10, from.y + d.roll(-8, 8)}
	return []point{from, middle, {end, middle.y + d.roll(-7, 9)}}
}

// appendChip writes a small uneven lozenge over a point.
func (d *dice) appendChip(b []byte, at point) []byte {
	b = appendPath(b, point{at.x - 4, at.y}, point{at.x + d.roll(0, 2), at.y - 3}, point{at.x + 5, at.y}, point{at.x + 1, at.y + 3})
	return append(b, 'z')
}

// appendPath writes points as a path with as few bytes as SVG allows.
func appendPath(b []byte, points ...point) []byte {
	b = append(b, 'M')
	b = appendPair(b, points[0].x, points[0].y)
	b = append(b, 'l')
	for i, p := range points[1:] {
		dx := p.x - points[i].x
		if i > 0 && dx >= 0 {
			b = append(b, ' ')
		}
		b = appendPair(b, dx, p.y-points[i].y)
	}
	return b
}

func appendPair(b []byte, x, y int) []byte {
	b = strconv.AppendInt(b, int64(x), 10)
	if y >= 0 {
		b = append(b, ' ')
	}
	return strconv.AppendInt(b, int64(y), 10)
}

// dice are throws that only their seed decides: splitmix64, after Steele, Lea and Flood 2014. The standard library's own
// generators are kept out of what builds, so that nobody reaches for one that is seeded by chance.
type dice uint64

// roll throws a number from low to high.
func (d *dice) roll(low, high int) int {
	*d += 0x9e3779b97f4a7c15
	z := uint64(*d)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	z ^= z >> 31
	return low + int(z%uint64(high-low+1))
}
