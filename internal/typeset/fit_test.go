package typeset

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/pdf"
)

// The box that fits is the one in the largest size that does not overflow, whatever was shaped for the sizes tried before.
func TestFitBox(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 60 {
		words := strings.Repeat("When you say it, say it once. שלום ", 1+r.IntN(6))
		width, height := 60+r.Float64()*120, 20+r.Float64()*120
		of := func(size float64) Box {
			style := Style{Family: Serif(), Size: size, Leading: 1.2, After: size / 4}
			bold := style
			bold.Bold = true
			return Box{Width: width, Height: height, Blocks: []Block{
				Paragraph{Style: &bold, Text: Words("Leave it when")},
				List{Style: &style, Items: []Item{{Blocks: []Block{Paragraph{Style: &style, Text: Text{{Text: words}, {Text: "what", Blank: 3}, {Text: words, Italic: true}}}}}}},
			}}
		}
		want, fits := 7.0, of(7).Overflow("en") == 0
		for size := 7.0; size <= 12; size += 0.5 {
			if of(size).Overflow("en") == 0 {
				want = size
			}
		}
		box, over := new(Shapes).FitBox("en", 7, 12, of)
		if got := box.Blocks[0].(Paragraph).Style.Size; got != want || (over == 0) != fits || over != of(want).Overflow("en") {
			t.Errorf("%.0f by %.0f points: size %g with %d lines too many, want %g", width, height, got, over, want)
		}
	}
}

// Of documents that take as few pages as can be, the one with the most ease is chosen.
func TestFitPages(t *testing.T) {
	style := Style{Family: Serif(), Size: 10, Leading: 1.2}
	for lines := 1; lines < 60; lines += 3 {
		of := func(ease float64) *Document {
			spaced := style
			spaced.After = 20 * ease
			var blocks []Block
			for range lines {
				blocks = append(blocks, Paragraph{Style: &spaced, Text: Words("Come back.")})
			}
			return &Document{Info: pdf.Info{Title: "x", Lang: "en"}, Parts: []Part{Flow{Page: Page{Width: 200, Height: 300}, Blocks: blocks}}}
		}
		want := 0.0
		for ease := 0.0; ease <= 1; ease += 0.125 {
			if of(ease).Pages() == of(0).Pages() {
				want = ease
			}
		}
		if got := FitPages(of).Parts[0].(Flow).Blocks[0].(Paragraph).Style.After / 20; got != want {
			t.Errorf("%d lines: ease %g, not %g", lines, got, want)
		}
	}
}

// Texts that differ in anything their shape depends on are shaped apart, however much they look alike.
func TestShapesAreToldApart(t *testing.T) {
	regular := Style{Family: Serif(), Size: 10, Leading: 1.2}
	bold, tracked, sans := regular, regular, regular
	bold.Bold, tracked.Tracking, sans.Family = true, 0.1, Sans()
	texts := []Text{
		nil, Words(""), Words("fi fjord"), {{Text: "fi "}, {Text: "fjord"}}, {{Text: "fi fjord", Bold: true}}, {{Text: "fi fjord", Italic: true}},
		{{Text: "fi fjord", Raised: true}}, {{Text: "fi fjord", Lang: "tr"}}, {{Text: "fi fjord", Blank: 3}}, {{Text: "fi fjord", Blank: 4}},
		{{Text: "fi fjord"}, {}}, {{}, {Text: "fi fjord"}},
	}
	m := new(Shapes)
	for range 2 {
		for _, style := range []*Style{&regular, &bold, &tracked, &sans} {
			for _, lang := range []string{"en", "tr", "he"} {
				for i, text := range texts {
					got, want := m.shape(text, style, lang), shapeText(text, style, lang)
					if !reflect.DeepEqual(got, want) {
						t.Errorf("text %d in %s: %v, not %v", i, lang, got, want)
					}
				}
			}
		}
	}
	if n := len(m.texts); n != 4*3*len(texts) {
		t.Errorf("%d shapes of %d texts", n, 4*3*len(texts))
	}
}
