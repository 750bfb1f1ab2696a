package pdf

import (
	"math"
	"slices"
	"strconv"
	"unicode/utf8"
)

// typeLine writes the operators that show a run's glyphs: strings of glyphs in arrays, with corrections where the next glyph
// does not start where the last one's width ends. Lengths are in 1/1000 em.
type typeLine struct {
	canvas   *Canvas
	font     *usedFont
	tracking float64 // between glyphs as it should be
	tracked  float64 // and as Tc says it
	start    float64 // where the next glyph should start
	pen      float64 // where the viewer's pen stands
	rise     float64 // set by Ts
	open     byte    // 0: no array; '[': in an array; '(': in a string of an array
}

// clusters shows the glyphs cluster by cluster: a glyph with text, and those without that follow it. They are shown from left to
// right even where they are read from right to left: viewers know that from the letters, as most programs write them so.
func (l *typeLine) clusters(r Run) {
	for i := 0; i < len(r.Glyphs); {
		end := i + 1
		for end < len(r.Glyphs) && r.Glyphs[end].Text == "" {
			end++
		}
		l.cluster(r.Glyphs[i:end], r.RightToLeft)
		i = end
	}
	l.lift(0)
}

// cluster shows glyphs that stand for the text of the first. One glyph or glyphs that can be told apart have their own texts;
// others are wrapped in the text of all.
func (l *typeLine) cluster(gs []Glyph, rightToLeft bool) {
	text := gs[0].Text
	if len(gs) == 1 && text != "" {
		l.part(gs[0], text, rightToLeft)
		return
	}
	texts, ok := tellApart(l.font.font, gs, rightToLeft)
	if ok {
		for i, g := range gs {
			l.part(g, texts[i], rightToLeft)
		}
		return
	}
	l.close()
	l.canvas.ops = append(appendText(append(l.canvas.ops, "/Span<</ActualText"...), text), ">>BDC\n"...)
	for i, g := range gs {
		l.glyph(g, texts[i])
	}
	l.close()
	l.canvas.ops = append(l.canvas.ops, "EMC\n"...)
}

// part shows one glyph with its text. Where that is several characters read from right to left, blank glyphs carry all but the
// last: viewers turn the order of glyphs round, and many that of the characters of one glyph too.
func (l *typeLine) part(g Glyph, text string, rightToLeft bool) {
	if !rightToLeft || utf8.RuneCountInString(text) < 2 {
		l.glyph(g, text)
		return
	}
	runes := []rune(text)
	last := len(runes) - 1
	l.glyph(g, string(runes[last]))
	for _, r := range slices.Backward(runes[:last]) {
		l.glyph(Glyph{ID: Blank}, string(r))
	}
}

// glyph shows one glyph and moves on by its advance.
func (l *typeLine) glyph(g Glyph, text string) {
	cid, ok := l.font.cid(g.ID, text)
	if !ok {
		l.canvas.doc.fail("%s: more than 65,535 glyphs with different texts", l.font.font.Name())
		return
	}
	l.lift(g.Y)
	l.reach(l.start + g.X*1000)
	if l.open != '(' {
		l.canvas.ops = append(l.canvas.ops, '(')
		l.open = '('
	}
	l.canvas.ops = appendLiteralByte(appendLiteralByte(l.canvas.ops, byte(cid>>8)), byte(cid))
	l.pen += l.font.width(cid) + l.tracked
	if l.start += g.Advance * 1000; g.ID != Blank {
		l.start += l.tracking
	}
}

// reach moves the pen if it is off by more than half of what can be said.
func (l *typeLine) reach(at float64) {
	if l.open == 0 {
		l.canvas.ops = append(l.canvas.ops, '[')
		l.open = '['
	}
	by := math.Round(l.pen - at) // a positive number moves to the left
	if by == 0 {
		return
	}
	if l.open == '(' {
		l.canvas.ops = append(l.canvas.ops, ')')
	}
	l.open = '['
	l.canvas.ops = strconv.AppendInt(l.canvas.ops, int64(by), 10)
	l.pen -= by
}

// lift sets how far glyphs stand above the baseline, in ems.
func (l *typeLine) lift(y float64) {
	if y == l.rise {
		return
	}
	l.close()
	l.canvas.operator("Ts", y*l.canvas.state.size)
	l.rise = y
}

// close ends the array.
func (l *typeLine) close() {
	switch l.open {
	case '(':
		l.canvas.ops = append(l.canvas.ops, ")]TJ\n"...)
	case '[':
		l.canvas.ops = append(l.canvas.ops, "]TJ\n"...)
	}
	l.open = 0
}
