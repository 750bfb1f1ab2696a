package guide

import "slices"

// place gives every piece an entry of this guide's own, so that nothing an older guide still shows is ever changed.
func (j *joiner) place() {
	j.makeRoom()
	for i, p := range j.pieces {
		e := &j.entries[i]
		*e = p.entry
		e.piece, e.rank = p, int32(i)
		e.Text.Targets = j.targets.take(p.refs)
		switch said := p.body.(type) {
		case *Essay:
			j.placeEssay(e, said)
		case *Card:
			j.placeCard(e, said)
		case *Worksheet:
			j.placeWorksheet(e, said)
		case *Path:
			j.placePath(e, said)
		case *Deck:
			own, at := j.decks.put(said)
			own.Entry, e.at = e, at
		case *Term:
			j.placeTerm(e, said)
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

func (j *joiner) placeEssay(e *Entry, said *Essay) {
	own, at := j.essays.put(said)
	own.Entry, e.at = e, at
	own.KeyPoints.Targets, own.Sentence.Targets = e.Text.Targets, e.Text.Targets
}

func (j *joiner) placeCard(e *Entry, said *Card) {
	own, at := j.cards.put(said)
	own.Entry, e.at = e, at
	own.CardText = said.CardText.aimed(e.Text.Targets)
}

func (j *joiner) placeWorksheet(e *Entry, said *Worksheet) {
	own, at := j.worksheets.put(said)
	own.Entry, e.at = e, at
	own.StopIf.Targets, own.ForTherapist.Targets = e.Text.Targets, e.Text.Targets
	own.Steps = slices.Clone(own.Steps)
	for i := range own.Steps {
		own.Steps[i].Text.Targets = e.Text.Targets
	}
}

func (j *joiner) placePath(e *Entry, said *Path) {
	own, at := j.paths.put(said)
	own.Entry, e.at = e, at
	own.StopIf.Targets, own.GoodEnough.Targets = e.Text.Targets, e.Text.Targets
	own.Steps = slices.Clone(own.Steps)
	for i := range own.Steps {
		own.Steps[i].Text.Targets, own.Steps[i].Wait.Targets = e.Text.Targets, e.Text.Targets
	}
}

func (j *joiner) placeTerm(e *Entry, said *Term) {
	own, at := j.terms.put(said)
	own.Entry, e.at = e, at
	own.Example.Targets = e.Text.Targets
	own.NotSameAs = j.aimed(own.NotSameAs, e.Text.Targets)
}

// aimed is texts of our own that point at these targets.
func (j *joiner) aimed(texts []Text, targets []Target) []Text {
	own := j.texts.take(len(texts))
	for i := range texts {
		own[i] = Text{texts[i].Doc, texts[i].Nodes, targets}
	}
	return own
}
