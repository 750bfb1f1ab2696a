package build_test

import (
	"math"
	"runtime/debug"
	"testing"
)

// A thrifty build holds the program to what the guide needs; who holds it to less, or collects garbage in another way, is left alone.
func TestThrifty(t *testing.T) {
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(-1))
	defer debug.SetGCPercent(debug.SetGCPercent(100))
	o := options("testdata/site")
	for _, c := range []struct {
		name                 string
		thrifty              bool
		limit, want          int64
		percent, wantPercent int
	}{
		{"thrifty", true, math.MaxInt64, 160 << 20, 100, 300},
		{"held to less", true, 100 << 20, 100 << 20, 100, 100},
		{"GOGC is set", true, math.MaxInt64, 160 << 20, 50, 50},
		{"not thrifty", false, math.MaxInt64, math.MaxInt64, 100, 100},
	} {
		debug.SetMemoryLimit(c.limit)
		debug.SetGCPercent(c.percent)
		o.Thrifty = c.thrifty
		buildOnce(t, o)
		if limit, percent := debug.SetMemoryLimit(-1), debug.SetGCPercent(100); limit != c.want || percent != c.wantPercent {
			t.Errorf("%s: a limit of %d and %d %% of garbage, want %d and %d", c.name, limit, percent, c.want, c.wantPercent)
		}
	}
}
