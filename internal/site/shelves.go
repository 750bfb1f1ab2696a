package site

import (
	"slices"

	"github.com/amends-guide/amends/internal/guide"
)

// shelves are what the lists of one language show: its own entries in reading order, and after them, marked, those that so
// far exist only in the default language. Nothing is missing from a list without a word.
type shelves struct {
	essays     []*guide.Essay
	cards      []*guide.Card
	worksheets []*guide.Worksheet
	paths      []*guide.Path
	decks      []*guide.Deck
	terms      []*guide.Term
	standing   []*guide.Page
}

func (l *language) fill(g *guide.Guide) {
	fallback := l.langs[0].Tag
	l.essays = shelf(l.Tag, fallback, g.Essays, func(e *guide.Essay) *guide.Entry { return e.Entry })
	l.cards = shelf(l.Tag, fallback, g.Cards, func(c *guide.Card) *guide.Entry { return c.Entry })
	l.worksheets = shelf(l.Tag, fallback, g.Worksheets, func(w *guide.Worksheet) *guide.Entry { return w.Entry })
	l.paths = shelf(l.Tag, fallback, g.Paths, func(p *guide.Path) *guide.Entry { return p.Entry })
	l.decks = shelf(l.Tag, fallback, g.Decks, func(d *guide.Deck) *guide.Entry { return d.Entry })
	l.terms = shelf(l.Tag, fallback, g.Terms, func(t *guide.Term) *guide.Entry { return t.Entry })
	l.standing = shelf(l.Tag, fallback, g.Pages, func(p *guide.Page) *guide.Entry { return p.Entry })
}

func shelf[T any](lang, fallback string, all []T, entry func(T) *guide.Entry) []T {
	var own, borrowed []T
	for _, item := range all {
		switch e := entry(item); {
		case e.Lang == lang:
			own = append(own, item)
		case e.Lang == fallback && !slices.ContainsFunc(e.Others, func(o *guide.Entry) bool { return o.Lang == lang }):
			borrowed = append(borrowed, item)
		}
	}
	return append(own, borrowed...)
}

// own is the part of a shelf that is in the language itself: those entries have pages of their own.
func own[T any](l *language, shelf []T, entry func(T) *guide.Entry) []T {
	n := 0
	for n < len(shelf) && entry(shelf[n]).Lang == l.Tag {
		n++
	}
	return shelf[:n]
}
