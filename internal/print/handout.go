package print

import (
	"strconv"

	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/typeset"
)

// Essay is an essay to hand out, all of it.
func (p *Press) Essay(e *guide.Essay) Piece {
	return p.piece(p.folder(e.Lang)+"essays/"+e.ID, e.Title, shown(e.Entry, e.Cards), func() job {
		return p.essay(e, p.essayView(e), (*writer).whole)
	})
}

// Handout is the one-page print edition of an essay: what it is for, what it comes to, one sentence to say, and as many of its cards
// as there is room for; ok is false for an essay without one.
func (p *Press) Handout(e *guide.Essay) (piece Piece, ok bool) {
	piece = p.piece(p.folder(e.Lang)+"essays/"+e.ID+"-handout", e.Title, shown(e.Entry, e.Cards), func() job {
		v := p.essayView(e)
		for {
			one := p.essay(e, v, (*writer).essence)
			if len(v.Cards) == 0 || one.doc.Pages() == 1 {
				return one
			}
			v.Cards = v.Cards[:len(v.Cards)-1]
		}
	})
	return piece, e.Facts.Handout
}

// essayView is what an essay's page shows, with the cards of the edition.
func (p *Press) essayView(e *guide.Essay) *site.EssayView {
	v := p.view(e.Entry).(*site.EssayView)
	if p.edition.Cards != nil {
		v.Cards = p.chosen(p.writer(e.Lang))
	}
	return v
}

// essay is the document of an essay, or of what is taken from it.
func (p *Press) essay(e *guide.Essay, v *site.EssayView, text func(*writer, *site.EssayView) []typeset.Block) job {
	var w *writer
	d := p.fit(look.eased, func(l *look) *typeset.Document {
		w = p.writer(e.Lang)
		w.look, w.prefix = l, e.ID+"-"
		blocks := append(w.head(), w.heading(1, typeset.Words(v.Heading), ""))
		blocks = append(blocks, typeset.Paragraph{Style: &w.lead, Text: typeset.Words(v.Purpose)})
		blocks = append(blocks, text(w, v)...)
		return w.sheetOf(e.Entry, &v.Frame, v.Stamp, v.Purpose, blocks)
	})
	return job{doc: d, entries: p.mentioned(e.Entry, v.Cards), problems: w.problems}
}

// shown are an entry, its cards, and those within its text.
func shown(e *guide.Entry, cards []*guide.Card) []*guide.Entry {
	all := []*guide.Entry{e}
	for _, c := range cards {
		all = append(all, c.Entry)
	}
	for _, t := range e.Targets {
		if t.Entry != nil && t.Entry.Kind == guide.CardKind {
			all = append(all, t.Entry)
		}
	}
	return all
}

// mentioned are an entry and the cards shown in it: whoever's letters are missing is among them.
func (p *Press) mentioned(e *guide.Entry, tiles []*site.Tile) []*guide.Entry {
	entries := []*guide.Entry{e}
	for _, tile := range tiles {
		if page := p.pages[tile.Address]; page != nil {
			entries = append(entries, page.Entry)
		}
	}
	return entries
}

// essayText is an essay below its title and purpose.
func (w *writer) essayText(v *site.EssayView) []typeset.Block {
	return append(append(w.gate(v.Safety), w.written(v.Body)...), w.kept(v)...)
}

// whole is all of an essay that a sheet shows of it.
func (w *writer) whole(v *site.EssayView) []typeset.Block {
	blocks := append(w.essayText(v), w.section(w.word("cards"), w.tiles(v.Cards)...)...)
	return append(blocks, w.references(v.Sources)...)
}

// essence is what a handout of one page keeps of an essay.
func (w *writer) essence(v *site.EssayView) []typeset.Block {
	return append(append(w.gate(v.Safety), w.kept(v)...), w.section(w.word("cards"), w.tiles(v.Cards)...)...)
}

// kept is what an essay comes to.
func (w *writer) kept(v *site.EssayView) []typeset.Block {
	blocks := w.section(w.called("key-points"), w.written(v.KeyPoints)...)
	if v.Sentence != nil {
		w.text = v.Sentence
		sentence := w.framed(w.blocks(v.Sentence.Nodes, &w.phrase)...)
		blocks = append(blocks, w.section(w.called("sentence-today"), sentence)...)
	}
	return blocks
}

// section is a heading and what stands under it; nothing where nothing does.
func (w *writer) section(title string, blocks ...typeset.Block) []typeset.Block {
	if len(blocks) == 0 {
		return nil
	}
	return append([]typeset.Block{w.heading(2, typeset.Words(title), "")}, blocks...)
}

// gate asks about fear before words that could be used against somebody, or warns where a note is enough.
func (w *writer) gate(safety string) []typeset.Block {
	if safety != "gate" {
		return nil
	}
	return []typeset.Block{w.framed(typeset.Paragraph{Style: &w.body, Text: typeset.Words(w.word("safety-gate"))})}
}

// tiles are cards as a handout shows them.
func (w *writer) tiles(tiles []*site.Tile) []typeset.Block {
	var blocks []typeset.Block
	for _, tile := range tiles {
		blocks = append(blocks, w.tile(tile))
	}
	return blocks
}

// tile is one card in a box: the phrase, what goes into its blanks, and why it works.
func (w *writer) tile(tile *site.Tile) typeset.Block {
	page := w.pages[tile.Address]
	if page == nil {
		return nil
	}
	v := page.View().(*site.CardView)
	within := *w
	within.text = v.Why
	blocks := []typeset.Block{
		typeset.Paragraph{Style: &w.label, Text: typeset.Words(tile.Move), KeepWithNext: true},
		typeset.Paragraph{Style: &w.phrase, Text: phrase(v.Phrase, blankEms), KeepWithNext: true},
	}
	if h := hints(v.Phrase); h != "" {
		blocks = append(blocks, typeset.Paragraph{Style: &w.help, Text: typeset.Words("(" + h + ")")})
	}
	if v.Why != nil {
		blocks = append(blocks, within.blocks(v.Why.Nodes, &w.small)...)
	}
	return w.framed(blocks...)
}

// references are the works an entry leans on.
func (w *writer) references(sources []*site.Reference) []typeset.Block {
	if w.edition.NoSources {
		return nil
	}
	var blocks []typeset.Block
	for _, s := range sources {
		blocks = append(blocks, typeset.Paragraph{Style: &w.small, ID: "source-" + s.ID, Text: reference(s)})
	}
	return w.section(w.word("references"), blocks...)
}

func reference(s *site.Reference) typeset.Text {
	t := typeset.Text{{Text: s.Authors + " (" + strconv.Itoa(s.Year) + "). "}, {Text: s.Title, Italic: true}, {Text: s.Stop + " " + s.In + "."}}
	if s.Outside != "" {
		t = append(t, typeset.Span{Text: " "}, typeset.Span{Text: s.Outside, Link: s.Outside})
	}
	return t
}
