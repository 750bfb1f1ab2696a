package print

import (
	"strconv"

	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/typeset"
)

// safety is what the guide says to those it is not for, before anything else.
func (b *binder) safety() {
	for _, p := range b.site.Guide.Pages {
		if v, ok := b.view(p.Entry).(*site.PageView); ok && p.Lang == b.lang.Tag && p.ID == "safety" {
			b.part(v.Heading, b.open(p.Entry))
			b.add(b.written(v.Body)...)
			b.helplines(v.Helplines)
		}
	}
}

func (b *binder) helplines(countries []site.Country) {
	for _, c := range countries {
		b.add(b.heading(2, typeset.Words(c.Name), ""))
		for _, l := range c.Lines {
			text := typeset.Text{{Text: l.Name, Bold: true}, {Text: " · " + l.For}}
			if said := joined(" · ", l.Tel, l.SMS, l.Hours, l.Note); said != "" {
				text = append(text, typeset.Span{Text: "\n" + said})
			}
			b.add(typeset.Paragraph{Style: &b.small, Text: text})
		}
	}
}

// addPath adds a path: its steps in time, each with the phrases for it and where they stand.
func (b *binder) addPath(e *guide.Entry, address string) {
	v := b.view(e).(*site.PathView)
	b.chapter(v.Heading, address)
	b.add(b.gate(v.Safety)...)
	b.text = v.Intro
	b.add(b.blocks(v.Intro.Nodes, &b.lead)...)
	for i, step := range v.Steps {
		title := strconv.Itoa(i+1) + ". " + step.Label
		if step.Title != "" {
			title += ": " + step.Title
		}
		b.add(b.heading(2, typeset.Words(title), b.prefix+step.ID))
		b.add(b.written(step.Text)...)
		b.add(b.mentions(step.Cards)...)
		if step.Wait != nil {
			b.text = step.Wait
			b.add(b.callout(b.word("wait"), step.Wait.Nodes))
		}
	}
	b.add(b.section(b.called("good-enough"), b.written(v.GoodEnough)...)...)
	b.add(b.section(b.called("stop-if"), b.written(v.StopIf)...)...)
	if w := v.Worksheet; w != nil {
		b.add(b.section(b.word("worksheet"), b.led(w.Text, w.Address))...)
	}
}

func (b *binder) addEssay(e *guide.Entry, address string) {
	v := b.view(e).(*site.EssayView)
	b.chapter(v.Heading, address)
	b.add(typeset.Paragraph{Style: &b.lead, Text: typeset.Words(v.Purpose)})
	b.add(b.essayText(v)...)
	b.add(b.section(b.word("cards"), b.mentions(v.Cards)...)...)
}

func (b *binder) addWorksheet(e *guide.Entry, address string) {
	v := b.view(e).(*site.WorksheetView)
	b.chapter(v.Heading, address)
	b.add(typeset.Paragraph{Style: &b.lead, Text: typeset.Words(v.Goal)})
	b.add(b.worksheet(v)...)
	b.add(b.section(b.called("for-therapist"), b.written(v.ForTherapist)...)...)
	b.add(b.section(b.word("cards"), b.mentions(v.Cards)...)...)
}

func (b *binder) addTerm(e *guide.Entry, address string) {
	v := b.view(e).(*site.TermView)
	b.add(b.heading(2, typeset.Words(v.Heading), address))
	b.add(b.written(v.Definition)...)
	b.points("not-the-same", v.NotSameAs)
}

// mentions are cards that stand elsewhere in the book.
func (w *writer) mentions(tiles []*site.Tile) (blocks []typeset.Block) {
	for _, tile := range tiles {
		blocks = append(blocks, w.mention(tile))
	}
	return blocks
}

// mention is a card that stands elsewhere in the book.
func (w *writer) mention(tile *site.Tile) typeset.Block {
	return w.led(w.quoted(tile.Text), tile.Address)
}

// led is a line that leads to a place in the book, and names its page.
func (w *writer) led(text, dest string) typeset.Block {
	return typeset.Paragraph{Style: &w.item, Text: typeset.Text{{Text: text, Dest: dest}, {Text: " ("}, {PageOf: dest}, {Text: ")"}}}
}
