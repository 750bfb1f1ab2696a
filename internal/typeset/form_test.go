package typeset

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// Options stand on one line if all fit, in columns where the longest fits more than once, and otherwise below each other; none is
// broken that need not be.
func TestOptionsBesideEachOther(t *testing.T) {
	style := Style{Family: Serif(), Size: 10, Leading: 1.2}
	short, medium, long := "yes", strings.Repeat("medium ", 3), strings.Repeat("long ", 30)
	for _, c := range []struct {
		options []string
		rows    []int
	}{
		{[]string{short, short, short}, []int{3}},
		{[]string{short, short, medium}, []int{3}},
		{[]string{medium, medium, medium, medium}, []int{2, 2}},
		{[]string{medium, medium, medium, medium, short}, []int{2, 2, 1}},
		{[]string{short, long}, []int{1, 1}},
		{nil, nil},
	} {
		b := Choices{Style: &style}
		for _, option := range c.options {
			b.Options = append(b.Options, Words(option))
		}
		s := &setter{layout: newLayout(&Document{}, outcome{}, new(Shapes)), lang: "en", width: 300}
		var rows []int
		for i := 0; i < len(b.Options); {
			starts := b.row(s, i)
			for k := range starts {
				end := s.width
				if k+1 < len(starts) {
					end = starts[k+1]
				}
				if wide := b.indent() + shapeText(b.Options[i+k], &style, "en").natural()*style.Size; len(starts) > 1 && starts[k]+wide > end {
					t.Errorf("%q: option %d has %.1f points, and needs %.1f", c.options, i+k, end-starts[k], wide)
				}
			}
			rows = append(rows, len(starts))
			i += len(starts)
		}
		if !slices.Equal(rows, c.rows) {
			t.Errorf("%q: rows of %v, not %v", c.options, rows, c.rows)
		}
		b.set(s)
		if want := float64(len(c.rows)) * style.leading(); len(c.options) > 0 && len(c.options[len(c.options)-1]) < 100 && math.Abs(stack(s.slabs)-want) > 1 {
			t.Errorf("%q: %.1f points high, not %.1f", c.options, stack(s.slabs), want)
		}
	}
}
