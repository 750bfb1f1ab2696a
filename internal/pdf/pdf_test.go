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

func TestSmoke(t *testing.T) {
	d := New(Info{Title: "Smoke", Lang: "en"})
	p := d.AddPage(595.28, 841.89)
	p.Tag(d.Root().Add(RoleH1))
	p.Text(72, 720, shaped(serif(), 24, "Office fjord waffles To AVAST", language.Latin))
	p.Tag(d.Root().Add(RoleP))
	p.Text(72, 680, shaped(sans(), 12, "Sans text é À ğ", language.Latin))
	p.Text(72, 660, shaped(hebrew(), 12, "שלום עולם", language.Hebrew))
	p.Text(72, 640, shaped(naskh(), 12, "السلام عليكم", language.Arabic))
	p.Artifact(Layout)
	p.Stroke(Line(72, 700, 500, 700), Pen{Width: 1, Color: RGB(1, 0, 0)})
	b := mustBytes(t, d)
	if !bytes.HasPrefix(b, []byte("%PDF-1.7")) {
		t.Error("no PDF")
	}
}
