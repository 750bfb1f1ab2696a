package pdf

import "slices"

// A Canvas is what can be drawn on: a [Page] or a [Form]. Every call says its own colours and widths; only [Canvas.Transform] and
// [Canvas.Clip] last, until the [Canvas.Restore] that belongs to the [Canvas.Save] before them.
type Canvas struct {
	doc      *Document
	tags     *tags // nil: a form, which is drawn as a part of whatever uses it
	ops      []byte
	state    state
	text     textObject
	saved    []state
	fonts    []*usedFont
	xobjects []int
}

// state is what the operators so far have set, so that none is written twice; a nil or empty field is not known.
type state struct {
	fill, stroke *Color
	pen          *Pen
	font         *usedFont
	size         float64
	tracking     int64 // in thousandths
}

// A Pen is how a path is stroked.
type Pen struct {
	Width float64 // 0 is not allowed: devices would make it as thin as they can
	Color Color
	Cap   Cap
	Dash  Dash
}

// A Dash is lengths of stroke and gap in turn; the zero Dash is a whole line.
type Dash struct{ On, Off float64 }

// Cap is the shape of the ends of lines, and of their corners.
type Cap int

// Butt ends exactly at the end, Round half a width after it, Square too but with corners.
const (
	Butt Cap = iota
	Round
	Square
)

// Save keeps transformation and clip for Restore.
func (c *Canvas) Save() {
	c.pause()
	c.saved = append(c.saved, c.state)
	c.ops = append(c.ops, "q\n"...)
}

// Restore brings back what the last Save kept.
func (c *Canvas) Restore() {
	if len(c.saved) == 0 {
		c.doc.fail("Restore without Save")
		return
	}
	c.pause()
	c.state, c.saved = c.saved[len(c.saved)-1], c.saved[:len(c.saved)-1]
	c.ops = append(c.ops, "Q\n"...)
}

// Transform maps all places that follow by m, and by what was set before.
func (c *Canvas) Transform(m Matrix) {
	c.endText()
	c.operator("cm", m.A, m.B, m.C, m.D, m.E, m.F)
}

// Clip lets all that follows show only within the path.
func (c *Canvas) Clip(p Path) {
	c.endText()
	if c.path(p) {
		c.ops = append(c.ops, pick(p.EvenOdd, "W* n\n", "W n\n")...)
	}
}

// Fill fills the path.
func (c *Canvas) Fill(p Path, color Color) {
	c.paint()
	c.setFill(color)
	if c.path(p) {
		c.ops = append(c.ops, pick(p.EvenOdd, "f*\n", "f\n")...)
	}
}

// Stroke draws along the path.
func (c *Canvas) Stroke(p Path, pen Pen) {
	c.paint()
	c.setPen(pen)
	if c.path(p) {
		c.ops = append(c.ops, "S\n"...)
	}
}

func pick(first bool, a, b string) string {
	if first {
		return a
	}
	return b
}

// paint must be called before anything that leaves a mark and is no text, and before its colours are set.
func (c *Canvas) paint() {
	c.tag()
	c.endText()
}

// tag must be called before anything that leaves a mark.
func (c *Canvas) tag() {
	if c.tags != nil {
		c.tags.open(c)
	}
}

// pause ends what is tagged until something is drawn again, so that tags and saved states never overlap.
func (c *Canvas) pause() {
	c.endText()
	if c.tags != nil {
		c.tags.close(c)
	}
}

// content is the operators so far, with an end to what is open.
func (c *Canvas) content() []byte {
	ops := c.ops // what is appended lies beyond its end
	if c.text.open {
		ops = append(ops, "ET\n"...)
	}
	if c.tags != nil && c.tags.now != (owner{}) {
		ops = append(ops, "EMC\n"...)
	}
	return ops
}

func (c *Canvas) path(p Path) bool {
	if p.broken || len(p.ops) == 0 {
		c.doc.fail("a path that is empty, starts nowhere or has a place that is no number within ±%d", most)
		return false
	}
	c.ops = append(c.ops, p.ops...)
	return true
}

// operator writes operands and their operator.
func (c *Canvas) operator(name string, operands ...float64) {
	if !slices.ContainsFunc(operands, func(v float64) bool { return !finite(v) }) {
		c.ops = appendNumbers(c.ops, operands...)
	} else {
		c.doc.fail("%s needs numbers within ±%d: %v", name, most, operands)
	}
	if len(operands) > 0 {
		c.ops = append(c.ops, ' ')
	}
	c.ops = append(append(c.ops, name...), '\n')
}

func (c *Canvas) setFill(color Color) {
	if c.state.fill == nil || *c.state.fill != color {
		fresh := color
		c.operator(pick(color.rgb, "rg", "g"), color.components()...)
		c.state.fill = &fresh
	}
}

func (c *Canvas) setPen(pen Pen) {
	if c.state.stroke == nil || *c.state.stroke != pen.Color {
		c.operator(pick(pen.Color.rgb, "RG", "G"), pen.Color.components()...)
		c.state.stroke = &pen.Color
	}
	old := c.state.pen
	if old == nil || old.Width != pen.Width {
		c.operator("w", pen.Width)
	}
	if old == nil || old.Cap != pen.Cap {
		c.operator("J", float64(pen.Cap))
		c.operator("j", float64(pen.Cap%Square))
	}
	if old == nil || old.Dash != pen.Dash {
		c.dash(pen.Dash)
	}
	if pen.Width <= 0 {
		c.doc.fail("a pen of width %v", pen.Width)
	}
	c.state.pen = &pen
}

func (c *Canvas) dash(d Dash) {
	if d == (Dash{}) {
		c.ops = append(c.ops, "[] 0 d\n"...)
		return
	}
	if !(d.On >= 0 && d.Off >= 0 && d.On+d.Off > 0 && finite(d.On+d.Off)) {
		c.doc.fail("a dash of %v and %v", d.On, d.Off)
		return
	}
	c.ops = appendNumbers(append(c.ops, '['), d.On, d.Off)
	c.ops = append(c.ops, "] 0 d\n"...)
}
