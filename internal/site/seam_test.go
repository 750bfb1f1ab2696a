package site

import (
	"fmt"
	"regexp"
	"testing"
)

func TestSeamsStayTheSameAndDiffer(t *testing.T) {
	// A reader who knows a card by its break must find it again after an upgrade: this drawing never changes.
	want := Seam{
		Join: "M32-4l-6 20-2 8 7 13 5 12-7 10 10 17 10 7-12 21H104V-4z",
		Hair: "M26 16l30-8 47 0M31 37l28 0 42-5M36 49l26-8 39 0",
		Chip: "M35 76l4-3 5 3-4 3z",
	}
	if got := seamOf("own-snapped-child"); got != want {
		t.Errorf("the seam of own-snapped-child is now %q", got)
	}
	drawn := regexp.MustCompile(`^M\d+-4l[-\d ]+H104V-4z$`)
	seen := map[Seam]string{}
	for i := range 10_000 {
		id := fmt.Sprintf("card-%d", i)
		s := seamOf(id)
		if other, taken := seen[s]; taken {
			t.Fatalf("%s and %s wear one seam", id, other)
		}
		seen[s] = id
		if !drawn.MatchString(s.Join) {
			t.Fatalf("%s: %q is not a seam", id, s.Join)
		}
		if s.Hair == "" || s.Chip == "" {
			t.Fatalf("%s has no cracks or no chip", id)
		}
	}
}

func BenchmarkSeam(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		seamOf("own-snapped-child")
	}
}
