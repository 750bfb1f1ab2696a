package typeset

import (
	"math/rand/v2"
	"slices"
	"testing"

	"eliasnaur.com/font/noto/sans/arabic/regular"
	"github.com/amends-guide/amends/internal/pdf"
)

// TestDamagedFonts sets text in fonts with bytes changed at random: they are refused, or lack what they cannot show.
func TestDamagedFonts(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for range 60 {
		data := slices.Clone(regular.TTF)
		for range 1 + r.IntN(40) {
			data[r.IntN(len(data))] = byte(r.Uint32())
		}
		face, err := ParseFace(data[:len(data)-r.IntN(2)*r.IntN(len(data))], 0)
		if err != nil {
			continue
		}
		style := Style{Family: &Family{Regular: face}, Size: 12, Leading: 1.2}
		d := &Document{Info: pdf.Info{Title: "x", Lang: "ar"}, Parts: []Part{Flow{
			Page: Page{Width: 200, Height: 200}, Blocks: []Block{Paragraph{Style: &style, Text: Words("أنا آسف، السلام عليكم 123 (8:00) متعباً جداً")}},
		}}}
		_, _ = d.Set() // pdf may find that the font cannot be cut
	}
}

func TestFamiliesFindTheNearestFace(t *testing.T) {
	regular, bold := &Face{}, &Face{}
	f := &Family{Regular: regular, Bold: bold}
	for i, want := range map[[2]bool]*Face{{false, false}: regular, {true, false}: bold, {false, true}: bold, {true, true}: bold} {
		if f.face(i[0], i[1]) != want {
			t.Errorf("bold %v, italic %v", i[0], i[1])
		}
	}
}

func TestBadFaces(t *testing.T) {
	for _, data := range [][]byte{nil, []byte("no font"), regular.TTF[:1000]} {
		if _, err := ParseFace(data, 0); err == nil {
			t.Errorf("%d bytes are a font", len(data))
		}
	}
	if _, err := ParseFace(regular.TTF, 1); err == nil {
		t.Error("a second font in a file of one")
	}
}
