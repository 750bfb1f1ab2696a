package pdf

import (
	"bytes"
	"sync"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"codeberg.org/go-fonts/liberation/liberationserifregular"
	"codeberg.org/go-fonts/stix/stix2textitalic"
	"codeberg.org/go-fonts/stix/stix2textregular"
	arabic "eliasnaur.com/font/noto/sans/arabic/regular"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// A face is a font as the tests use it: to embed, and to shape with.
type face struct {
	*Font
	shape *font.Font
}

func load(data []byte) func() face {
	return sync.OnceValue(func() face {
		f, err := ParseFont(data, 0)
		if err != nil {
			panic(err)
		}
		shape, err := font.ParseTTF(bytes.NewReader(data))
		if err != nil {
			panic(err)
		}
		return face{f, shape.Font}
	})
}

// The faces of the tests: CFF and glyf, ligatures, right-to-left scripts.
var (
	serif  = load(stix2textregular.TTF)
	italic = load(stix2textitalic.TTF)
	sans   = load(liberationsansregular.TTF)
	hebrew = load(liberationserifregular.TTF)
	naskh  = load(arabic.TTF)
)

// shaped is a run as a typesetter would make it of text in one script and direction.
func shaped(f face, size float64, text string, script language.Script) Run {
	runes := []rune(text)
	in := shaping.Input{Text: runes, RunEnd: len(runes), Face: font.NewFace(f.shape), Size: fixed.I(1000), Script: script, Language: "en"}
	if script == language.Hebrew || script == language.Arabic {
		in.Direction = di.DirectionRTL
	}
	out := (&shaping.HarfbuzzShaper{}).Shape(in)
	r := Run{Font: f.Font, Size: size, RightToLeft: in.Direction == di.DirectionRTL}
	cluster := -1
	for _, g := range out.Glyphs {
		glyph := Glyph{ID: uint16(g.GlyphID), Advance: em(g.Advance), X: em(g.XOffset), Y: em(g.YOffset)}
		if at := g.TextIndex(); at != cluster {
			cluster = at
			glyph.Text = string(runes[at : at+g.RunesCount()])
		}
		r.Glyphs = append(r.Glyphs, glyph)
	}
	return r
}

func em(v fixed.Int26_6) float64 { return float64(v) / 64 / 1000 }

func mustBytes(t testing.TB, d *Document) []byte {
	t.Helper()
	b, err := d.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return b
}
