package site

import "github.com/amends-guide/amends/internal/guide"

// planDecks plans the list of decks and every deck.
func (l *language) planDecks() {
	planList(l, "/decks/", "entries", "decks", l.decks, nil, func(p *Page, part []*guide.Deck, pager *Pager) any {
		return &EntriesView{Frame: l.frame(p, "cards"), Lead: p.Description, Entries: l.deckTeasers(part), Pager: pager}
	})
	for _, d := range own(l, l.decks, deckEntry) {
		page := &Page{Template: "deck"}
		l.addEntry(d.Entry, page, func(p *Page) any {
			return &DeckView{
				Frame:   l.frame(p, "cards", l.list("/decks/", "decks")),
				Entry:   l.entry(d.Entry),
				Summary: d.Entry.Facts.Summary,
				Intro:   l.body(d.Entry).text(d.Text),
				Total:   len(d.Cards),
				Tiles:   l.tilesOf(d.Cards),
			}
		})
	}
}

func (l *language) deckTeasers(decks []*guide.Deck) []Teaser {
	var teasers []Teaser
	for _, d := range decks {
		teasers = append(teasers, Teaser{Link: l.link(d.Entry), Summary: d.Entry.Facts.Summary, Cards: len(d.Cards)})
	}
	return teasers
}
