package typeset

import (
	"fmt"
	"strings"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/segmenter"
)

// A piece is a word as it stands in a paragraph: in one run, and either all space or none.
type piece struct {
	*word
	run   int
	space bool
}

// A chunk is what lies between two places where a line may end, with the white space that ends it.
type chunk struct {
	first, ink, end int     // its pieces, those of them that are not space at its end, and the pieces after it
	width, space    float64 // of the ink, of the space at its end; ems of the style
	forced          bool    // the line ends here
	cost            float64 // of ending the line here
	pause           float64 // in phrases: what that costs beside
}

// A paragraph is text that is shaped but not broken.
type paragraph struct {
	itemiser
	pieces []piece
	chunks []chunk
}

// Costs of ending a line, where a line that is a tenth of the measure short costs 0.01.
const (
	costInWord  = 0.02 // after a hyphen or a slash, between two ideographs
	costInside  = 2    // inside of a word that is wider than the measure
	costOfLine  = 0.0005
	costOfRunt  = 0.08 // of a last line that is next to nothing
	costOfStray = 0.004
)

// runt is the part of the measure below which a last line is short.
const runt = 0.25

var segmenters = sync.Pool{New: func() any { return new(segmenter.Segmenter) }}

// shape is shapeText, which it does not do again for a text of a document that is set in one size after the other.
func (l *layout) shape(text Text, style *Style, lang string) *paragraph {
	if l.shaped == nil {
		return shapeText(text, style, lang)
	}
	key := shapeKey(text, style, lang)
	known := l.shaped[key]
	if known == nil {
		known = shapeText(text, style, lang)
		if l.fitting {
			l.shaped[key] = known
		}
	}
	again := *known
	again.style, again.spans = style, text
	return &again
}

// shapeKey is all that the shape of a text depends on.
func shapeKey(text Text, style *Style, lang string) string {
	key := fmt.Appendf(nil, "%p %t %t %g %s", style.Family, style.Bold, style.Italic, style.Tracking, lang)
	for i := range text {
		s := &text[i]
		key = append(key, 0, bit(s.Bold)|bit(s.Italic)<<1|bit(s.Raised)<<2)
		key = append(append(append(key, s.Lang...), 0), s.Text...)
		if s.Blank > 0 {
			key = fmt.Append(key, s.Blank)
		}
	}
	return string(key)
}

func bit(set bool) byte { return pick[byte](set, 1, 0) }

// shapeText shapes a text in a style. It does not depend on the size.
func shapeText(text Text, style *Style, lang string) *paragraph {
	p := &paragraph{itemiser: itemiser{style: style, spans: text, lang: lang}}
	p.read()
	if len(p.runes) == 0 {
		return p
	}
	p.embed()
	seg := segmenters.Get().(*segmenter.Segmenter)
	defer segmenters.Put(seg)
	seg.Init(p.runes)
	p.itemise(seg)
	p.chop(seg)
	return p
}

// chop cuts the runs into pieces and chunks, at the line break opportunities of UAX 14.
func (p *paragraph) chop(seg *segmenter.Segmenter) {
	const perChunk = 6 // runes, about
	p.chunks, p.pieces = make([]chunk, 0, len(p.runes)/perChunk+1), make([]piece, 0, len(p.runes)/perChunk*2+len(p.runs)+1)
	at := 0 // the run that holds the next rune
	lines := seg.LineIterator()
	for lines.Next() {
		l := lines.Line()
		start, end := l.Offset, l.Offset+len(l.Text)
		ink := end
		for ink > start && breakingSpace(p.runes[ink-1]) {
			ink--
		}
		c := chunk{first: len(p.pieces), forced: l.IsMandatoryBreak && end < len(p.runes)}
		at = p.cut(at, start, ink, false)
		c.ink = len(p.pieces)
		at = p.cut(at, ink, end, true)
		c.end = len(p.pieces)
		if ink == end && end < len(p.runes) {
			c.cost = costInWord
		} else if ink-start <= 1 {
			c.cost = costOfStray // "I", "a" at a line's end
		}
		c.pause = p.pause(start, ink)
		p.weigh(&c)
		p.chunks = append(p.chunks, c)
	}
}

// breakingSpace says whether a rune is white space that vanishes at a line's end.
func breakingSpace(r rune) bool {
	return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' && r != '\u2007'
}

// cut makes pieces of runes, which are all space or all ink, and returns the run where it ended.
func (p *paragraph) cut(at, start, end int, space bool) int {
	for start < end {
		for p.runs[at].end <= start {
			at++
		}
		stop := min(end, p.runs[at].end)
		p.addPiece(at, start, stop, space)
		start = stop
	}
	return at
}

func (p *paragraph) addPiece(at, start, end int, space bool) {
	r := &p.runs[at]
	text := string(p.runes[start:end])
	if space {
		text = plainSpace(text)
	}
	if r.blank {
		span := &p.spans[r.span]
		p.pieces = append(p.pieces, piece{&word{face: r.face, text: span.Text, width: span.Blank}, at, false})
		return
	}
	w := r.face.shape(wordKey{text, r.level%2 == 1, r.script, r.lang})
	for _, lack := range w.lacks {
		p.lacks(lack, r.span)
	}
	p.pieces = append(p.pieces, piece{w, at, space})
}

// plainSpace is white space as it is drawn: a line feed is a space, which no one sees, but without it the last word of its
// line and the first of the next would be read as one.
func plainSpace(text string) string { return strings.ReplaceAll(text, "\n", " ") }

// raise is how raised text is set: smaller, and above the line; in ems of the style.
const (
	raisedSize = 0.66
	raisedRise = 0.36
)

// scale is the size of a piece in sizes of the style.
func (p *paragraph) scale(q *piece) float64 {
	if p.spans[p.runs[q.run].span].Raised {
		return raisedSize
	}
	return 1
}

// wide is the width of a piece, in ems of the style.
func (p *paragraph) wide(q *piece) float64 {
	return q.width*p.scale(q) + p.style.Tracking*float64(len(q.glyphs))
}

// weigh sums up the widths of a chunk.
func (p *paragraph) weigh(c *chunk) {
	for i := c.first; i < c.end; i++ {
		q := &p.pieces[i]
		if i < c.ink {
			c.width += p.wide(q)
		} else {
			c.space += p.wide(q)
		}
	}
}
