package guide

import "slices"

// place gives every piece an entry of this guide's own, so that nothing an older guide still shows is ever changed.
func (j *joiner) place() {
	j.makeRoom()
	for i, p := range j.pieces {
		e := &j.entries[i]
		*e = Entry{Piece: p, Targets: j.targets.Take(len(p.Doc.Refs)), rank: int32(i)}
		switch said := p.body.(type) {
		case *Essay:
			own, at := j.essays.put(said)
			own.Entry, e.at = e, at
		case *CardText:
			own, at := j.cards.put(&Card{CardText: said})
			own.Entry, e.at = e, at
		case *Worksheet:
			own, at := j.worksheets.put(said)
			own.Entry, e.at = e, at
		case *Path:
			own, at := j.paths.put(said)
			own.Entry, own.Steps, e.at = e, slices.Clone(said.Steps), at
		case *Deck:
			own, at := j.decks.put(said)
			own.Entry, e.at = e, at
		case *Term:
			own, at := j.terms.put(said)
			own.Entry, e.at = e, at
		case *Page:
			own, at := j.pages.put(said)
			own.Entry, e.at = e, at
		}
		known := j.ids[j.language(e.Lang)]
		e.namesake, known[e.ID] = known[e.ID], e
	}
	j.cited = slices.Clone(j.Sources.list)
	j.sources = make(map[string]*Source, len(j.cited))
	for i := range j.cited {
		j.sources[j.cited[i].ID] = &j.cited[i]
	}
}

func (j *joiner) makeRoom() {
	var n [len(kinds)]int
	langs := make([]int, len(j.Config.Languages)+1)
	for _, p := range j.pieces {
		n[p.Kind.rank()]++
		langs[j.language(p.Lang)]++
	}
	j.entries = make([]Entry, len(j.pieces))
	j.essays.all = make([]Essay, 0, n[EssayKind.rank()])
	j.cards.all = make([]Card, 0, n[CardKind.rank()])
	j.worksheets.all = make([]Worksheet, 0, n[WorksheetKind.rank()])
	j.paths.all = make([]Path, 0, n[PathKind.rank()])
	j.decks.all = make([]Deck, 0, n[DeckKind.rank()])
	j.terms.all = make([]Term, 0, n[TermKind.rank()])
	j.pages.all = make([]Page, 0, n[PageKind.rank()])
	j.ids = make([]map[string]*Entry, len(langs))
	for i := range langs {
		j.ids[i] = make(map[string]*Entry, langs[i])
	}
}
