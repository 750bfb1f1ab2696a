package typeset

import (
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

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
	*shaped
	style *Style
	spans Text
}

// A shaped text depends on no size, colour or measure. It is frozen, and may be shared by paragraphs that look otherwise.
type shaped struct {
	lang    string
	runs    []run
	pieces  []piece
	chunks  []chunk
	missing []Missing
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

// shapeText shapes a text in a style. It does not depend on the size.
func shapeText(text Text, style *Style, lang string) *paragraph {
	p := itemisers.Get().(*itemiser)
	defer itemisers.Put(p)
	p.paragraph = &paragraph{&shaped{lang: lang}, style, text}
	if p.read(); len(p.runes) > 0 {
		p.embed()
		seg := segmenters.Get().(*segmenter.Segmenter)
		defer segmenters.Put(seg)
		seg.Init(p.runes)
		p.itemise(seg)
		p.chop(seg)
	}
	made := p.paragraph
	p.paragraph = nil
	return made
}

// chop cuts the runs into pieces and chunks, at the line break opportunities of UAX 14.
func (p *itemiser) chop(seg *segmenter.Segmenter) {
	p.chunks, p.pieces = p.chunks[:0], p.pieces[:0]
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
	p.paragraph.chunks, p.paragraph.pieces = slices.Clone(p.chunks), slices.Clone(p.pieces)
}

// breakingSpace says whether a rune is white space that vanishes at a line's end.
func breakingSpace(r rune) bool {
	return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' && r != '\u2007'
}

// cut makes pieces of runes, which are all space or all ink, and returns the run where it ended.
func (p *itemiser) cut(at, start, end int, space bool) int {
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

func (p *itemiser) addPiece(at, start, end int, space bool) {
	r := &p.runs[at]
	if r.blank {
		span := &p.spans[r.span]
		p.pieces = append(p.pieces, piece{&word{face: r.face, text: span.Text, width: span.Blank}, at, false})
		return
	}
	p.utf8 = p.utf8[:0]
	for _, c := range p.runes[start:end] {
		if c == '\n' {
			c = ' ' // which no one sees, but without it the last word of its line and the first of the next would be read as one
		}
		p.utf8 = utf8.AppendRune(p.utf8, c)
	}
	w := r.face.shape(p.utf8, r.level%2 == 1, r.script, r.lang)
	for _, lack := range w.lacks {
		p.lacks(lack, r.span)
	}
	p.pieces = append(p.pieces, piece{w, at, space})
}

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
func (p *itemiser) weigh(c *chunk) {
	for i := c.first; i < c.end; i++ {
		q := &p.pieces[i]
		if i < c.ink {
			c.width += p.wide(q)
		} else {
			c.space += p.wide(q)
		}
	}
}
