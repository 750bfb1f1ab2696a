package check

import (
	"math"
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/site"
)

// Black on white by WCAG, and the test values of APCA's own documentation with the ratios that belong to them.
func TestContrastFormulas(t *testing.T) {
	for _, c := range []struct {
		text, ground string
		ratio, lc    float64
	}{
		{"#000000", "#ffffff", 21, 106.0},
		{"#ffffff", "#000000", 21, -107.9},
		{"#888888", "#ffffff", 3.54, 63.1},
		{"#ffffff", "#888888", 3.54, -68.5},
		{"#000000", "#aaaaaa", 9.04, 58.1},
		{"#aaaaaa", "#000000", 9.04, -56.2},
		{"#112233", "#ddeeff", 13.65, 91.7},
		{"#777777", "#777777", 1, 0},
	} {
		if got := wcag(parse(c.text), parse(c.ground)); math.Abs(got-c.ratio) > 0.01 {
			t.Errorf("%s on %s: %.2f:1, want %.2f:1", c.text, c.ground, got, c.ratio)
		}
		if got := apca(parse(c.text), parse(c.ground)); math.Abs(got-c.lc) > 0.06 {
			t.Errorf("%s on %s: Lc %.1f, want Lc %.1f", c.text, c.ground, got, c.lc)
		}
	}
}

func TestContrast(t *testing.T) {
	set := report.Pos{File: "config.toml", Line: 3, Col: 7}
	problems := Contrast(map[string]site.Color{
		"ink":      {Light: "#221f1a", Dark: "#f1e9db"},
		"paper":    {Light: "#faf6ec", Dark: "#171412"},
		"own":      {Light: "#9a6a5a", Dark: "#9a6a5a", Pos: set},
		"on-glaze": {Light: "#fbf6ea", Dark: "#fbf6ea"},
	})
	if len(problems) != 1 || problems[0].Pos != set || problems[0].Class != "low-contrast" ||
		!strings.HasPrefix(problems[0].Text, "on-glaze #fbf6ea on own #9a6a5a has ") || !strings.Contains(problems[0].Hint, "7.0:1 and Lc 75: make on-glaze lighter, or own darker") {
		t.Errorf("got %v", problems)
	}
	problems = Contrast(map[string]site.Color{"ink": {Light: "#221f1a", Dark: "#555555"}, "paper": {Light: "#faf6ec", Dark: "#171412"}})
	if len(problems) != 2 || !strings.HasSuffix(problems[0].Text, "dark") || problems[0].Pos.File != "theme/css/tokens.css" {
		t.Errorf("got %v", problems)
	}
}
