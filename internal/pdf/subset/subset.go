// Package subset cuts fonts down to the glyphs that a document shows.
//
// In comes a static TrueType or OpenType font with outlines (glyf or CFF), and the numbers of the glyphs that are wanted, in any
// order and as often as one likes. Out comes a font whose glyphs are these, in that order: an sfnt of glyf outlines, or a bare
// CFF font keyed by CIDs that equal the glyph numbers, both as PDF embeds them. The outlines are those of the font, number for
// number. Hints are dropped: they are for coarse screens, and a quarter of the bytes.
//
// Fonts come from users. Whatever their bytes, Parse and Subset return an error or a font, never panic, and take time and memory in
// proportion to their input. A Font never changes after Parse and may be used by many goroutines at once.
package subset

import (
	"encoding/binary"
	"errors"
	"fmt"
)

var be = binary.BigEndian

// largest is how many bytes of outlines a subset may hold: the glyphs of a hostile font can all be the same large piece of it.
const largest = 64 << 20

// Blank is the number of a glyph that every font has: one without shape and width, to carry text that another glyph shows.
const Blank = 0xffff

var errTooLarge = errors.New("its glyphs are too large")

// A Font is a font that can be cut. Lengths are in font units; see UnitsPerEm.
type Font struct {
	Name        string // PostScript name, or "Font" where the font has none that PDF can hold
	NumGlyphs   int
	UnitsPerEm  int
	IsCFF       bool
	Ascent      int // above the baseline
	Descent     int // below it, so less than 0
	CapHeight   int
	ItalicAngle float64 // in degrees, counter-clockwise
	Weight      int     // 400 is regular, 700 bold
	FixedPitch  bool
	Box         [4]int // of all glyphs: left, bottom, right, top

	head, hhea, maxp, hmtx []byte
	advances               int // entries of hmtx that have an advance
	cmap                   charMap
	outlines               outlines
}

// outlines is one of the two ways in which fonts draw.
type outlines interface {
	subset(f *Font, glyphs []uint16, cmap []byte) ([]byte, error)
}

// Parse reads the index-th font of a file; only collections hold more than the one of index 0. The font uses data from then on.
func Parse(data []byte, index int) (*Font, error) {
	tables, err := directory(data, index)
	if err != nil {
		return nil, err
	}
	if tables["fvar"] != nil {
		return nil, errors.New("it is a variable font; use a static one, such as one of its instances")
	}
	f := &Font{head: tables["head"], hhea: tables["hhea"], maxp: tables["maxp"], hmtx: tables["hmtx"]}
	if err := f.measures(tables); err != nil {
		return nil, err
	}
	f.Name = postScriptName(tables["name"])
	f.cmap = readCmap(tables["cmap"])
	f.outlines, err = f.readOutlines(tables)
	return f, err
}

func (f *Font) readOutlines(tables map[string][]byte) (outlines, error) {
	switch {
	case tables["CFF "] != nil:
		f.IsCFF = true
		return parseCFF(tables["CFF "], f.NumGlyphs)
	case tables["CFF2"] != nil:
		return nil, errors.New("its outlines are of the kind CFF2; use a static TrueType or OpenType font")
	case tables["glyf"] != nil && tables["loca"] != nil:
		return &glyf{data: tables["glyf"], loca: tables["loca"], long: be.Uint16(f.head[50:]) != 0}, nil
	}
	return nil, errors.New("it has no outlines to draw")
}

// Subset returns a font of these glyphs, the i-th of which is numbered i; [Blank] can be among them. The first must be glyph 0, which stands for what is
// missing. Components of composite glyphs that were not asked for follow at the end.
func (f *Font) Subset(glyphs []uint16) ([]byte, error) {
	if len(glyphs) == 0 || glyphs[0] != 0 {
		return nil, errors.New("a subset must begin with glyph 0")
	}
	if len(glyphs) > 0xffff {
		return nil, errors.New("a subset holds 65,535 glyphs at most")
	}
	for _, g := range glyphs {
		if int(g) >= f.NumGlyphs && g != Blank {
			return nil, fmt.Errorf("there is no glyph %d", g)
		}
	}
	return f.outlines.subset(f, glyphs, nil)
}

// SubsetMapped is Subset for a font of glyf outlines, with a table that finds the glyphs by characters: runes has one for each
// glyph, below 0xffff; that of glyph 0 does not matter.
func (f *Font) SubsetMapped(glyphs []uint16, runes []rune) ([]byte, error) {
	if f.IsCFF {
		return nil, errors.New("its outlines are not of the kind TrueType")
	}
	return f.outlines.subset(f, glyphs, writeCmap(runes))
}

// Glyph is the number of the glyph that the font shows for a character by itself, 0 if none.
func (f *Font) Glyph(r rune) uint16 {
	if g := f.cmap.glyph(r); int(g) < f.NumGlyphs {
		return g
	}
	return 0
}

// Advance is how far it is from the start of a glyph to the next one's.
func (f *Font) Advance(glyph uint16) int {
	advance, _ := f.metrics(glyph)
	return int(advance)
}

// metrics are a glyph's entries of hmtx: glyphs after the last advance share it.
func (f *Font) metrics(glyph uint16) (advance uint16, bearing uint16) {
	i := int(glyph)
	if glyph == Blank {
		return 0, 0
	}
	if i < f.advances {
		return be.Uint16(f.hmtx[4*i:]), be.Uint16(f.hmtx[4*i+2:])
	}
	advance = be.Uint16(f.hmtx[4*f.advances-4:])
	if at := 4*f.advances + 2*(i-f.advances); at+2 <= len(f.hmtx) {
		bearing = be.Uint16(f.hmtx[at:])
	}
	return advance, bearing
}
