package typeset

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"unicode"

	"github.com/go-text/typesetting/font"

	"github.com/amends-guide/amends/internal/pdf"
)

// A Face is one font file, ready to set with. It is safe for concurrent use, and worth sharing: it remembers the words it shaped.
type Face struct {
	pdf   *pdf.Font
	font  *font.Font
	upem  float64
	lines lineMetrics
	ascii [0x80]bool // which it can draw, as most runes are of these
	words wordCache
}

// lineMetrics are a face's heights and depths, in ems.
type lineMetrics struct {
	ascent, descent, capital, x float64
	underline, stroke           float64
}

// ParseFace reads the index-th font of an OpenType or TrueType file; only collections hold more than the one of index 0.
func ParseFace(data []byte, index int) (*Face, error) {
	embedded, err := pdf.ParseFont(data, index)
	if err != nil {
		return nil, err
	}
	parsed, err := parseFonts(data)
	if err != nil {
		return nil, fmt.Errorf("reading a font: %w", err)
	}
	if index >= len(parsed) {
		return nil, fmt.Errorf("reading a font: the file has no font %d", index)
	}
	f := &Face{pdf: embedded, font: parsed[index].Font, upem: float64(parsed[index].Upem())}
	f.lines = f.measure(parsed[index])
	for r := range f.ascii {
		f.ascii[r] = f.draws(rune(r))
	}
	return f, nil
}

// Fault is what an error of [Document.Set] says of the face's font; nil: it is no fault of it.
func (f *Face) Fault(err error) error {
	var fault *pdf.FontError
	if errors.As(err, &fault) && fault.Font == f.pdf {
		return fault.Err
	}
	return nil
}

// parseFonts reads the tables for shaping. What trips up the reader is no font.
func parseFonts(data []byte) (faces []*font.Face, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("its tables are damaged: %v", fault)
		}
	}()
	return font.ParseTTC(bytes.NewReader(data))
}

func (f *Face) measure(face *font.Face) lineMetrics {
	em := func(m font.LineMetric) float64 { return float64(face.LineMetric(m)) / f.upem }
	m := lineMetrics{
		ascent: 0.8, descent: 0.2,
		capital: em(font.CapHeight), x: em(font.XHeight),
		underline: em(font.UnderlinePosition), stroke: em(font.UnderlineThickness),
	}
	if extents, ok := face.FontHExtents(); ok {
		m.ascent, m.descent = float64(extents.Ascender)/f.upem, -float64(extents.Descender)/f.upem
	}
	if m.stroke <= 0 {
		m.stroke = 0.05
	}
	return m
}

// has says whether the face can draw a rune. What is never drawn needs no glyph.
func (f *Face) has(r rune) bool {
	if int(r) < len(f.ascii) {
		return f.ascii[r]
	}
	return f.draws(r)
}

func (f *Face) draws(r rune) bool {
	if invisible(r) {
		return true
	}
	_, ok := f.font.Cmap.Lookup(r)
	return ok
}

// invisible are runes that steer but leave no ink: joiners, direction marks, variation selectors, white space but the blank.
func invisible(r rune) bool {
	if r < 0x7f {
		return r < ' '
	}
	return unicode.In(r, unicode.Cf, unicode.Cc, unicode.Zl, unicode.Zp, unicode.Variation_Selector) || r == 0x034f
}

// A Family is the faces of one voice, and where to look for what they lack.
type Family struct {
	Regular                  *Face   // needed
	Italic, Bold, BoldItalic *Face   // nil: the nearest of the others that can be told from Regular
	Fallback, FallbackBold   []*Face // for runes the face lacks, in order; FallbackBold is asked first in bold text
}

// face is the face for a weight and slope.
func (f *Family) face(bold, italic bool) *Face {
	order := [4]*Face{f.Regular, f.Italic, f.Bold, f.BoldItalic}
	switch {
	case bold && italic:
		order = [4]*Face{f.BoldItalic, f.Bold, f.Italic, f.Regular}
	case bold:
		order = [4]*Face{f.Bold, f.BoldItalic, f.Regular, f.Italic}
	case italic:
		order = [4]*Face{f.Italic, f.BoldItalic, f.Bold, f.Regular}
	}
	for _, face := range order {
		if face != nil {
			return face
		}
	}
	panic("internal error: a family without a face")
}

// pick is the first face that has every rune of a cluster, or else its first rune; nil if none has.
func (f *Family) pick(first *Face, bold bool, cluster []rune) *Face {
	var half *Face
	try := func(face *Face) bool {
		if !face.has(cluster[0]) {
			return false
		}
		if half == nil {
			half = face
		}
		for _, r := range cluster[1:] {
			if !face.has(r) {
				return false
			}
		}
		return true
	}
	if try(first) {
		return first
	}
	if bold {
		for _, face := range f.FallbackBold {
			if try(face) {
				return face
			}
		}
	}
	for _, face := range f.Fallback {
		if try(face) {
			return face
		}
	}
	return half
}

// With is the family with further faces to look in, in order, after its own.
func (f *Family) With(further []*Face) *Family {
	wider := *f
	for _, face := range further {
		if face.pdf.Bold() {
			wider.FallbackBold = append(slices.Clip(wider.FallbackBold), face)
		}
		wider.Fallback = append(slices.Clip(wider.Fallback), face)
	}
	return &wider
}

// A Missing is a rune that no face of a family has, and the text it stood in. It is left out of the page.
type Missing struct {
	Rune rune
	Text string
}
