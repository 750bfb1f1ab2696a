package guide

import (
	"slices"

	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/report"
)

// relate resolves all that entries say of each other, in their text and their facts, and derives the way back from each.
func (j *joiner) relate() {
	j.pictures = slices.Sorted(slices.Values(j.Pictures))
	for i := range j.entries {
		e := &j.entries[i]
		j.refer(e)
		switch e.Kind {
		case EssayKind:
			j.relateEssay(&j.essays.all[e.at])
		case CardKind:
			j.relateCard(&j.cards.all[e.at])
		case WorksheetKind:
			w := &j.worksheets.all[e.at]
			w.Cards = j.cardList(e, "cards", w.Facts.Cards)
		case PathKind:
			j.relatePath(&j.paths.all[e.at])
		case DeckKind:
			j.relateDeck(&j.decks.all[e.at])
		}
		j.relateCommon(e)
	}
	j.seek()
}

func (j *joiner) relateEssay(e *Essay) {
	e.Cards = j.cardList(e.Entry, "cards", e.Facts.Cards)
	e.Worksheets = list(j, &j.worksheets, WorksheetKind, e.Facts.Worksheets, spot{from: e.Entry, key: "worksheets"})
	for _, c := range e.Cards {
		if c.Lang == e.Lang {
			c.Essays = added(&j.essays.lists, c.Essays, e)
		}
	}
}

func (j *joiner) relateCard(c *Card) {
	f := c.Facts
	c.FollowUps = j.cardList(c.Entry, "follow_ups", f.FollowUps)
	for _, next := range c.FollowUps {
		next.Follows = j.back(next.Follows, next, c)
	}
	c.Responses = j.cardList(c.Entry, "responses", f.Responses)
	for _, response := range c.Responses {
		response.RespondsTo = j.back(response.RespondsTo, response, c)
	}
	if c.Softer = single(j, &j.cards, CardKind, f.Softer, spot{c.Entry, "softer", -1}); c.Softer != nil {
		c.Softer.Firmer = j.back(c.Softer.Firmer, c.Softer, c)
	}
	c.ChildCard = single(j, &j.cards, CardKind, f.ChildVersion, spot{c.Entry, "child_version", -1})
}

// back adds the way back from one card to another of its language. A page never leads into a language it is not in, unless
// that has been asked for.
func (j *joiner) back(to []*Card, at, from *Card) []*Card {
	if at.Lang != from.Lang {
		return to
	}
	return added(&j.cards.lists, to, from)
}

func (j *joiner) relatePath(p *Path) {
	p.Worksheet = single(j, &j.worksheets, WorksheetKind, p.Facts.Worksheet, spot{p.Entry, "worksheet", -1})
	for i := range p.Steps {
		step := &p.Steps[i]
		step.Cards = j.cards.lists.Take(len(step.embeds))[:0]
		for _, ref := range step.embeds {
			e := p.Targets[ref].Entry
			if e == nil {
				continue
			}
			c := &j.cards.all[e.at]
			step.Cards = append(step.Cards, c)
			if c.Lang == p.Lang && !slices.Contains(c.Paths, p) {
				c.Paths = added(&j.paths.lists, c.Paths, p)
			}
		}
	}
}

func (j *joiner) relateDeck(d *Deck) {
	d.Cards = j.cardList(d.Entry, "cards", d.Facts.Cards)
	if q := &d.Facts.Query; len(d.Facts.Cards) == 0 && !q.isZero() {
		d.Cards = j.chosen(d.Lang, q)
		if len(d.Cards) == 0 && !j.partial {
			j.tell(report.New("deck-empty", d.Doc.Front.KeyPos("query"), "no card fits this query").Hinted("leave out one of its keys"))
		}
	}
	for _, c := range d.Cards {
		if c.Lang == d.Lang {
			c.Decks = added(&j.decks.lists, c.Decks, d)
		}
	}
}

// chosen are the cards of a language that fit a query.
func (j *joiner) chosen(lang string, q *Query) (cards []*Card) {
	for i := range j.cards.all {
		if c := &j.cards.all[i]; c.Lang == lang && q.fits(c) {
			cards = append(cards, c)
		}
	}
	return cards
}

// relateCommon resolves what every kind has: see_also and sources, and who refers to whom.
func (j *joiner) relateCommon(e *Entry) {
	e.SeeAlso = j.entryLists.Take(len(e.Facts.SeeAlso))[:0]
	for i, id := range e.Facts.SeeAlso {
		if other := j.named(id, spot{e, "see_also", i}); other != nil {
			e.SeeAlso = append(e.SeeAlso, other)
			j.referred(other, e)
		}
	}
	for i, id := range e.Facts.Sources {
		j.cite(e, j.source(id, spot{e, "sources", i}))
	}
	for i, target := range e.Targets {
		if e.Doc.Refs[i].Kind != doc.ToCard || e.Kind != PathKind { // a path's cards know their paths
			j.referred(target.Entry, e)
		}
		j.cite(e, target.Source)
	}
}

func (j *joiner) referred(to, from *Entry) {
	if to == nil || to == from || to.Lang != from.Lang || endsIn(to.ReferredBy, from) {
		return
	}
	to.ReferredBy = added(&j.entryLists, to.ReferredBy, from)
}

func (j *joiner) cite(e *Entry, source *Source) {
	if source == nil || slices.Contains(e.Sources, source) {
		return
	}
	e.Sources = added(&j.sourceLists, e.Sources, source)
	source.CitedBy = added(&j.entryLists, source.CitedBy, e)
}

func endsIn(list []*Entry, e *Entry) bool { return len(list) > 0 && list[len(list)-1] == e }

func (j *joiner) cardList(e *Entry, key string, ids []string) []*Card {
	return list(j, &j.cards, CardKind, ids, spot{from: e, key: key})
}

// list resolves the ids of a key to entries of one kind.
func list[T any](j *joiner, shelf *shelf[T], kind Kind, ids []string, at spot) []*T {
	found := shelf.lists.Take(len(ids))[:0]
	for i, id := range ids {
		at.i = i
		if to := j.require(kind, id, at); to != nil {
			found = append(found, &shelf.all[to.at])
		}
	}
	return found
}

// single resolves the one id of a key; nil where there is none.
func single[T any](j *joiner, shelf *shelf[T], kind Kind, id string, at spot) *T {
	if id == "" {
		return nil
	}
	if to := j.require(kind, id, at); to != nil {
		return &shelf.all[to.at]
	}
	return nil
}
