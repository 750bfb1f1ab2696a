package pdf

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/amends-guide/amends/internal/pdf/subset"
)

// A Run is glyphs of one font in one size on one line, from left to right as they stand on paper, whatever their script.
type Run struct {
	Font   *Font
	Size   float64
	Color  Color
	Glyphs []Glyph

	Tracking    float64 // room after each glyph beside its advance, in ems
	RightToLeft bool    // the text of the glyphs is read from the last to the first
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

// Blank is a glyph that every font has: without shape and width, it carries the text of what is drawn in some other way.
const Blank = subset.Blank

// Width is how far the run reaches, in points.
func (r Run) Width() float64 {
	w := r.Tracking * float64(len(r.Glyphs))
	for i := range r.Glyphs {
		w += r.Glyphs[i].Advance
	}
	return w * r.Size
}

// Text draws a run with its baseline starting at x, y, which are rounded to 1/100. Each place along the run is right to 1/1000 of the
// size; nothing adds up.
func (c *Canvas) Text(x, y float64, r Run) {
	if len(r.Glyphs) == 0 {
		return
	}
	if fault := r.fault(); fault != "" {
		c.doc.fail("%s", fault)
		return
	}
	c.tag()
	c.setFill(r.Color)
	font := c.font(r.Font)
	c.beginText(x, y)
	if c.state.font != font || c.state.size != r.Size {
		c.ops = append(append(c.ops, "/F"...), strconv.Itoa(font.number)...)
		c.ops = append(c.ops, ' ')
		c.operator("Tf", r.Size)
		c.state.font, c.state.size = font, r.Size
	}
	tracking := thousandths(r.Tracking * r.Size)
	if c.state.tracking != tracking {
		c.ops = append(appendThousandths(c.ops, tracking), " Tc\n"...)
		c.state.tracking = tracking
	}
	l := typeLine{canvas: c, font: font, tracking: r.Tracking * 1000, tracked: float64(tracking) / r.Size}
	l.clusters(r)
	l.close()
}

// A textObject (ISO 32000-1, 9.4) is kept open as long as nothing but text is drawn, so that each line says only how far it is from the
// one before: compression finds that lines of a paragraph are all as far from each other.
type textObject struct {
	open bool
	x, y int64 // where the last line began, in hundredths
}

// beginText begins a line of text.
func (c *Canvas) beginText(x, y float64) {
	if !finite(x) || !finite(y) {
		c.doc.fail("text at %v, %v, which is no place within ±%d", x, y, most)
		return
	}
	if !c.text.open {
		c.text = textObject{open: true}
		c.ops = append(c.ops, "BT\n"...)
	}
	next := textObject{true, hundredths(x), hundredths(y)}
	c.ops = append(appendThousandths(c.ops, 10*(next.x-c.text.x)), ' ')
	c.ops = append(appendThousandths(c.ops, 10*(next.y-c.text.y)), " Td\n"...)
	c.text = next
}

// endText must be called before anything that is no text.
func (c *Canvas) endText() {
	if c.text.open {
		c.text.open = false
		c.ops = append(c.ops, "ET\n"...)
	}
}

// fault says why a run cannot be drawn.
func (r Run) fault() string {
	if r.Font == nil || !(r.Size > 0) || !finite(r.Tracking*r.Size) {
		return fmt.Sprintf("text without a font, or of size %v with tracking %v", r.Size, r.Tracking)
	}
	for i := range r.Glyphs {
		g := &r.Glyphs[i]
		if int(g.ID) >= r.Font.font.NumGlyphs && g.ID != Blank {
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
