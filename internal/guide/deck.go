package guide

import (
	"slices"

	"github.com/amends-guide/amends/internal/report"
)

// DeckFacts are a deck's keys.
type DeckFacts struct {
	Title           string   `toml:"title" need:"yes" max:"60" about:"the deck's title"`
	Cards           []string `toml:"cards" about:"its cards in order; or give a query"`
	Query           Query    `toml:"query" about:"which cards belong to it, when they are not listed"`
	Sizes           []string `toml:"sizes" about:"names of the sheets it is meant for"`
	InstructionCard bool     `toml:"instruction_card" about:"whether a card with instructions leads it"`
	Order           int      `toml:"order" range:"1-999" about:"place in lists; those without it follow, by title"`
	Common          `need:"summary"`
}

// A Query chooses cards: those that have one of the words of every list that is given.
type Query struct {
	Relationships []string `toml:"relationships" in:"relationship" about:"to whom"`
	Ruptures      []string `toml:"ruptures" in:"rupture" about:"after what"`
	Moves         []string `toml:"moves" in:"move" about:"main move"`
	Phases        []string `toml:"phases" in:"phase" about:"phase of the main move"`
	Roles         []string `toml:"roles" in:"role" about:"who speaks"`
	Readiness     []string `toml:"readiness" in:"readiness" about:"how heated or late"`
	Tones         []string `toml:"tones" in:"tone" about:"register"`
	Channels      []string `toml:"channels" in:"channel" about:"said, texted, written, shown"`
	ToAges        []string `toml:"to_ages" in:"age" about:"who hears it"`
	MaxIntensity  int      `toml:"max_intensity" range:"1-3" about:"nothing heavier than this"`
}

// A Deck is an ordered set of cards.
type Deck struct {
	*Entry
	Facts *DeckFacts
	Cards []*Card
}

func (in *reading) deck() {
	f := &DeckFacts{}
	in.decode(f)
	in.curl(&f.Title, &f.Summary)
	listed, asked := len(f.Cards) > 0, !f.Query.isZero()
	switch {
	case in.doc.Front.Lost("cards", "query"):
	case listed && asked:
		in.tell(report.New("deck-cards-and-query", in.doc.Front.KeyPos("query"), "a deck lists its cards or asks for them, not both").
			Hinted("remove cards or query"))
	case !listed && !asked:
		in.tell(report.New("deck-empty", in.doc.Front.Pos(), "this deck names no cards").Hinted("add cards = […] or query = { … }"))
	}
	in.finish(&Deck{Facts: f}, f.Title, &f.Common)
	in.sortByTitle(f.Order, f.Title)
}

// isZero says whether the query asks for nothing.
func (q *Query) isZero() bool {
	for _, list := range [][]string{q.Relationships, q.Ruptures, q.Moves, q.Phases, q.Roles, q.Readiness, q.Tones, q.Channels, q.ToAges} {
		if len(list) > 0 {
			return false
		}
	}
	return q.MaxIntensity == 0
}

// fits says whether a card has one of the words of every list that is given.
func (q *Query) fits(c *Card) bool {
	f := c.Facts
	return meets(q.Relationships, f.Relationships...) && meets(q.Ruptures, f.Ruptures...) &&
		meets(q.Moves, f.Move) && meets(q.Phases, c.phase()) && meets(q.Roles, f.Role) &&
		meets(q.Readiness, f.Readiness...) && meets(q.Tones, f.Tone) && meets(q.Channels, f.Channels...) &&
		meets(q.ToAges, f.ToAge) && (q.MaxIntensity == 0 || f.Intensity <= q.MaxIntensity)
}

// meets says whether wanted is empty or shares a word with has.
func meets(wanted []string, has ...string) bool {
	return len(wanted) == 0 || slices.ContainsFunc(has, func(word string) bool { return slices.Contains(wanted, word) })
}
