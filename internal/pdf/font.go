package pdf

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
	"sync"

	"github.com/amends-guide/amends/internal/pdf/subset"
)

// A Font is a font file that documents can show text in. It holds what it cut for one document ready for the next one that shows the
// same glyphs.
type Font struct {
	font *subset.Font

	mu   sync.Mutex
	cuts map[string]cut // by the glyphs, two bytes each

	typing typing
}

// A cut is a subset, compressed.
type cut struct {
	data []byte
	size int // before compression
}

// keptCuts is how many cuts a font holds: enough for the editions of one document to share them.
const keptCuts = 32

// ParseFont reads the index-th font of a file; only collections (.ttc) hold more than the one of index 0. TrueType and OpenType fonts
// with static outlines will do; the error says what is wrong with others, beginning in the middle of a sentence: "it is a
// variable font". The font uses data from then on.
func ParseFont(data []byte, index int) (*Font, error) {
	f, err := subset.Parse(data, index)
	if err != nil {
		return nil, err
	}
	return &Font{font: f, cuts: map[string]cut{}}, nil
}

// A FontError is a fault in a font's outlines, which nobody looks at before they are shown.
type FontError struct {
	Font *Font
	Err  error // begins in the middle of a sentence: "glyph 7 is cut short"
}

func (e *FontError) Error() string { return fmt.Sprintf("pdf: font %s: %v", e.Font.Name(), e.Err) }

func (e *FontError) Unwrap() error { return e.Err }

// Name is the font's PostScript name.
func (f *Font) Name() string { return f.font.Name }

// Bold says whether the font is for bold text, by the weight it says it has.
func (f *Font) Bold() bool { return f.font.Weight >= 600 }

// Glyph is the number of the glyph that the font shows for a character by itself, 0 if it has none.
func (f *Font) Glyph(r rune) uint16 { return f.font.Glyph(r) }

// Advance is how far it is from the start of a glyph to the next one's, in ems.
func (f *Font) Advance(glyph uint16) float64 {
	return float64(f.font.Advance(glyph)) / float64(f.font.UnitsPerEm)
}

// width is an advance in 1/1000 em, as files say it.
func (f *Font) width(glyph uint16) float64 { return math.Round(f.Advance(glyph)*100_000) / 100 }

// cut returns the font cut down to the glyphs.
func (f *Font) cut(glyphs []uint16) (cut, error) {
	key := make([]byte, 0, 2*len(glyphs))
	for _, g := range glyphs {
		key = binary.BigEndian.AppendUint16(key, g)
	}
	f.mu.Lock()
	c, ok := f.cuts[string(key)]
	f.mu.Unlock()
	if ok {
		return c, nil
	}
	data, err := f.font.Subset(glyphs)
	if err != nil {
		return cut{}, &FontError{f, err}
	}
	c = cut{deflate(tight, data), len(data)}
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.cuts) >= keptCuts {
		clear(f.cuts)
	}
	f.cuts[string(key)] = c
	return c, nil
}

// A usedFont is what a document shows of a font. Each pair of glyph and text has a number of its own, its CID, so that one glyph
// can stand for several texts (a space and one that does not break) and every text can be found again.
type usedFont struct {
	font   *Font
	number int
	cids   map[shown]uint16
	glyphs []uint16    // by CID
	texts  []string    // by CID
	widths []float64   // by CID, in 1/1000 em as the file says them
	recent [128]uint16 // the last CID of each glyph, by the end of its number: to look there first
}

type shown struct {
	glyph uint16
	text  string
}

func newUsedFont(f *Font, number int) *usedFont {
	u := &usedFont{font: f, number: number, cids: make(map[shown]uint16, 96)}
	u.cid(0, "") // CID 0 must be the glyph for what is missing
	return u
}

// cid returns the number of a glyph that stands for a text; ok is false when all numbers are taken.
func (u *usedFont) cid(glyph uint16, text string) (cid uint16, ok bool) {
	recent := &u.recent[glyph%uint16(len(u.recent))]
	if *recent > 0 && u.glyphs[*recent] == glyph && u.texts[*recent] == text {
		return *recent, true
	}
	key := shown{glyph, text}
	if cid, ok := u.cids[key]; ok {
		*recent = cid
		return cid, true
	}
	if len(u.glyphs) == math.MaxUint16 {
		return 0, false
	}
	cid = uint16(len(u.glyphs))
	u.cids[key], *recent = cid, cid
	u.glyphs = append(u.glyphs, glyph)
	u.texts = append(u.texts, text)
	u.widths = append(u.widths, u.font.width(glyph))
	return cid, true
}

func (u *usedFont) width(cid uint16) float64 { return u.widths[cid] }

// name is the font's name as subsets are to be called: six letters that differ from subset to subset, and the name.
func (u *usedFont) name() string {
	h := sha256.New()
	for _, g := range u.glyphs {
		h.Write([]byte{byte(g >> 8), byte(g)})
	}
	sum := h.Sum(nil)
	tag := make([]byte, 6, 80)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(append(append(tag, '+'), u.font.Name()...))
}
