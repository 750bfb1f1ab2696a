package typeset

import (
	"sync"
	"unicode/utf8"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"github.com/amends-guide/amends/internal/pdf"
)

// A word is a stretch of text in one face, shaped: unbreakable, in visual order. It is frozen and shared.
type word struct {
	face   *Face
	text   string
	glyphs []pdf.Glyph
	width  float64 // ems
	lacks  []rune  // what the face has no glyph for; it is left out
}

// A wordKey is all that a word's shape depends on.
type wordKey struct {
	text   string
	rtl    bool
	script language.Script
	lang   language.Language
}

// wordCache remembers words. When it is full it forgets all: what is needed comes back at once, and memory stays bounded.
type wordCache struct {
	mu    sync.RWMutex
	words map[wordKey]*word
}

const maxWords = 1 << 14

// shape sets a text in the face.
func (f *Face) shape(text []byte, rtl bool, script language.Script, lang language.Language) *word {
	f.words.mu.RLock()
	w := f.words.words[wordKey{string(text), rtl, script, lang}]
	f.words.mu.RUnlock()
	if w != nil {
		return w
	}
	key := wordKey{string(text), rtl, script, lang}
	w = f.shapeAnew(key)
	f.words.mu.Lock()
	defer f.words.mu.Unlock()
	if f.words.words == nil || len(f.words.words) >= maxWords {
		f.words.words = make(map[wordKey]*word, 512)
	}
	f.words.words[key] = w
	return w
}

// A shaper is a HarfBuzz and the faces it has met: neither is safe for concurrent use, so each goroutine borrows its own.
type shaper struct {
	harfbuzz shaping.HarfbuzzShaper
	faces    map[*Face]*font.Face
}

var shapers = sync.Pool{New: func() any {
	s := &shaper{faces: map[*Face]*font.Face{}}
	s.harfbuzz.SetFontCacheSize(32)
	return s
}}

// shapeAnew shapes a word. Fonts come from users, and tables that no check finds fault with may still trip HarfBuzz up: such a
// font lacks the word.
func (f *Face) shapeAnew(key wordKey) (w *word) {
	runes := []rune(key.text)
	defer func() {
		if recover() != nil {
			w = &word{face: f, text: key.text, lacks: runes}
		}
	}()
	s := shapers.Get().(*shaper)
	face := s.faces[f]
	if face == nil {
		face = font.NewFace(f.font)
		s.faces[f] = face
	}
	input := shaping.Input{
		Text: runes, RunEnd: len(runes), Direction: di.DirectionLTR, Face: face,
		Size: fixed.I(int(f.upem)), Script: key.script, Language: key.lang,
	}
	if key.rtl {
		input.Direction = di.DirectionRTL
	}
	out := s.harfbuzz.ShapeNoExtents(input)
	shapers.Put(s) // not one that was tripped up
	w = &word{face: f, text: key.text, glyphs: make([]pdf.Glyph, 0, len(out.Glyphs))}
	w.take(key.text, out.Glyphs)
	return w
}

// take keeps the glyphs that leave ink or have a width.
func (w *word) take(text string, glyphs []shaping.Glyph) {
	em := func(v fixed.Int26_6) float64 { return float64(v) / 64 / w.face.upem }
	cluster := -1
	for _, g := range glyphs {
		var reads string
		if g.TextIndex() != cluster {
			cluster = g.TextIndex()
			reads = runeSlice(text, cluster, cluster+g.RunesCount())
		}
		if first, _ := utf8.DecodeRuneInString(reads); reads != "" && invisible(first) && g.RunesCount() == 1 {
			continue
		}
		if g.GlyphID == 0 {
			w.lacks = append(w.lacks, []rune(reads)...)
			continue
		}
		w.glyphs = append(w.glyphs, pdf.Glyph{ID: uint16(g.GlyphID), Text: reads, Advance: em(g.Advance), X: em(g.XOffset), Y: em(g.YOffset)})
		w.width += em(g.Advance)
	}
}

// runeSlice is text[from:to], counted in runes.
func runeSlice(text string, from, to int) string {
	start, n := len(text), 0
	for i := range text {
		if n == from {
			start = i
		}
		if n == to {
			return text[start:i]
		}
		n++
	}
	return text[start:]
}
