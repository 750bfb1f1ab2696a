package print

import (
	"cmp"
	"fmt"

	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/pdf"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/typeset"
)

// A face is one card to cut: what is on its front and on its back.
type face struct {
	section     *typeset.Section
	label, foot string       // small, at the top and at the foot of the front
	phrase      typeset.Text // in the middle of the front, as large as fits
	hint        string       // below the phrase
	most        float64      // the phrase's largest size, in points; 0: the deck's
	front       []typeset.Block
	back        func(size float64) []typeset.Block // set in a size, in points; nil: the back stays empty
	name        string                             // for problems
	pos         func() report.Pos                  // of the words, for problems
}

// inset is how far words stay from the edges of a card, in millimetres: a cut may be 2 mm out, and printers leave 5 mm white.
func (s Stock) inset() float64 {
	left, top, right, bottom := bounds([]spot{s.front(0), s.front(s.places() - 1)})
	if min(left, top, s.Paper.width-right, s.Paper.height-bottom) < unprintable && s.places() > 1 {
		return 6
	}
	return 5
}

// A room is how much of a card's back there is room for. What keeps somebody from harm comes first: when to leave it.
type room int

const (
	tiny  room = iota // when to leave it
	brief             // and what if it is not received
	full              // and why it works
)

// room goes by the area of a poker card, in square millimetres, and that of a business card.
func (s Stock) room(large bool) room {
	switch area := s.Width * s.Height; {
	case area < 85*50:
		return tiny
	case area < 63*88 || large:
		return brief
	}
	return full
}

// A deckStyle is the sizes of words on cards, in points.
type deckStyle struct {
	phrase, label, back, hint typeset.Style
	phraseLeast, phraseMost   float64
	backLeast, backMost       float64
	frontRoom                 float64 // kept free at the top and the foot of a front
	inset                     float64
}

// cards are the sizes for a sheet. The words of the back may be small, as one reads them beforehand; the phrase is read when it counts.
func (l *look) cards(s Stock, large bool) deckStyle {
	d := deckStyle{phrase: l.phrase, label: l.label, back: l.body, phraseLeast: 10.5, phraseMost: 19, backLeast: 7.5, backMost: 10.5, inset: s.inset() * mm}
	d.label.Size, d.label.After, d.label.Align = 7.5, 2, typeset.Center
	if large {
		d.phraseLeast, d.phraseMost, d.backLeast, d.backMost = 18, 26, 16, 18
		d.label.Size = 16
	}
	switch area := s.Width * s.Height; {
	case large:
	case area < 85*56:
		d.phraseMost = 16
	case area > 90*90:
		d.phraseMost, d.backMost, d.label.Size = 24, 12, 9
	}
	d.phrase.Align, d.phrase.Leading, d.phrase.After, d.phrase.Bold = typeset.Center, 1.22, 0, large
	d.hint = l.help
	d.hint.Size, d.hint.Leading, d.hint.Align, d.hint.Before, d.hint.After = d.label.Size+1, 1.25, typeset.Center, 5, 0
	if large {
		d.hint.Size = 16
	}
	d.back.Leading, d.back.After = 1.24, 0
	d.frontRoom = d.label.Size*d.label.Leading + 6
	return d
}

// boxes are the boxes of a front: its label, its phrase, its foot.
func (c *cutter) boxes(f *face, p spot) (boxes []typeset.Box, over int) {
	d, lang := &c.style, c.lang.Tag
	x, y := p.x*mm+d.inset, p.y*mm+d.inset
	width, height := p.width*mm-2*d.inset, p.height*mm-2*d.inset
	box := func(blocks ...typeset.Block) typeset.Box {
		return typeset.Box{X: x, Y: y, Width: width, Height: height, Turn: p.turn, Section: f.section, Name: f.name, Blocks: blocks}
	}
	inner, tall := width, height
	if p.turn%2 == 1 {
		inner, tall = height, width
	}
	middle := d.slice(box(), d.frontRoom, tall-2*d.frontRoom)
	middle.Middle, middle.Blocks = true, f.front
	if f.phrase != nil {
		style := d.phrase
		small := d.hint
		room := 0.0
		if f.hint != "" {
			_, lines := c.shapes.Fit(typeset.Words(f.hint), small, lang, inner, 0, small.Size, small.Size)
			room = small.Before + float64(lines)*small.Size*small.Leading
		}
		style.Size, over = c.shapes.Fit(f.phrase, d.phrase, lang, inner, tall-2*d.frontRoom-room, d.phraseLeast, cmp.Or(f.most, d.phraseMost))
		middle.Blocks = []typeset.Block{typeset.Paragraph{Style: &style, Text: f.phrase, Role: pdf.RoleH1}}
		if f.hint != "" {
			middle.Blocks = append(middle.Blocks, typeset.Paragraph{Style: &small, Text: typeset.Words(f.hint)})
		}
	}
	if f.label != "" {
		label := d.slice(box(), 0, d.frontRoom)
		label.Blocks = []typeset.Block{typeset.Paragraph{Style: &d.label, Text: typeset.Words(f.label)}}
		boxes = append(boxes, label)
	}
	boxes = append(boxes, middle)
	if f.foot != "" {
		line := d.label.Size*d.label.Leading + 0.5
		foot := d.slice(box(), tall-line, line)
		style := d.label
		style.Bold, style.Tracking = false, 0
		foot.Blocks = []typeset.Block{typeset.Paragraph{Style: &style, Text: typeset.Words(f.foot)}}
		boxes = append(boxes, foot)
	}
	return boxes, over
}

// slice is the part of a box from a height on, as what is in it sees it.
func (d *deckStyle) slice(b typeset.Box, from, height float64) typeset.Box {
	switch b.Turn {
	case 0:
		b.Y, b.Height = b.Y+from, height
	case 1:
		b.X, b.Width = b.X+b.Width-from-height, height
	case 2:
		b.Y, b.Height = b.Y+b.Height-from-height, height
	case 3:
		b.X, b.Width = b.X+from, height
	}
	return b
}

// backBox is the box of a back, its words as large as fit.
func (c *cutter) backBox(f *face, p spot) (box typeset.Box, over int) {
	d := &c.style
	return c.shapes.FitBox(c.lang.Tag, d.backLeast, d.backMost, func(size float64) typeset.Box {
		return typeset.Box{
			X: p.x*mm + d.inset, Y: p.y*mm + d.inset, Width: p.width*mm - 2*d.inset, Height: p.height*mm - 2*d.inset,
			Turn: p.turn, Section: f.section, Name: f.name, Blocks: f.back(size),
		}
	})
}

// at is where the words of the face are written; those of the program are nowhere.
func (f *face) at() report.Pos {
	if f.pos == nil {
		return report.Pos{}
	}
	return f.pos()
}

// tooLong tells of a card whose words do not fit.
func (f *face) tooLong(side string, lines int, s Stock) report.Problem {
	return report.New("print-card-too-long", f.at(), "the %s of %s needs %s on the sheet %s", side, f.name, more(lines), s.Name).
		Hinted("shorten it, or choose a sheet with larger cards")
}

func more(lines int) string {
	if lines == 1 {
		return "1 more line"
	}
	return fmt.Sprintf("%d more lines", lines)
}

// card is a card of the guide as a face: the phrase in front; why it works, when to leave it and what if it is not received behind.
func (w *writer) card(c *guide.Card, s Stock, foot string) *face {
	v := w.view(c.Entry).(*site.CardView)
	f := &face{
		section: &typeset.Section{Title: v.Phrase.Plain}, label: v.Move.Text, foot: foot, phrase: phrase(v.Phrase, 4.5), hint: hints(v.Phrase),
		name: "the card " + c.ID, pos: func() report.Pos { return c.Doc.Front.Pos("phrase") },
	}
	least := s.room(w.edition.Large)
	f.back = func(size float64) []typeset.Block {
		d := w.sized(size)
		var blocks []typeset.Block
		if least == full {
			blocks = d.written(v.Why)
		}
		if len(v.LeaveWhen) > 0 {
			blocks = append(blocks, d.title(w.called("leave-when")))
			list := typeset.List{Style: &d.body, Indent: size * 0.9, Gap: 0}
			for _, t := range v.LeaveWhen {
				list.Items = append(list.Items, typeset.Item{Blocks: d.written(t)})
			}
			blocks = append(blocks, list)
		}
		if v.IfNot != nil && least >= brief {
			blocks = append(blocks, d.title(w.called("if-not-received")))
			blocks = append(blocks, d.written(v.IfNot)...)
		}
		return blocks
	}
	return f
}

// sized is a writer whose words are of a size, close together.
func (w *writer) sized(size float64) *writer {
	if w.sizes[size] == nil {
		w.sizes[size] = w.look.sized(size, w.edition.Large)
	}
	d := *w
	d.look, d.plain = w.sizes[size], true
	return &d
}

func (l look) sized(size float64, large bool) *look {
	l.body.Size, l.body.Leading, l.body.After = size, 1.22, size*0.25
	l.help.Size, l.help.Leading, l.help.After = size, 1.22, size*0.3
	l.quote = l.body
	l.label.Size, l.label.Leading, l.label.Before, l.label.After, l.label.Tracking = size*0.92, 1.2, size*0.45, size*0.12, 0
	if large {
		l.label.Size = size
	}
	return &l
}

// title is a small heading on the back of a card.
func (w *writer) title(text string) typeset.Block {
	return typeset.Paragraph{Style: &w.label, Text: typeset.Words(text), KeepWithNext: true, Role: pdf.RoleH2}
}
