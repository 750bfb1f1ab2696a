package guide

import (
	"slices"
	"strings"

	"github.com/amends-guide/amends/internal/report"
)

// checkFollowUps: what comes after a card is for the same people. "any" goes with all.
func (j *joiner) checkFollowUps(c *Card) {
	for _, next := range c.FollowUps {
		if !sameRelationship(c.Facts.Relationships, next.Facts.Relationships) {
			text := quoted(next.ID) + " is for " + listed(next.Facts.Relationships) + ", this card for " + listed(c.Facts.Relationships)
			j.tell(report.New("follow-up-other-relationship", c.spot("follow_ups", c.Facts.FollowUps, next).pos(), "%s", text).
				Hinted("choose a follow-up that shares a relationship"))
		}
	}
}

func sameRelationship(a, b []string) bool {
	const any = "any"
	return len(b) == 0 || slices.Contains(a, any) || slices.Contains(b, any) || meets(a, b...)
}

// spot is where a card names another under a key.
func (c *Card) spot(key string, ids []string, other *Card) spot {
	return spot{c.Entry, key, slices.Index(ids, other.ID)}
}

// checkCycles: neither what comes after nor what is softer may lead back to where it began.
func (j *joiner) checkCycles() {
	j.cycles("follow-up-cycle", "these follow-ups go round in a circle", func(c *Card) []*Card { return c.FollowUps },
		func(c, next *Card) spot { return c.spot("follow_ups", c.Facts.FollowUps, next) })
	j.cycles("softer-cycle", "each of these cards is softer than the next", (*Card).softer,
		func(c, next *Card) spot { return spot{c.Entry, "softer", -1} })
}

func (c *Card) softer() []*Card {
	if c.Softer == nil {
		return nil
	}
	return []*Card{c.Softer}
}

// cycles tells of every way round that a walk along next meets, at the step that closes it.
func (j *joiner) cycles(class, text string, next func(*Card) []*Card, where func(c, next *Card) spot) {
	const walking, done = 1, 2
	state := make([]uint8, len(j.cards.all))
	var way []*Card
	var walk func(c *Card)
	walk = func(c *Card) {
		state[c.at] = walking
		way = append(way, c)
		for _, to := range next(c) {
			switch state[to.at] {
			case 0:
				walk(to)
			case walking:
				circle := slices.Concat(way[slices.Index(way, to):], []*Card{to})
				j.tell(report.New(class, where(c, to).pos(), "%s: %s", text, arrows(circle)).Hinted("take one of them out"))
			}
		}
		way = way[:len(way)-1]
		state[c.at] = done
	}
	for i := range j.cards.all {
		if state[i] == 0 {
			walk(&j.cards.all[i])
		}
	}
}

func arrows(cards []*Card) string {
	ids := make([]string, len(cards))
	for i, c := range cards {
		ids[i] = c.ID
	}
	return strings.Join(ids, " → ")
}
