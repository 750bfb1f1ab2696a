package check

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/site"
)

// A demand is what colours need, to be seen on others: a ratio by WCAG 2.2 (1.4.3, 1.4.6, 1.4.11), and a lightness contrast
// by APCA, 0 where none is asked for.
type demand struct {
	of, on    []string
	ratio, lc float64
}

var (
	papers = []string{"paper", "raised", "sunk"}
	glazes = []string{"settle", "reach", "own", "hear", "mend", "hurt"}

	demands = []demand{
		{[]string{"ink"}, papers, 7, 75},
		{[]string{"ink-2", "link", "visited", "gold-ink", "warn", "ok"}, papers, 4.5, 70},
		{[]string{"on-action"}, []string{"action"}, 4.5, 70},
		{[]string{"on-glaze"}, glazes, 7, 75},
		{[]string{"on-glaze-2"}, glazes, 4.5, 70},
		{[]string{"paper"}, []string{"ink"}, 7, 75},
		{[]string{"edge", "focus"}, papers, 3, 0},
		{[]string{"gold", "on-glaze-focus"}, glazes, 3, 0},
	}
)

// Contrast measures the theme's colours where they meet, and tells of those too close to be seen. A glaze is measured where
// its sheen makes it lightest. Colours that a site's own theme does without are passed over.
func Contrast(colors map[string]site.Color) (problems []report.Problem) {
	for _, d := range demands {
		for _, of := range d.of {
			for _, on := range d.on {
				problems = append(problems, d.meet(colors, of, on)...)
			}
		}
	}
	return problems
}

// meet measures one colour on another, in light and in dark.
func (d demand) meet(colors map[string]site.Color, of, on string) (problems []report.Problem) {
	front, known := colors[of]
	back, both := colors[on]
	if !known || !both {
		return nil
	}
	lightens := slices.Contains(glazes, on)
	light, dark := " where the page is light", " where the page is dark"
	if front.Dark == front.Light && back.Dark == back.Light {
		light, dark = "", ""
	}
	if p, low := d.measure(of, on, light, front.Light, back.Light, lightens); low {
		problems = append(problems, p)
	}
	if dark != "" {
		if p, low := d.measure(of, on, dark, front.Dark, back.Dark, lightens); low {
			problems = append(problems, p)
		}
	}
	for i := range problems {
		problems[i].Pos = cmp.Or(front.Pos, back.Pos, report.Pos{File: "theme/css/tokens.css"})
	}
	return problems
}

func (d demand) measure(of, on, where, front, back string, lightens bool) (report.Problem, bool) {
	f, b := parse(front), parse(back)
	if lightens {
		b = b.lighter(sheen)
	}
	ratio, lc := wcag(f, b), math.Abs(apca(f, b))
	if ratio >= d.ratio && lc >= d.lc {
		return report.Problem{}, false
	}
	asked := fmt.Sprintf("%.1f:1", d.ratio)
	if d.lc > 0 {
		asked += fmt.Sprintf(" and Lc %.0f", d.lc)
	}
	way := [2]string{"darker", "lighter"}
	if f.luminance() > b.luminance() {
		way = [2]string{"lighter", "darker"}
	}
	return report.New("low-contrast", report.Pos{}, "%s %s on %s %s has %.1f:1 and Lc %.0f%s", of, front, on, back, ratio, lc, where).
		Hinted(fmt.Sprintf("it needs %s: make %s %s, or %s %s", asked, of, way[0], on, way[1])), true
}

// sheen is how much white the theme lays over the lightest corner of a glaze: --sheen in tokens.css.
const sheen = 0.09

// rgb is a colour in sRGB, each part from 0 to 1.
type rgb [3]float64

// parse reads #rrggbb; anything else was refused before.
func parse(hex string) (c rgb) {
	for i := range c {
		n, _ := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		c[i] = float64(n) / 255
	}
	return c
}

func (c rgb) lighter(by float64) rgb {
	for i := range c {
		c[i] += (1 - c[i]) * by
	}
	return c
}

// wcag is the contrast ratio of WCAG 2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
func wcag(a, b rgb) float64 {
	la, lb := a.luminance(), b.luminance()
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func (c rgb) luminance() float64 {
	for i, v := range c {
		if v <= 0.04045 {
			c[i] = v / 12.92
		} else {
			c[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2]
}

// apca is the lightness contrast of text on a ground by APCA 0.1.9 (W3 version): https://git.apcacontrast.com/documentation/
// It is negative for light text on a dark ground.
func apca(text, ground rgb) float64 {
	t, g := text.screen(), ground.screen()
	if math.Abs(t-g) < 0.0005 {
		return 0
	}
	if g > t {
		return clip((math.Pow(g, 0.56) - math.Pow(t, 0.57)) * 1.14)
	}
	return -clip((math.Pow(t, 0.62) - math.Pow(g, 0.65)) * 1.14)
}

// screen is how light a colour is on a screen, with the darkest lifted as eyes in a room see it.
func (c rgb) screen() float64 {
	y := 0.2126729*math.Pow(c[0], 2.4) + 0.7151522*math.Pow(c[1], 2.4) + 0.0721750*math.Pow(c[2], 2.4)
	if y < 0.022 {
		y += math.Pow(0.022-y, 1.414)
	}
	return y
}

func clip(contrast float64) float64 {
	if contrast < 0.1 {
		return 0
	}
	return (contrast - 0.027) * 100
}
