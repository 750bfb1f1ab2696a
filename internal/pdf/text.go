package pdf

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/amends-guide/amends/internal/pdf/subset"
)

// A Run is glyphs of one font in one size on one line, from left to right as they stand on paper, whatever their script.
type Run struct {
	Font   *Font
	Size   float64
	Color  Color
	Glyphs []Glyph

	RightToLeft bool // the text of the glyphs is read from the last to the first
}

// A Glyph is one drawn shape and the text that it stands for.
type Glyph struct {
	ID      uint16  // in the font
	Advance float64 // from this glyph's start to the next one's, in ems; kerning and wider spaces are in it
	X, Y    float64 // how far the shape stands off that start and the baseline, in ems

	// Text is what the glyph stands for, in reading order: a letter, or several for a ligature. Where several glyphs make one
	// letter (a base and its marks), the first of them has the text and the others, none.
	Text string
}

// Width is the sum of the glyphs' advances, in points.
func (r Run) Width() float64 {
	w := 0.0
	for i := range r.Glyphs {
		w += r.Glyphs[i].Advance
	}
	return w * r.Size
}

// Text draws a run with its baseline starting at x, y. Each place is right to 1/1000 of the size; nothing adds up along the run.
func (c *Canvas) Text(x, y float64, r Run) {
	if len(r.Glyphs) == 0 {
		return
	}
	if fault := r.fault(); fault != "" {
		c.doc.fail("%s", fault)
		return
	}
	c.paint()
	c.setFill(r.Color)
	font := c.font(r.Font)
	c.ops = append(c.ops, "BT\n"...)
	if c.state.font != font || c.state.size != r.Size {
		c.ops = append(append(c.ops, "/F"...), strconv.Itoa(font.number)...)
		c.ops = append(c.ops, ' ')
		c.operator("Tf", r.Size)
		c.state.font, c.state.size = font, r.Size
	}
	c.operator("Td", x, y)
	l := typeLine{canvas: c, font: font}
	l.clusters(r)
	l.close()
	c.ops = append(c.ops, "ET\n"...)
}

// fault says why a run cannot be drawn.
func (r Run) fault() string {
	if r.Font == nil || !(r.Size > 0) {
		return fmt.Sprintf("text without a font, or of size %v", r.Size)
	}
	for i := range r.Glyphs {
		g := &r.Glyphs[i]
		if int(g.ID) >= r.Font.font.NumGlyphs {
			return fmt.Sprintf("%s has no glyph %d", r.Font.Name(), g.ID)
		}
		if !finite(g.Advance) || !finite(g.X) || !finite(g.Y) {
			return "a glyph at a place that is no number"
		}
	}
	return ""
}

// font returns the document's use of a font, listed among those of the canvas.
func (c *Canvas) font(f *Font) *usedFont {
	u := c.doc.fontOf[f]
	if u == nil {
		u = newUsedFont(f, len(c.doc.fonts)+1)
		c.doc.fontOf[f] = u
		c.doc.fonts = append(c.doc.fonts, u)
	}
	if !slices.Contains(c.fonts, u) {
		c.fonts = append(c.fonts, u)
	}
	return u
}

// typeLine writes the operators that show a run's glyphs: strings of glyphs in arrays, with corrections where the next glyph
// does not start where the last one's width ends. Lengths are in 1/1000 em.
type typeLine struct {
	canvas *Canvas
	font   *usedFont
	start  float64 // where the next glyph should start
	pen    float64 // where the viewer's pen stands
	rise   float64 // set by Ts
	open   byte    // 0: no array; '[': in an array; '(': in a string of an array
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
		l.glyph(Glyph{ID: subset.Blank}, string(r))
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
	l.pen += l.font.width(cid)
	l.start += g.Advance * 1000
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
