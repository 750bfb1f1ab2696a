package guide

import (
	"slices"

	"github.com/amends-guide/amends/internal/report"
)

// checkDecks: every card can be printed with a deck. A translated card may be in its original's.
func (j *joiner) checkDecks() {
	unfinished := slices.ContainsFunc(j.decks.all, func(d Deck) bool { return len(d.Cards) == 0 })
	if unfinished || len(j.decks.all) == 0 {
		return
	}
	for i := range j.cards.all {
		c := &j.cards.all[i]
		if o := j.original(c); len(c.Decks) == 0 && len(o.Decks) == 0 {
			j.tell(report.New("card-in-no-deck", report.Pos{File: c.Doc.File}, "no deck holds %q", c.ID).
				Hinted("add it to the cards of one"))
		}
	}
}

// original is the card's entry in the default language or, where there is none, the card itself.
func (j *joiner) original(c *Card) *Card {
	if e := j.in(0, CardKind, c.ID); e != nil {
		return &j.cards.all[e.at]
	}
	return c
}

// stepsFromPath is how many taps a card may be from a path: a reader in distress does not search.
const stepsFromPath = 2

// checkReach: every card is near a path, or its original is.
func (j *joiner) checkReach() {
	if len(j.paths.all) == 0 {
		return
	}
	near := j.nearPaths()
	for i := range j.cards.all {
		c := &j.cards.all[i]
		if !near[c.rank] && !near[j.original(c).rank] {
			j.tell(report.New("card-out-of-reach", report.Pos{File: c.Doc.File}, "no path leads to %q within %d steps", c.ID, stepsFromPath).
				Hinted("show it on a path, or make it a follow-up or response of a card that is"))
		}
	}
}

// nearPaths marks, by rank, the entries that are few enough steps from a path.
func (j *joiner) nearPaths() []bool {
	near := make([]bool, len(j.entries))
	var edge []*Entry
	for i := range j.paths.all {
		edge = append(edge, j.paths.all[i].Entry)
	}
	for range stepsFromPath {
		var beyond []*Entry
		for _, e := range edge {
			j.ways(e, func(to *Entry) {
				if !near[to.rank] {
					near[to.rank] = true
					beyond = append(beyond, to)
				}
			})
		}
		edge = beyond
	}
	return near
}

// ways calls step with every entry that an entry's page leads to.
func (j *joiner) ways(e *Entry, step func(*Entry)) {
	for i := range e.Targets {
		if to := e.Targets[i].Entry; to != nil {
			step(to)
		}
	}
	for _, to := range e.SeeAlso {
		step(to)
	}
	switch e.Kind {
	case CardKind:
		j.cardWays(&j.cards.all[e.at], step)
	case EssayKind:
		eachCard(j.essays.all[e.at].Cards, step)
	case WorksheetKind:
		eachCard(j.worksheets.all[e.at].Cards, step)
	case DeckKind:
		eachCard(j.decks.all[e.at].Cards, step)
	case PathKind:
		if w := j.paths.all[e.at].Worksheet; w != nil {
			step(w.Entry)
		}
	}
}

func (j *joiner) cardWays(c *Card, step func(*Entry)) {
	for _, cards := range [][]*Card{c.FollowUps, c.Responses, c.Firmer, {c.Softer, c.ChildCard}} {
		eachCard(cards, step)
	}
}

func eachCard(cards []*Card, step func(*Entry)) {
	for _, c := range cards {
		if c != nil {
			step(c.Entry)
		}
	}
}
