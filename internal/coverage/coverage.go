// Package coverage says what a guide holds and lacks: how far its editorial plan is met, which moments have no card, what
// nothing leads to, what says the same twice, what is overdue, and how hard it is to read.
//
// In come a [guide.Guide], its [Plan] and the day; out goes a [Report], a typed value that can be written for people
// ([Report.WriteText]) or, as JSON, for machines. Nothing here is a problem that stops a build: it is what an editor looks at
// before the next round of writing.
package coverage

import (
	"slices"

	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/guide"
)

// A Report is what a guide holds and lacks.
type Report struct {
	Day       string     `json:"day"` // ages are counted to it
	Languages []Language `json:"languages"`
	Uncited   []string   `json:"sources_never_cited"`
	Helplines []Aged     `json:"helplines_overdue"`
}

// A Language is the part of the guide in one language. What a plan asks for is asked of the default language only.
type Language struct {
	Tag         string   `json:"language"`
	PhraseRules int      `json:"phrase_rules"` // 0: no sentence of this language is checked
	Quotas      []Quota  `json:"quotas"`
	Ideas       []Idea   `json:"ideas"`
	Cells       []Cell   `json:"cells"`
	Unshelved   []Place  `json:"cards_in_no_deck"`
	Unreached   []Place  `json:"cards_on_no_path"`
	Orphans     []Place  `json:"nothing_leads_to"`
	DeadEnds    []Place  `json:"nothing_comes_after"`
	Near        []Pair   `json:"near_duplicates"`
	Reviews     []Aged   `json:"reviews_overdue"`
	Behind      []Aged   `json:"translations_behind"`
	Readability Readable `json:"readability"`
}

// A Place is an entry of the guide.
type Place struct {
	File  string `json:"file"`
	Title string `json:"title"`
}

func placeOf(e *guide.Entry) Place { return Place{e.Doc.File, e.Title} }

// New looks at a guide. A plan without quotas asks for nothing.
func New(g *guide.Guide, plan *Plan, today facts.Date) *Report {
	r := &Report{Day: today.String()}
	for i := range g.Config.Languages {
		shelf := shelfOf(g, g.Config.Languages[i].Tag)
		l := Language{
			Tag:       shelf.tag,
			Cells:     shelf.cells(),
			Unshelved: shelf.which(func(c *guide.Card) bool { return len(c.Decks) == 0 }),
			Unreached: shelf.which(func(c *guide.Card) bool { return !reached(c) }),
			Orphans:   shelf.orphans(),
			DeadEnds:  shelf.which(nothingAfter),
			Near:      shelf.near(),
			Reviews:   shelf.reviews(today),
			Behind:    shelf.behind(),

			Readability: shelf.readable(),
		}
		if rules := g.Rules[l.Tag]; rules != nil {
			l.PhraseRules = len(rules.All()) + len(rules.Needs())
		}
		if i == 0 {
			l.Quotas, l.Ideas = plan.quotas(shelf), plan.ideas(shelf)
		}
		r.Languages = append(r.Languages, l)
	}
	for _, s := range g.Sources {
		if len(s.CitedBy) == 0 {
			r.Uncited = append(r.Uncited, s.ID)
		}
	}
	r.Helplines = helplines(g, today)
	return r
}

// A shelf is what a guide holds in one language.
type shelf struct {
	guide   *guide.Guide
	tag     string
	entries []*guide.Entry
	cards   []*guide.Card
	doors   map[string]string // of each relationship
}

func shelfOf(g *guide.Guide, tag string) *shelf {
	s := &shelf{guide: g, tag: tag, doors: map[string]string{}}
	for _, e := range g.Entries {
		if e.Lang == tag {
			s.entries = append(s.entries, e)
		}
	}
	for _, c := range g.Cards {
		if c.Lang == tag {
			s.cards = append(s.cards, c)
		}
	}
	for _, w := range g.Words["relationship"] {
		s.doors[w.ID] = w.Group
	}
	return s
}

func (s *shelf) which(is func(*guide.Card) bool) (places []Place) {
	for _, c := range s.cards {
		if is(c) {
			places = append(places, placeOf(c.Entry))
		}
	}
	return places
}

// reached says whether a reader comes to a card from a path, at once or over one other card.
func reached(c *guide.Card) bool {
	onPath := func(c *guide.Card) bool { return len(c.Paths) > 0 }
	return onPath(c) || slices.ContainsFunc(c.Follows, onPath) || slices.ContainsFunc(c.RespondsTo, onPath) || slices.ContainsFunc(c.Firmer, onPath)
}

// nothingAfter says whether a ladder ends at a card in mid-air: somebody has begun to mend, and neither a card that follows
// nor a later step of a path says how it goes on.
func nothingAfter(c *guide.Card) bool {
	if c.Facts.Role != "initiator" || c.Phase == nil || c.Phase.ID == "mend" || len(c.FollowUps) > 0 {
		return false
	}
	return !slices.ContainsFunc(c.Paths, func(p *guide.Path) bool {
		last := len(p.Steps) - 1
		return slices.ContainsFunc(p.Steps[:max(0, last)], func(s guide.PathStep) bool { return slices.Contains(s.Cards, c) })
	})
}

// orphans are entries to which nothing of the guide leads but a list.
func (s *shelf) orphans() (places []Place) {
	held := map[*guide.Entry]bool{}
	for _, c := range s.cards {
		held[c.Entry] = len(c.Decks)+len(c.Paths)+len(c.Essays)+len(c.Follows)+len(c.RespondsTo)+len(c.Firmer) > 0
	}
	for _, e := range s.guide.Essays {
		for _, w := range e.Worksheets {
			held[w.Entry] = true
		}
	}
	for _, p := range s.guide.Paths {
		if p.Worksheet != nil {
			held[p.Worksheet.Entry] = true
		}
	}
	for _, e := range s.entries {
		listed := e.Kind == guide.PageKind || e.Kind == guide.PathKind || e.Kind == guide.DeckKind // these are where one begins
		if !listed && !held[e] && len(e.ReferredBy) == 0 {
			places = append(places, placeOf(e))
		}
	}
	return places
}
