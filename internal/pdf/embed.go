package pdf

import (
	"math"

	"github.com/amends-guide/amends/internal/pdf/subset"
)

// writeFont writes a font as it is used: a composite font whose codes are CIDs, which are the glyphs of the subset
// (ISO 32000-1, 9.7).
func (w *writer) writeFont(u *usedFont) error {
	font := u.font.font
	c, err := u.font.cut(u.glyphs)
	if err != nil {
		return err
	}
	name := u.name()
	program, key := w.reserve(), "FontFile2"
	if font.IsCFF {
		key = "FontFile3"
		w.deflated(program, newDict().name("Subtype", "CIDFontType0C"), c.data)
	} else {
		w.deflated(program, newDict().int("Length1", c.size), c.data)
	}
	descriptor := w.add(descriptor(font, name, flagSymbolic).ref(key, program).end())
	d := newDict().name("Type", "Font").name("BaseFont", name).ref("FontDescriptor", descriptor)
	d = d.raw("CIDSystemInfo", "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>").numbersOf("W", u.widths)
	if font.IsCFF {
		d = d.name("Subtype", "CIDFontType0")
	} else {
		d = d.name("Subtype", "CIDFontType2").name("CIDToGIDMap", "Identity")
	}
	descendant := w.add(d.end())
	unicode := w.reserve()
	w.stream(unicode, newDict(), toUnicode(u.texts))
	d = newDict().name("Type", "Font").name("Subtype", "Type0").name("BaseFont", name).name("Encoding", "Identity-H")
	w.put(w.font[u], d.refs("DescendantFonts", []ref{descendant}).ref("ToUnicode", unicode).end())
	return nil
}

// numbersOf writes widths as an array that begins with CID 0.
func (d dict) numbersOf(key string, widths []float64) dict {
	d = append(appendName(d, key), "[0["...)
	return append(appendNumbers(d, widths...), "]]"...)
}

// Flags of font descriptors (ISO 32000-1, 9.8.2).
const (
	flagFixedPitch  = 1
	flagSymbolic    = 4
	flagNonsymbolic = 32
	flagItalic      = 64
)

// descriptor begins a font descriptor, measured in 1/1000 em. The flags
// say whether its codes are those of a standard encoding. StemV is a guess from the weight, as fonts do not say it.
func descriptor(f *subset.Font, name string, flags int) dict {
	if f.FixedPitch {
		flags |= flagFixedPitch
	}
	if f.ItalicAngle != 0 {
		flags |= flagItalic
	}
	em := func(units int) float64 { return math.Round(float64(units) * 1000 / float64(f.UnitsPerEm)) }
	d := newDict().name("Type", "FontDescriptor").name("FontName", name).int("Flags", flags)
	d = d.numbers("FontBBox", em(f.Box[0]), em(f.Box[1]), em(f.Box[2]), em(f.Box[3]))
	d = d.number("ItalicAngle", math.Max(-90, math.Min(90, f.ItalicAngle)))
	d = d.number("Ascent", em(f.Ascent)).number("Descent", em(f.Descent)).number("CapHeight", em(f.CapHeight))
	return d.int("StemV", 50+f.Weight/8)
}

// toUnicode is the map from CIDs to what they stand for (ISO 32000-1, 9.10.3): ranges of codes that share their first byte, each with
// the list of its texts.
func toUnicode(texts []string) []byte {
	b := []byte("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	for first := 1; first < len(texts); first = first&^0xff + 0x100 {
		last := min(first|0xff, len(texts)-1)
		b = appendHex4(append(b, "1 beginbfrange\n<"...), uint16(first))
		b = append(appendHex4(append(b, "><"...), uint16(last)), ">["...)
		for _, text := range texts[first : last+1] {
			b = append(appendUTF16(append(b, '<'), text), '>')
		}
		b = append(b, "]\nendbfrange\n"...)
	}
	return append(b, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend"...)
}
