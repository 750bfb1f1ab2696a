package site

import (
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/source"
)

func (l *language) planCard(cards []*guide.Card, i int) {
	c := cards[i]
	page := &Page{Template: "card", Description: c.Reason}
	page.key = func() source.Sum { return l.shows(c.Entry, c, beside(cards, i, cardEntry)) }
	l.addEntry(c.Entry, page, func(p *Page) any {
		v := &CardView{
			Frame:      l.frame(p, "cards", l.list("/cards/", "cards")),
			Entry:      l.entry(c.Entry),
			ID:         c.ID,
			Phrase:     c.Phrase,
			Glaze:      glaze(c),
			Seam:       l.tile(c).Seam,
			Summary:    c.Entry.Facts.Summary,
			Gloss:      Gloss(c),
			Neighbours: neighbours(l, cards, i, cardEntry),
		}
		l.cardText(v, c)
		l.cardFacts(v, c)
		l.cardRelations(v, c)
		return v
	})
}

func (l *language) cardText(v *CardView, c *guide.Card) {
	body := l.body(c.Entry)
	v.Why = body.text(c.Why)
	v.UseWhen = body.textList(c.UseWhen)
	v.LeaveWhen = body.textList(c.LeaveWhen)
	v.HowToSay = body.text(c.HowToSay)
	v.IfNot = body.text(c.IfNot)
	v.ChildWords = body.text(c.ChildWords)
	for _, variation := range c.Variations {
		v.Variations = append(v.Variations, Variation{variation.Kind.ID, variation.Kind.Label(l.Tag), variation.Phrase})
	}
	for _, instead := range c.InsteadOf {
		v.InsteadOf = append(v.InsteadOf, instead.Text)
	}
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
