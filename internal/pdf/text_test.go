package pdf

import (
	"bytes"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/go-text/typesetting/language"
)

func TestClustersAreToldApart(t *testing.T) {
	f := hebrew()
	glyphs := func(text string, runes ...rune) []Glyph {
		gs := make([]Glyph, len(runes))
		for i, r := range runes {
			gs[i].ID = f.Glyph(r)
			if r == '?' {
				gs[i].ID = 1 // a shape that no character has by itself
			}
		}
		gs[0].Text = text
		return gs
	}
	for _, c := range []struct {
		text   string
		glyphs []rune
		rtl    bool
		want   []string // nil: it cannot be said
	}{
		{"q\u0303", []rune{'q', 0x303}, false, []string{"q", "\u0303"}},
		{"q\u0303", []rune{'?', 0x303}, false, []string{"q", "\u0303"}},
		{"q\u0303", []rune{'?', '?'}, false, nil},
		{"q\u0303\u0323", []rune{'q', 0x323, 0x303}, false, []string{"q", "\u0323", "\u0303"}}, // marks of two places, in any order
		{"e\u0301\u0323", []rune{'é', 0x323}, false, []string{"e\u0301", "\u0323"}},
		{"ab", []rune{'b', 'a'}, false, nil}, // letters must stand in order
		{"ab", []rune{'b', 'a'}, true, []string{"b", "a"}},
		{"ab", []rune{'?', 'b'}, false, []string{"a", "b"}},
		{"בְּ", []rune{0x5b0, 0xfb31}, true, []string{"\u05b0", "\u05d1\u05bc"}},
		{"ש\u05c1", []rune{0x5c1, 'ש'}, true, []string{"\u05c1", "ש"}},
		{"a", []rune{'a', '?'}, false, nil}, // two shapes of one letter
		{"", []rune{'a', 'b'}, false, nil},
	} {
		texts, ok := tellApart(f.Font, glyphs(c.text, c.glyphs...), c.rtl)
		if ok != (c.want != nil) || ok && !slices.Equal(texts, c.want) {
			t.Errorf("%q drawn as %q: %q, %v", c.text, string(c.glyphs), texts, ok)
		}
		if !ok && slices.Contains(texts, "") {
			t.Errorf("%q: a glyph without text", c.text)
		}
	}
}

// One glyph can stand for several texts, and every one is found again.
func TestOneGlyphManyTexts(t *testing.T) {
	d := New(Info{Title: "T", Lang: "en"})
	p := d.AddPage(300, 100)
	p.Tag(d.Root().Add(RoleP))
	g := serif().Glyph('o')
	adv := serif().Advance(g)
	p.Text(10, 50, Run{Font: serif().Font, Size: 20, Glyphs: []Glyph{{ID: g, Advance: adv, Text: "o"}, {ID: g, Advance: adv, Text: "ο"}, {ID: g, Advance: adv, Text: "о"}}})
	if text := run(t, mustBytes(t, d), "pdftotext", "FILE", "-"); !strings.HasPrefix(text, "oοо\n") {
		t.Errorf("%q", text)
	}
}

// Places within a run never drift: wherever the glyphs are to stand, the viewer's pen is there to 1/1000 em.
func TestNothingDrifts(t *testing.T) {
	for _, tracking := range []float64{0, 0.0333} {
		t.Run(fmt.Sprint(tracking), func(t *testing.T) { driftless(t, tracking) })
	}
}

func driftless(t *testing.T, tracking float64) {
	d := New(Info{Title: "T", Lang: "en"})
	p := d.AddPage(9000, 100)
	p.Tag(d.Root().Add(RoleP))
	r := shaped(sans(), 9.7, strings.Repeat("To AVAST! affluent fjords, 1234; ", 20), language.Latin)
	r.Tracking = tracking
	p.Text(0, 50, r)
	u := d.fonts[0]
	tracked := 0.0 // in 1/1000 em
	if m := regexp.MustCompile(`(\S+) Tc\n`).FindSubmatch(p.ops); m != nil {
		points, _ := strconv.ParseFloat(string(m[1]), 64)
		tracked = points * 1000 / r.Size
	}
	shown := regexp.MustCompile(`(?s)\[(.*)\]TJ`).FindSubmatch(p.ops)[1]
	pen, i, start := 0.0, 0, 0.0
	worst := 0.0
	for len(shown) > 0 {
		if shown[0] != '(' {
			number := regexp.MustCompile(`^-?\d+`).Find(shown)
			by, _ := strconv.Atoi(string(number))
			pen -= float64(by)
			shown = shown[len(number):]
			continue
		}
		var codes []byte
		codes, shown = literal(shown)
		for ; len(codes) > 0; codes = codes[2:] {
			worst = max(worst, math.Abs(pen-start))
			start += (r.Glyphs[i].Advance + tracking) * 1000
			pen += u.widths[int(codes[0])<<8|int(codes[1])] + tracked
			i++
		}
	}
	if i != len(r.Glyphs) || worst > .51 {
		t.Errorf("%d of %d glyphs, off by %.3f/1000 em", i, len(r.Glyphs), worst)
	}
}

// literal reads a string, and returns what follows it.
func literal(b []byte) (s, rest []byte) {
	for i := 1; ; i++ {
		switch b[i] {
		case ')':
			return s, b[i+1:]
		case '\\':
			i++
			if b[i] == 'r' {
				s = append(s, '\r')
				continue
			}
		}
		s = append(s, b[i])
	}
}

func TestValues(t *testing.T) {
	for v, want := range map[float64]string{0: "0", -0.0004: "0", .5: "0.5", -.125: "-0.125", 595.276: "595.276", 1.0005: "1.001", 100: "100", -7.1: "-7.1", 32767: "32767"} {
		if got := string(appendNumber(nil, v)); got != want {
			t.Errorf("%v: %s, not %s", v, got, want)
		}
	}
	for text, want := range map[string]string{"a(b)\\": `(a\(b\)\\)`, "é": "(\xfe\xff\x00\xe9)", "𝄞": "(\xfe\xff\xd8\x34\xdd\x1e)", "\xff": "(\xfe\xff\xff\xfd)", "മ": "(\xfe\xff\\r.)"} {
		if got := string(appendText(nil, text)); got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
	if got := string(appendName(nil, "A b#/é")); got != "/A#20b#23#2F#C3#A9" {
		t.Error(got)
	}
}

// Whatever the glyphs and their texts are, a document comes of it or an error.
func FuzzRun(f *testing.F) {
	f.Add("e\u0301\u05b0", uint16(40), uint16(600), 0.5, true)
	f.Add("\xff\x00\ufeff", uint16(0), uint16(0xffff), -1e300, false)
	f.Fuzz(func(t *testing.T, text string, a, b uint16, at float64, rightToLeft bool) {
		half := len(text) / 2
		for _, font := range []face{serif(), hebrew()} {
			d := New(Info{Title: text, Lang: "en"})
			p := d.AddPage(100, 100)
			p.Tag(d.Root().Add(RoleP))
			p.Text(at, 0, Run{Font: font.Font, Size: 10, RightToLeft: rightToLeft, Glyphs: []Glyph{
				{ID: a, Text: text[:half], Advance: at}, {ID: b, Y: at}, {ID: a, Text: text[half:], X: at}, {ID: b, Text: text},
			}})
			file, err := d.Bytes()
			if err == nil && (!finite(at) || int(a) >= font.font.NumGlyphs || !bytes.HasSuffix(file, []byte("%%EOF\n"))) {
				t.Errorf("%q %d %d %v", text, a, b, at)
			}
		}
	})
}

// Lines of text share a text object until something else is drawn, and each begins where it was asked for.
func TestTextObjects(t *testing.T) {
	d := New(Info{Title: "T", Lang: "en"})
	p := d.AddPage(500, 500)
	e := d.Root().Add(RoleP)
	p.Tag(e)
	r := shaped(serif(), 10, "word", language.Latin)
	var want [][2]float64
	say := func(x, y float64) {
		p.Text(x, y, r)
		want = append(want, [2]float64{math.Round(x*100) / 100, math.Round(y*100) / 100})
	}
	say(72.3333, 400.6666)
	say(72.3333, 386.1234)
	say(80.005, 371.58)
	p.Stroke(Line(10, 10, 20, 10), Pen{Width: 1})
	say(72.3333, 357)
	p.Save()
	say(300, 300)
	p.Transform(HalfTurn(500, 500))
	say(200, 200)
	p.Restore()
	say(72, 340)
	p.Artifact(Footer)
	say(72, 30)
	var got [][2]float64
	objects, x, y, open := 0, 0.0, 0.0, false
	for line := range strings.Lines(string(p.content())) {
		fields := strings.Fields(line)
		switch op := fields[len(fields)-1]; {
		case op == "BT" && !open:
			objects, open, x, y = objects+1, true, 0, 0
		case op == "ET" && open:
			open = false
		case op == "Td" && open:
			dx, _ := strconv.ParseFloat(fields[0], 64)
			dy, _ := strconv.ParseFloat(fields[1], 64)
			x, y = x+dx, y+dy
			got = append(got, [2]float64{math.Round(x*100) / 100, math.Round(y*100) / 100})
		case strings.HasSuffix(op, "]TJ") && open, op == "Tf", op == "g", op == "Tc":
		case open || op == "BT" || op == "ET":
			t.Errorf("%q, while a text object is open: %v", line, open)
		}
	}
	if !slices.Equal(got, want) || objects != 6 || open {
		t.Errorf("%d text objects, lines at %v, not %v", objects, got, want)
	}
}
