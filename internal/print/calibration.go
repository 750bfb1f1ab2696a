package print

import (
	"strconv"

	"github.com/amends-guide/amends/internal/pdf"
	"github.com/amends-guide/amends/internal/typeset"
)

// Calibration is a sheet that shows how far a printer's backs lie off its fronts: a cross in front, and scales in millimetres
// around the same place behind. It is set without the offset that the edition may have, so that it shows the whole of it.
func (p *Press) Calibration() Piece {
	w := p.writer(p.site.Config.Languages[0].Tag)
	title := w.word("calibration")
	piece := p.piece("decks/calibration", title, nil, func() job {
		c := p.cutter(w, title, p.stock(nil))
		info := c.info(title, "", p.edition.Date)
		info.NoScaling, info.Duplex = true, pdf.LongEdge
		flip := c.flip()
		if flip == Short {
			info.Duplex = pdf.ShortEdge
		} else {
			flip = Long
		}
		width, height := c.stock.Paper.width, c.stock.Paper.height
		cross := spot{x: width/2 - 10, y: height*0.62 - 10, width: 20, height: 20}
		behind := c.stock.back(cross, flip)
		front := typeset.Sheet{Width: width * mm, Height: height * mm}
		back := front
		x, y := cross.x+10, cross.y+10
		front.Marks = ink(append([]mark{{x - 8, y, x + 8, y}, {x, y - 8, x, y + 8}}, ruler(25, 40)...), height)
		back.Marks = ink(scales(behind.x+10, behind.y+10), height)
		front.Boxes = []typeset.Box{{
			X: 25 * mm, Y: 50 * mm, Width: (width - 50) * mm, Height: (height*0.62 - 70) * mm, Name: "the calibration sheet",
			Blocks: []typeset.Block{
				typeset.Heading{Level: 1, Style: &c.h2, Text: typeset.Words(title)},
				typeset.Paragraph{Style: &c.body, Text: typeset.Words(c.word("calibration-how"))},
				typeset.Paragraph{Style: &c.small, Text: typeset.Words(c.word("print-size") + " " + c.word("print-flip-"+string(flip)))},
			},
		}}
		style := c.foot
		label := func(x, y float64, n int) {
			back.Boxes = append(back.Boxes, typeset.Box{
				X: (x - 5) * mm, Y: (y - 4.5) * mm, Width: 10 * mm, Height: 9 * mm, Middle: true, Name: "the scale",
				Blocks: []typeset.Block{typeset.Paragraph{Style: centred(&style), Text: typeset.Words(strconv.Itoa(n))}},
			})
		}
		middleX, middleY := behind.x+10, behind.y+10
		for n := -10; n <= 10; n += 10 {
			label(middleX+float64(n), middleY+16, n)
			label(middleX+17, middleY+float64(n), n)
		}
		return job{doc: &typeset.Document{Info: info, Parts: []typeset.Part{front, back}}, tell: c.tell}
	})
	piece.aside = true
	return piece
}

func centred(s *typeset.Style) *typeset.Style {
	c := *s
	c.Align = typeset.Center
	return &c
}

// scales are two rulers of 20 mm that cross at their middles, with a tick at each millimetre.
func scales(x, y float64) (marks []mark) {
	for i := -10; i <= 10; i++ {
		at, long := float64(i), 1.0
		if i%5 == 0 {
			long = 2.5
		}
		marks = append(marks, mark{x + at, y + 10, x + at, y + 10 + long}, mark{x + 10, y + at, x + 10 + long, y + at})
	}
	return append(marks, mark{x - 10, y + 10, x + 10, y + 10}, mark{x + 10, y - 10, x + 10, y + 10})
}
