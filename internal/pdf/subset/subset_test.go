package subset

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationserifitalic"
	"codeberg.org/go-fonts/liberation/liberationserifregular"
	"codeberg.org/go-fonts/stix/stix2mathregular"
	"codeberg.org/go-fonts/stix/stix2textbold"
	"codeberg.org/go-fonts/stix/stix2textitalic"
	"codeberg.org/go-fonts/stix/stix2textregular"
	arabic "eliasnaur.com/font/noto/sans/arabic/regular"
	japanese "eliasnaur.com/font/noto/sans/jp/regular"
	"eliasnaur.com/font/roboto/robotomedium"
	"github.com/go-text/typesetting/font"
	gocff "github.com/go-text/typesetting/font/cff"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

var faces = []struct {
	name string
	data []byte
}{
	{"stix regular", stix2textregular.TTF},
	{"stix italic", stix2textitalic.TTF},
	{"stix bold", stix2textbold.TTF},
	{"stix math", stix2mathregular.TTF},
	{"liberation serif", liberationserifregular.TTF},
	{"liberation serif italic", liberationserifitalic.TTF},
	{"liberation sans bold", liberationsansbold.TTF},
	{"noto arabic", arabic.TTF},
	{"roboto medium", robotomedium.TTF},
	{"noto japanese, keyed by CIDs", japanese.TTF},
}

func parse(t testing.TB, data []byte) *Font {
	t.Helper()
	f, err := Parse(data, 0)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func cut(t testing.TB, f *Font, glyphs []uint16) []byte {
	t.Helper()
	b, err := f.Subset(glyphs)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Every glyph of every face, in subsets of a hundred at random, draws as another program draws the font itself.
func TestSubsetsDrawTheSame(t *testing.T) {
	for _, face := range faces {
		t.Run(face.name, func(t *testing.T) {
			t.Parallel()
			f, original := parse(t, face.data), drawerOf(t, face.data, face.data)
			order := rand.New(rand.NewPCG(1, 2)).Perm(f.NumGlyphs - 1)
			order = order[:min(len(order), 7000)] // a tenth of a second for each thousand
			for some := range slices.Chunk(order, 100) {
				glyphs := []uint16{0}
				for _, g := range some {
					glyphs = append(glyphs, uint16(g+1))
				}
				compare(t, original, drawerOf(t, cut(t, f, glyphs), face.data), glyphs)
			}
		})
	}
}

func compare(t *testing.T, original, subset drawer, glyphs []uint16) {
	t.Helper()
	for i, g := range glyphs {
		want, got := original.outline(t, int(g)), subset.outline(t, i)
		if want != got {
			t.Fatalf("glyph %d, %d in the subset of %v:\nwant %s\ngot  %s", g, i, glyphs, want, got)
		}
		if subset.cff != nil {
			continue // the PDF says the advances
		}
		if want, got := original.face.HorizontalAdvance(font.GID(g)), subset.face.HorizontalAdvance(font.GID(i)); want != got {
			t.Fatalf("glyph %d: advance %v, not %v", g, got, want)
		}
	}
}

// A drawer is a font as go-text draws it.
type drawer struct {
	cff  *gocff.CFF
	face *font.Face
}

// drawerOf reads a font or a bare CFF; what an sfnt needs beyond outlines to be read by itself it takes from the original.
func drawerOf(t *testing.T, data, original []byte) drawer {
	t.Helper()
	if data[0] == 1 {
		f, err := gocff.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		return drawer{cff: f}
	}
	from, err := opentype.NewLoader(bytes.NewReader(original))
	if err != nil {
		t.Fatal(err)
	}
	own, err := opentype.NewLoader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var all []opentype.Table
	for _, tag := range from.Tables() {
		b, err := own.RawTable(tag)
		if err != nil {
			b, err = from.RawTable(tag)
		}
		if err != nil {
			t.Fatal(err)
		}
		if name := tag.String(); !strings.HasPrefix(name, "G") { // glyphs are counted differently there
			all = append(all, opentype.Table{Tag: tag, Content: b})
		}
	}
	face, err := font.ParseTTF(bytes.NewReader(opentype.WriteTTF(all)))
	if err != nil {
		t.Fatal(err)
	}
	return drawer{face: face}
}

func (d drawer) outline(t *testing.T, g int) string {
	t.Helper()
	if d.cff != nil {
		segments, _, err := d.cff.LoadGlyph(tables.GlyphID(g))
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprint(segments)
	}
	o, _ := d.face.GlyphDataOutline(font.GID(g))
	return fmt.Sprint(o.Segments)
}
