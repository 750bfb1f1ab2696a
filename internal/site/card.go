package site

import (
	"cmp"

	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/guide"
)

func (l *language) planCard(c *guide.Card, n Neighbours) {
	why := doc.PlainText(c.Why.Nodes)
	v := &CardView{
		Frame:      l.frame("cards", c.Phrase.Plain, cmp.Or(c.Entry.Facts.Summary, why), l.list("/cards/", "cards")),
		Entry:      l.entry(c.Entry),
		ID:         c.ID,
		Phrase:     c.Phrase,
		PhaseID:    c.Phase.ID,
		Seam:       seam(c.ID),
		Summary:    c.Entry.Facts.Summary,
		Why:        l.text(c.Why),
		UseWhen:    l.textList(c.UseWhen),
		LeaveWhen:  l.textList(c.LeaveWhen),
		HowToSay:   l.text(c.HowToSay),
		IfNot:      l.text(c.IfNot),
		ChildWords: l.text(c.ChildWords),
		Neighbours: n,
	}
	l.cardFacts(v, c)
	l.cardRelations(v, c)
	for _, variation := range c.Variations {
		v.Variations = append(v.Variations, Variation{variation.Kind.ID, variation.Kind.Label(l.Tag), variation.Phrase})
	}
	for _, instead := range c.InsteadOf {
		v.InsteadOf = append(v.InsteadOf, instead.Text)
	}
	l.addEntry(c.Entry, "card", v, &v.Frame)
}

// cardFacts says in words when, to whom and how a card is said.
func (l *language) cardFacts(v *CardView, c *guide.Card) {
	if move := l.facetLinks("move", c.Move.ID); move != nil {
		v.Move = move[0]
		v.Crumbs = append(v.Crumbs, v.Move)
	}
	for _, also := range c.Also {
		v.Also = append(v.Also, l.facetLinks("move", also.ID)...)
	}
	v.With = l.facetLinks("relationship", c.Facts.Relationships...)
	v.After = l.facetLinks("rupture", c.Facts.Ruptures...)
	v.Readiness = l.labelList("readiness", c.Facts.Readiness)
	v.Channels = l.labelList("channel", c.Facts.Channels)
	v.Tone = l.labels("tone", []string{c.Facts.Tone})
	v.Role = l.labels("role", []string{c.Facts.Role})
	v.Intensity = c.Facts.Intensity
}

// cardRelations names the cards around a card, and where it is used.
func (l *language) cardRelations(v *CardView, c *guide.Card) {
	v.ChildCard = linkTo(l, c.ChildCard, cardEntry)
	v.Softer = linkTo(l, c.Softer, cardEntry)
	v.Firmer = linksTo(l, c.Firmer, cardEntry)
	v.FollowUps = l.tilesOf(c.FollowUps)
	v.Follows = linksTo(l, c.Follows, cardEntry)
	v.RespondsTo = linksTo(l, c.RespondsTo, cardEntry)
	v.Decks = linksTo(l, c.Decks, deckEntry)
	v.Paths = linksTo(l, c.Paths, pathEntry)
	v.Essays = linksTo(l, c.Essays, essayEntry)
	for _, answer := range c.Responses {
		v.Responses = append(v.Responses, Answer{l.labels("outcome", []string{answer.Facts.Outcome}), l.tile(answer)})
	}
}
