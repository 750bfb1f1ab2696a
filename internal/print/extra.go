package print

import (
	"cmp"

	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/typeset"
)

// instruction is the card that leads a deck: whose it is and what it is for; behind, how to use it.
func (c *cutter) instruction(summary string, intro *site.Text, stamp site.Stamp) *face {
	f := &face{section: &typeset.Section{Title: c.title}, name: "the card with instructions", foot: c.home()}
	f.phrase, f.hint = typeset.Text{{Text: c.title, Bold: true}}, summary
	how := c.word("deck-how")
	marks := joined(" · ", c.day(stamp.Updated), cmp.Or(stamp.License, c.site.Config.License), c.practice())
	f.back = func(size float64) []typeset.Block {
		d := c.sized(size)
		blocks := []typeset.Block{typeset.Paragraph{Style: &d.body, Text: typeset.Words(how)}}
		blocks = append(blocks, d.written(intro)...)
		return append(blocks, typeset.Paragraph{Style: &d.help, Text: typeset.Words(marks)})
	}
	if intro != nil && c.tooTall(f) {
		return c.instruction(summary, nil, stamp)
	}
	return f
}

// tooTall says whether a back does not fit even in the smallest size.
func (c *cutter) tooTall(f *face) bool {
	_, over := c.backBox(f, c.stock.front(0))
	return over > 0
}

// safety is the card that every deck has: when none of the others should be used.
func (c *cutter) safety() *face {
	f := &face{section: &typeset.Section{Title: c.word("safety")}, name: "the card about safety", label: c.word("safety"), foot: c.home()}
	f.phrase, f.most = typeset.Words(c.word("safety-gate")), max(0.75*c.style.phraseMost, c.style.phraseLeast)
	f.back = func(size float64) []typeset.Block {
		d := c.sized(size)
		blocks := []typeset.Block{typeset.Paragraph{Style: &d.body, Text: typeset.Words(c.word("deck-safety"))}}
		if practice := c.practice(); practice != "" {
			blocks = append(blocks, typeset.Paragraph{Style: &d.body, Text: typeset.Words(practice)})
		}
		return append(blocks, typeset.Paragraph{Style: &d.body, Text: typeset.Words(c.word("safety-line"))})
	}
	return f
}

// blank is a card for words of one's own; such cards fill the last sheet.
func (c *cutter) blank() *face {
	f := &face{section: &typeset.Section{Title: c.word("own-words")}, name: "a blank card", label: c.word("own-words")}
	height := min(c.stock.Height, c.stock.Width)
	if !c.stock.Turned && c.stock.Height > c.stock.Width || c.stock.Turned && c.stock.Width > c.stock.Height {
		height = max(c.stock.Height, c.stock.Width)
	}
	inner := height*mm - 2*c.style.inset
	write := func(room float64) typeset.Block {
		return typeset.WritingLines{Rows: max(int(room/ruled), 1), Pitch: ruled, Color: c.faint}
	}
	f.front = []typeset.Block{write(inner - 2*c.style.frontRoom - 2)}
	f.back = func(float64) []typeset.Block {
		d := c.sized(c.style.label.Size)
		title := d.title(c.called("leave-when"))
		return []typeset.Block{title, write(inner - 3*c.style.frontRoom)}
	}
	return f
}
