package print

import (
	"strings"

	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/typeset"
)

// cards are all cards, by the phases of a repair.
func (b *binder) cards() {
	first := true
	for _, phase := range b.site.Guide.Words["phase"] {
		of := b.cardsOf(phase)
		if len(of) == 0 {
			continue
		}
		if first {
			b.part(b.word("cards"), "part-cards")
			first = false
		}
		b.chapter(phase.Label(b.lang.Tag), "phase-"+phase.ID)
		if about := phase.About(b.lang.Tag); about != "" {
			b.add(typeset.Paragraph{Style: &b.lead, Text: typeset.Words(about)})
		}
		for _, c := range of {
			b.card(c)
		}
	}
}

// cardsOf are the cards of a phase in the book's language.
func (b *binder) cardsOf(phase *guide.Word) (cards []*guide.Card) {
	for _, c := range b.site.Guide.Cards {
		if c.Lang == b.lang.Tag && c.Phase == phase {
			cards = append(cards, c)
		}
	}
	return cards
}

// card is a card in the book: all that its own page says, in short lines.
func (b *binder) card(c *guide.Card) {
	v := b.view(c.Entry).(*site.CardView)
	address := b.open(c.Entry)
	b.phrases = append(b.phrases, indexed{v.Phrase.Plain, address})
	style := b.h3
	style.Size, style.Before, style.After = b.phrase.Size*0.92, 16, 3
	var with []string
	for _, l := range v.With {
		with = append(with, l.Text)
	}
	head := []typeset.Block{
		typeset.Heading{Level: 3, Style: &style, Text: phrase(v.Phrase, blankEms), ID: address},
		typeset.Paragraph{Style: &b.label, Text: typeset.Words(v.Move.Text + " · " + strings.Join(with, b.word("comma"))), KeepWithNext: true},
	}
	if h := hints(v.Phrase); h != "" {
		head = append(head, typeset.Paragraph{Style: &b.help, Text: typeset.Words("(" + h + ")")})
	}
	b.add(append(head, b.written(v.Why)...)...)
	b.points("use-when", v.UseWhen)
	b.points("leave-when", v.LeaveWhen)
	b.said("how-to-say", v.HowToSay)
	b.said("if-not-received", v.IfNot)
}

// said is a short text after its name.
func (b *binder) said(section string, t *site.Text) {
	if t == nil {
		return
	}
	blocks := b.written(t)
	if p, ok := blocks[0].(typeset.Paragraph); ok {
		p.Text = append(typeset.Text{{Text: b.called(section) + ": ", Bold: true}}, p.Text...)
		blocks[0] = p
	}
	b.add(blocks...)
}

// points are a list under its name.
func (b *binder) points(section string, texts []*site.Text) {
	if len(texts) == 0 {
		return
	}
	style := b.body
	style.Bold, style.After = true, 1
	b.add(typeset.Paragraph{Style: &style, Text: typeset.Words(b.called(section)), KeepWithNext: true})
	list := typeset.List{Style: &b.body, Indent: b.indent, Gap: 1}
	for _, t := range texts {
		list.Items = append(list.Items, typeset.Item{Blocks: b.written(t)})
	}
	b.add(list)
}
