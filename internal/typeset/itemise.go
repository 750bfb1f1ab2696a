package typeset

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"
)

// A run is a stretch of a paragraph that is shaped alike: one span, one face, one script, one embedding level.
type run struct {
	start, end int // in runes
	span       int
	face       *Face
	level      bidi.Level
	script     language.Script
	lang       language.Language
	blank      bool // no text but a rule to write on
}

// blankRune stands in the text for a rule to write on: lines may end before and after it (UAX 14, class CB).
const blankRune = '\ufffc'

// An itemiser cuts a paragraph's text into runs. It can be used again.
type itemiser struct {
	*paragraph
	runes  []rune
	spanOf []int32
	levels []bidi.Level

	// Room to work in, so that what is kept is no larger than it must be.
	utf8   []byte
	pieces []piece
	chunks []chunk
}

var itemisers = sync.Pool{New: func() any { return new(itemiser) }}

// read joins the spans' text into runes, with what steers nothing left out.
func (p *itemiser) read() {
	p.runes, p.spanOf = p.runes[:0], p.spanOf[:0]
	for i := range p.spans {
		s := &p.spans[i]
		text := s.Text
		if s.Blank > 0 {
			text = string(blankRune)
		}
		for _, r := range text {
			switch {
			case r == '\u00ad' || r == '\ufeff' || r == '\r': // no hyphenation: a soft hyphen has nothing to say
				continue
			case r == '\t' || r == '\v' || r == '\f':
				r = ' '
			case r == blankRune && s.Blank == 0, r < ' ' && r != '\n', r == unicode.ReplacementChar:
				p.lacks(r, i)
				continue
			}
			p.runes = append(p.runes, r)
			p.spanOf = append(p.spanOf, int32(i))
		}
	}
}

// lacks notes a rune that cannot be drawn.
func (p *itemiser) lacks(r rune, span int) {
	p.missing = append(p.missing, Missing{r, p.spans.around(span)})
}

// around is some text about a span, to find it by.
func (t Text) around(span int) string {
	const most = 60
	s := strings.TrimSpace(t[span].Text)
	if all := strings.TrimSpace(t.String()); len(s) < 20 {
		s = all
	}
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return s
}

var bidiPool = sync.Pool{New: func() any { return new(bidi.Paragraph) }}

// embed finds each rune's embedding level (UAX 9); where nothing is written from right to left, all are 0.
func (p *itemiser) embed() {
	p.levels = cleared(p.levels, len(p.runes))
	if !RightToLeft(p.lang) && !slices.ContainsFunc(p.runes, mayTurn) {
		return
	}
	b := bidiPool.Get().(*bidi.Paragraph)
	defer bidiPool.Put(b)
	base := bidi.LeftToRight
	if RightToLeft(p.lang) {
		base = bidi.RightToLeft
	}
	runs := b.Segment(p.runes, base)
	for i := range runs.NumRuns() {
		r := runs.Run(i)
		for k := r.Start; k < r.End; k++ {
			p.levels[k] = r.Level
		}
	}
}

// mayTurn says whether a rune may be written from right to left or make others so: what stands before Hebrew in Unicode never does,
// nor do dashes, quotation marks and dots.
func mayTurn(r rune) bool { return r >= 0x590 && !(r >= 0x2010 && r <= 0x2027) }

// itemise cuts the text where span, face, script or level change, never within a cluster.
func (p *itemiser) itemise(seg *segmenter.Segmenter) {
	script := language.Latin
	var last *Face // of the script at hand
	at := -1       // the span that lang, face and bold are of
	var lang language.Language
	var face *Face
	var bold bool
	clusters := seg.GraphemeIterator()
	for clusters.Next() {
		c := clusters.Grapheme()
		start, end := c.Offset, c.Offset+len(c.Text)
		r := run{start: start, end: end, span: int(p.spanOf[start]), level: p.levels[start]}
		span := &p.spans[r.span]
		if r.span != at {
			at = r.span
			lang = language.NewLanguage(cmp.Or(span.Lang, p.lang))
			face, bold = p.style.face(span)
		}
		r.lang = lang
		found := scriptOf(c.Text[0])
		neutral := !found.Strong()
		if !neutral {
			script = found
		}
		r.script = script
		switch {
		case span.Blank > 0:
			r.blank, r.face = true, face
		case neutral && last != nil && last != face && r.level%2 == 1 && last.has(c.Text[0]):
			r.face = last // a bracket among Hebrew letters is drawn as theirs
		default:
			r.face = p.style.Family.pick(face, bold, c.Text)
		}
		if r.face == nil {
			r.face = face // its shape will tell what it lacks
		}
		if !neutral {
			last = r.face
		}
		p.add(r)
	}
}

// scriptOf is the script of a rune, found at once for most.
func scriptOf(r rune) language.Script {
	switch {
	case r >= 0x80:
		return language.LookupScript(r)
	case r >= 'A' && r <= 'Z', r >= 'a' && r <= 'z':
		return language.Latin
	}
	return language.Common
}

// add appends a run, or lengthens the last.
func (p *itemiser) add(r run) {
	if n := len(p.runs); n > 0 && !r.blank {
		last := &p.runs[n-1]
		if last.span == r.span && last.face == r.face && last.level == r.level && last.script == r.script && !last.blank {
			last.end = r.end
			return
		}
	}
	p.runs = append(p.runs, r)
}
