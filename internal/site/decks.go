package site

import "github.com/amends-guide/amends/internal/guide"

// planDecks plans the list of decks and every deck.
func (l *language) planDecks() {
	pages(l.prefix+"/decks/", l.decks, func(at string, part []*guide.Deck, pager *Pager) {
		lead := l.word("decks-lead")
		v := &EntriesView{Frame: l.frame("cards", l.word("decks"), lead), Lead: lead, Pager: pager}
		for _, d := range part {
			v.Entries = append(v.Entries, Teaser{Link: l.link(d.Entry), Summary: d.Entry.Facts.Summary, Cards: len(d.Cards)})
		}
		l.add(&Page{Path: at, Template: "entries", View: v}, &v.Frame, at[len(l.prefix):])
	})
	for _, d := range own(l, l.decks, deckEntry) {
		v := &DeckView{
			Frame:   l.frame("cards", d.Title, d.Entry.Facts.Summary, l.list("/decks/", "decks")),
			Entry:   l.entry(d.Entry),
			Summary: d.Entry.Facts.Summary,
			Intro:   l.text(d.Text),
			Tiles:   l.tilesOf(d.Cards),
		}
		l.addEntry(d.Entry, "deck", v, &v.Frame)
	}
}
