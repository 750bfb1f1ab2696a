package print

import (
	"github.com/amends-guide/amends/internal/pdf"
	"github.com/amends-guide/amends/internal/typeset"
)

const mm = typeset.MM

// ruled is how far lines to write on are apart: handwriting needs 9 mm.
const ruled = 9.2 * mm

// A look is every style of one edition. Ink is black and few greys, so that it survives a copier, and no area is filled.
type look struct {
	page                                       typeset.Page // its margins; the start margin is wide enough for holes
	body, lead, item, note, small, label, foot typeset.Style
	h1, h2, h3, phrase, ask, help, quote       typeset.Style
	indent, gap, between, around               float64 // of lists from the start; below fields, between items of lists, below tables
	pitch, row, box                            float64 // of lines to write on; the least of a table's rows to write in; above and in boxes
	runIn                                      bool    // help stands on the line of its label
	line, faint                                pdf.Color
}

// newLook follows UKAAF G003 in large print: sans, at least 16 points, ragged, no italics, and set anew rather than enlarged.
func newLook(e Edition) *look {
	l := &look{line: pdf.Gray(0.35), faint: pdf.Gray(0.55), between: 3, pitch: ruled, row: 1.6 * ruled, around: 12, box: 9}
	l.page = typeset.Page{
		Width: 210 * mm, Height: 297 * mm, Top: 18 * mm, Bottom: 13 * mm, Start: 30 * mm, End: 26 * mm, FootGap: 14, HeadGap: 14,
	}
	if e.Letter {
		l.page.Width, l.page.Height = 612, 792
	}
	further := make([]*typeset.Face, len(e.Fonts))
	for i, font := range e.Fonts {
		further[i] = font.Face
	}
	if e.Large {
		l.large(typeset.Sans().With(further))
	} else {
		l.regular(typeset.Serif().With(further))
	}
	l.h1.Align, l.h2.Align, l.h3.Align, l.phrase.Align = typeset.Balanced, typeset.Balanced, typeset.Balanced, typeset.Balanced
	l.page.Note = &l.note
	return l
}

// regular is in one voice: every further font is kilobytes in every handout.
func (l *look) regular(serif *typeset.Family) {
	l.indent, l.gap = 16, 8
	l.body = typeset.Style{Family: serif, Size: 12, Leading: 1.35, After: 7}
	l.item = typeset.Style{Family: serif, Size: 12, Leading: 1.35, After: 7}
	l.lead = typeset.Style{Family: serif, Size: 13.5, Leading: 1.36, Italic: true, After: 14}
	l.note = typeset.Style{Family: serif, Size: 10, Leading: 1.32, After: 2}
	l.small = typeset.Style{Family: serif, Size: 10, Leading: 1.35, After: 4}
	l.label = typeset.Style{Family: serif, Size: 9.5, Leading: 1.3, Bold: true, Tracking: 0.04, After: 3}
	l.foot = typeset.Style{Family: serif, Size: 8.75, Leading: 1.32}
	l.h1 = typeset.Style{Family: serif, Size: 25, Leading: 1.15, Bold: true, After: 8}
	l.h2 = typeset.Style{Family: serif, Size: 15.5, Leading: 1.22, Bold: true, Before: 15, After: 5}
	l.h3 = typeset.Style{Family: serif, Size: 12.5, Leading: 1.28, Bold: true, Before: 10, After: 3}
	l.phrase = typeset.Style{Family: serif, Size: 15, Leading: 1.3, After: 4}
	l.ask = typeset.Style{Family: serif, Size: 12, Leading: 1.35, Bold: true, Before: 12, After: 2}
	l.help = typeset.Style{Family: serif, Size: 11, Leading: 1.32, Italic: true, After: 2}
	l.quote = l.body
}

// between is a length from tight to loose, as near to loose as ease says, from 0 to 1.
func between(ease, tight, loose float64) float64 { return tight + (loose-tight)*ease }

// eased is the look with as much room between things as ease says; at 1 it is as it was. Letters stay as large as they are.
func (l look) eased(ease float64) *look {
	in := func(length *float64, tight float64) { *length = between(ease, tight, *length) }
	in(&l.page.Top, 13*mm)
	in(&l.page.Bottom, 9*mm)
	in(&l.page.Start, 24*mm)
	in(&l.page.End, 18*mm)
	in(&l.page.FootGap, 8)
	in(&l.lead.After, 9)
	in(&l.body.After, 5)
	in(&l.body.Leading, 1.28)
	in(&l.item.Leading, 1.28)
	in(&l.h1.After, 5)
	in(&l.h2.Before, 10)
	in(&l.h2.After, 3)
	in(&l.h3.Before, 7)
	in(&l.box, 4)
	in(&l.small.Leading, 1.25)
	return &l
}

// fitted is the look of worksheets: what is to be filled in should lie on one page. Room between things is between the least that
// still tells them apart and what there is elsewhere. No letter gets smaller than that of others, and no line to write on lower than
// handwriting needs.
func (l look) fitted(ease float64) *look {
	between := func(tight, loose float64) float64 { return between(ease, tight, loose) }
	l.page.Top, l.page.Bottom = between(10, 17)*mm, between(7, 12)*mm
	l.page.Start, l.page.End, l.page.FootGap = 24*mm, 16*mm, between(6, 12)
	l.gap, l.pitch, l.row, l.between, l.around = between(5, 11), between(ruled, 10.5*mm), between(1.1, 1.7)*ruled, between(1.5, 4), between(5, 12)
	l.h1.Size, l.h1.After = 21, between(2, 8)
	l.lead.Size, l.lead.Leading, l.lead.After = 13, between(1.22, 1.32), between(5, 12)
	l.h2.Size, l.h2.Before, l.h2.After = 13.5, between(7, 17), between(0.5, 3)
	l.ask.Leading, l.ask.Before, l.ask.After = between(1.2, 1.3), between(1.5, 3), between(0, 2)
	l.body.Leading, l.body.After = between(1.22, 1.32), between(4, 8)
	l.item.Leading, l.item.After = between(1.18, 1.3), between(1, 3)
	l.help.Leading, l.help.After = between(1.18, 1.3), between(0, 2)
	l.foot.Leading, l.runIn = 1.2, true
	return &l
}

func (l *look) large(sans *typeset.Family) {
	l.indent, l.gap = 24, 10
	l.page.Start, l.page.End = 24*mm, 18*mm
	l.body = typeset.Style{Family: sans, Size: 18, Leading: 1.42, After: 12}
	l.item = l.body
	l.lead = typeset.Style{Family: sans, Size: 20, Leading: 1.38, After: 20}
	l.note = typeset.Style{Family: sans, Size: 16, Leading: 1.38, After: 4}
	l.small = typeset.Style{Family: sans, Size: 16, Leading: 1.4, After: 8}
	l.label = typeset.Style{Family: sans, Size: 16, Leading: 1.3, Bold: true, After: 4}
	l.foot = typeset.Style{Family: sans, Size: 16, Leading: 1.25}
	l.h1 = typeset.Style{Family: sans, Size: 30, Leading: 1.2, Bold: true, After: 12}
	l.h2 = typeset.Style{Family: sans, Size: 23, Leading: 1.25, Bold: true, Before: 24, After: 8}
	l.h3 = typeset.Style{Family: sans, Size: 19.5, Leading: 1.3, Bold: true, Before: 16, After: 5}
	l.phrase = typeset.Style{Family: sans, Size: 21, Leading: 1.35, Bold: true, After: 8}
	l.ask = typeset.Style{Family: sans, Size: 18, Leading: 1.38, Bold: true, Before: 18, After: 4}
	l.help = typeset.Style{Family: sans, Size: 16, Leading: 1.38, After: 4}
	l.quote = l.body
}
