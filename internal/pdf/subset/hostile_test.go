package subset

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationserifregular"
	"codeberg.org/go-fonts/stix/stix2textregular"
	arabic "eliasnaur.com/font/noto/sans/arabic/regular"
)

// made is a font of these outlines; change may break its tables before they are put together.
func made(outlines [][]byte, change func(tables map[string][]byte)) []byte {
	n := uint16(len(outlines))
	head := make([]byte, 54)
	be.PutUint16(head[18:], 1000)
	be.PutUint16(head[50:], 1)
	hhea := make([]byte, 36)
	be.PutUint16(hhea[34:], 1)
	maxp := be.AppendUint16([]byte{0, 1, 0, 0}, n)
	hmtx := append([]byte{1, 244}, make([]byte, 2*n)...)
	glyf, loca := []byte{}, be.AppendUint32(nil, 0)
	for _, outline := range outlines {
		glyf = append(glyf, outline...)
		loca = be.AppendUint32(loca, uint32(len(glyf)))
	}
	tables := map[string][]byte{"head": head, "hhea": hhea, "maxp": maxp, "hmtx": hmtx, "glyf": glyf, "loca": loca}
	if change != nil {
		change(tables)
	}
	var all []table
	for tag, data := range tables {
		all = append(all, table{tag, data})
	}
	slices.SortFunc(all, func(a, b table) int { return strings.Compare(a.tag, b.tag) })
	return assemble(all)
}

// of is a composite glyph.
func of(glyphs ...uint16) []byte {
	b := append([]byte{0xff, 0xff}, make([]byte, 8)...)
	for i, g := range glyphs {
		flags := uint16(moreComponents)
		if i == len(glyphs)-1 {
			flags = hasInstructions
		}
		b = append(be.AppendUint16(be.AppendUint16(b, flags), g), 0, 0)
	}
	return b
}

// dot is a glyph of one contour of one point, with two bytes of instructions.
var dot = []byte{0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 9, 9, 1, 0, 0, 0}

func TestComponentsFollow(t *testing.T) {
	f := parse(t, made([][]byte{nil, dot, of(1), of(2, 1), nil}, nil))
	b := cut(t, f, []uint16{0, 3, 3})
	small := parse(t, b)
	if small.NumGlyphs != 5 { // 0, 3, 3, and the 2 and 1 within
		t.Fatalf("%d glyphs", small.NumGlyphs)
	}
	outlines := small.outlines.(*glyf)
	for i, want := range [][]byte{nil, of(3, 4), of(3, 4), of(4), dot[:12]} {
		got, err := outlines.outline(uint16(i))
		if err != nil {
			t.Fatal(err)
		}
		if len(want) > 12 {
			be.PutUint16(want[len(want)-6:], 0) // no instructions
		}
		if !bytes.HasPrefix(got, want) {
			t.Errorf("glyph %d: %v, want %v", i, got, want)
		}
	}
}

func TestHostileFonts(t *testing.T) {
	deep := [][]byte{nil, dot}
	for g := range uint16(20) {
		deep = append(deep, of(g+1, g+1))
	}
	set := func(tag string, at int, v uint16) func(map[string][]byte) {
		return func(tables map[string][]byte) { be.PutUint16(tables[tag][at:], v) }
	}
	add := func(tag string, b []byte) func(map[string][]byte) {
		return func(tables map[string][]byte) { tables[tag] = b }
	}
	drop := func(tag string) func(map[string][]byte) {
		return func(tables map[string][]byte) { delete(tables, tag) }
	}
	plain := [][]byte{nil, dot}
	for _, c := range []struct {
		why  string
		data []byte
		want string
	}{
		{"nothing", nil, "no TrueType"},
		{"words", []byte("<html>not found</html>"), "no TrueType"},
		{"web", append([]byte("wOF2"), make([]byte, 20)...), "WOFF"},
		{"half", made(plain, nil)[:60], "cut short"},
		{"variable", made(plain, add("fvar", []byte{0})), "variable"},
		{"no head", made(plain, drop("hhea")), "missing"},
		{"no outlines", made(plain, drop("glyf")), "no outlines"},
		{"no size", made(plain, set("head", 18, 0)), "size is 0"},
		{"no glyphs", made(plain, set("maxp", 4, 0)), "no glyphs"},
		{"no widths", made(plain, drop("hmtx")), "hmtx"},
		{"restricted", made(plain, add("OS/2", []byte{0, 0, 0, 0, 0, 0, 0, 0, 0, 2})), "does not allow"},
		{"in itself", made([][]byte{nil, of(1)}, nil), "within glyphs"},
		{"in each other", made([][]byte{nil, of(2), of(1)}, nil), "within glyphs"},
		{"doubling", made(deep, nil), "within glyphs"},
		{"of none", made([][]byte{nil, of(7)}, nil), "beyond"},
		{"cut composite", made([][]byte{nil, of(1)[:12]}, nil), "cut short"},
		{"cut contour", made([][]byte{nil, dot[:11]}, nil), "cut short"},
		{"long instructions", made([][]byte{nil, {0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}}, nil), "cut short"},
		{"short loca", made(plain, func(tables map[string][]byte) { tables["loca"] = tables["loca"][:8] }), "loca"},
		{"loca backwards", made(plain, set("loca", 4, 0xff)), "glyf"},
	} {
		t.Run(c.why, func(t *testing.T) {
			f, err := Parse(c.data, 0)
			if err == nil {
				_, err = f.Subset(all(f))
			}
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

// A blank glyph draws nothing and has no width, whatever the font.
func TestBlank(t *testing.T) {
	for _, face := range faces[:6] {
		f := parse(t, face.data)
		b := cut(t, f, []uint16{0, Blank, 5, Blank})
		d := drawerOf(t, b, face.data)
		if got := d.outline(t, 1); got != "[]" {
			t.Errorf("%s: it draws %s", face.name, got)
		}
		if d.cff == nil && d.face.HorizontalAdvance(3) != 0 {
			t.Errorf("%s: its width is %v", face.name, d.face.HorizontalAdvance(3))
		}
		if f.Advance(Blank) != 0 {
			t.Errorf("%s: it advances", face.name)
		}
	}
}

func TestLargeSubsets(t *testing.T) {
	huge := append([]byte{0, 1}, make([]byte, 2<<20)...)
	f := parse(t, made([][]byte{nil, huge}, nil))
	glyphs := append([]uint16{0}, slices.Repeat([]uint16{1}, 1000)...)
	if _, err := f.Subset(glyphs); !errors.Is(err, errTooLarge) {
		t.Errorf("two gigabytes: %v", err)
	}
}

func all(f *Font) (glyphs []uint16) {
	for g := range min(f.NumGlyphs, 2000) {
		glyphs = append(glyphs, uint16(g))
	}
	return glyphs
}

func TestCollections(t *testing.T) {
	one := made([][]byte{nil, dot}, nil)
	head := append([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01"), 0, 0, 0, 16)
	for i := range be.Uint16(one[4:]) { // tables are found from the start of the file
		at := one[12+16*int(i)+8:]
		be.PutUint32(at, be.Uint32(at)+16)
	}
	data := append(head, one...)
	if f, err := Parse(data, 0); err != nil || f.NumGlyphs != 2 {
		t.Errorf("%v", err)
	}
	for _, index := range []int{-1, 1, 1 << 30} {
		if _, err := Parse(data, index); err == nil {
			t.Errorf("there is no font %d", index)
		}
	}
}

func TestCharstringBounds(t *testing.T) {
	call := func(n int) []byte { return []byte{byte(n - 107 + 139), csCallSubr} }
	double := func(n int) []byte { return append(call(n), call(n)...) }
	subrs := [][]byte{call(0), {csReturn}}
	for i := range 9 {
		subrs = append(subrs, slices.Concat(double(i+1), double(i+1), double(i+1), double(i+1)))
	}
	for why, code := range map[string][]byte{
		"calls itself":      call(0),
		"much for nothing":  slices.Concat(double(10), double(10)),
		"no such":           call(99),
		"no number":         {csCallSubr},
		"a fraction":        {csFixed, 0, 0, 0, 0, csCallSubr},
		"half a number":     {csShortInt, 1},
		"half a mask":       {139, 139, csHStemHM, csHintMask},
		"two glyphs in one": {139, 139, 139, 139, csEndChar},
		"arithmetic":        {139, 139, csEscape, 10, csEndChar},
		"half an escape":    {csEscape},
		"a full stack":      bytes.Repeat([]byte{139}, 100),
	} {
		c := &cff{glyphs: [][]byte{code}, dicts: []fontDict{{subrs: subrs}}, dictOf: func(uint16) int { return 0 }}
		c.flat = make([]atomic.Pointer[[]byte], 1)
		if flat, err := c.flatten(0); err == nil {
			t.Errorf("%s: flattened to %v", why, flat)
		}
	}
}

func TestCharacters(t *testing.T) {
	f := parse(t, liberationserifregular.TTF)
	for _, r := range "Aé€Ωש" {
		if f.Glyph(r) == 0 {
			t.Errorf("no glyph for %q", r)
		}
	}
	for _, r := range []rune{'漢', -1, 0x10ffff, 0xffff} {
		if g := f.Glyph(r); g != 0 {
			t.Errorf("glyph %d for %q", g, r)
		}
	}
	runes := []rune{0, 'b', 'a', '€'}
	glyphs := []uint16{0, f.Glyph('b'), f.Glyph('a'), f.Glyph('€')}
	b, err := f.SubsetMapped(glyphs, runes)
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(b, []byte("cmap"))
	small := readCmap(b[be.Uint32(b[at+8:]):])
	for i, r := range runes[1:] {
		if g := small.glyph(r); int(g) != i+1 {
			t.Errorf("%q: glyph %d, not %d", r, g, i+1)
		}
	}
	if small.glyph('c') != 0 {
		t.Error("c was not mapped")
	}
}

func FuzzFont(f *testing.F) {
	seeds := [][]byte{made([][]byte{nil, dot, of(1), of(2, 1)}, nil)}
	for _, data := range [][]byte{liberationserifregular.TTF, stix2textregular.TTF, arabic.TTF} {
		font := parse(f, data)
		glyphs, runes := []uint16{0, font.Glyph('a'), font.Glyph(0x0645), 77, 78}, []rune{0, 'a', 0x0645, '!', '?'}
		var b []byte
		if !font.IsCFF {
			b, _ = font.SubsetMapped(glyphs, runes)
		} else { // wrapped, as Parse wants an sfnt
			b = cut(f, font, glyphs)
			b = made(make([][]byte, 5), func(tables map[string][]byte) { delete(tables, "glyf"); tables["CFF "] = b })
		}
		seeds = append(seeds, b)
	}
	for _, seed := range seeds {
		f.Add(seed, uint16(1), uint16(3))
	}
	f.Fuzz(func(t *testing.T, data []byte, a, b uint16) {
		font, err := Parse(data, 0)
		if err != nil {
			return
		}
		font.Glyph(rune(a))
		small, err := font.Subset([]uint16{0, a, b})
		if err != nil {
			return
		}
		if font.IsCFF {
			if _, err := parseCFF(small, 3); err != nil {
				t.Errorf("the subset cannot be read: %v", err)
			}
		} else if _, err := Parse(small, 0); err != nil {
			t.Errorf("the subset cannot be read: %v", err)
		}
		for g := range font.NumGlyphs {
			font.Advance(uint16(g))
		}
	})
}
