package print

import (
	"path"
	"slices"
	"strings"

	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/typeset"
)

// Joins says whether the piece can be one of several in a file: handouts and worksheets can, what is cut or bound cannot.
func (p Piece) Joins() bool {
	folder := path.Base(path.Dir(p.Path))
	return folder == "essays" || folder == "worksheets"
}

// Together is handouts and worksheets in one file, each from a new page on, and after them the cards that somebody chose. A title
// stands above each; a file without one is called by theirs. All pieces must be of this press, differ, and join.
func (p *Press) Together(title string, pieces []Piece) Piece {
	var ids []string
	for _, piece := range pieces {
		ids = append(ids, strings.TrimSuffix(path.Base(piece.Path), ".pdf"))
	}
	for _, card := range p.edition.Cards {
		ids = append(ids, card.ID)
	}
	name := "together/" + fileName(title, ids)
	edition := p.edition
	edition.title, edition.Cards = title, []*guide.Card{}
	if title == "" {
		var titles []string
		for _, piece := range pieces {
			titles = append(titles, piece.Title)
		}
		title = strings.Join(titles, ", ")
	}
	each := New(p.site, edition).Pieces()
	return p.piece(name, title, nil, func() job {
		var all job
		var parts []typeset.Part
		for _, piece := range pieces {
			one := each[slices.IndexFunc(each, func(other Piece) bool { return other.Path == piece.Path })].set()
			if all.doc == nil {
				all.doc = one.doc
			}
			all.doc.Fillable = all.doc.Fillable || one.doc.Fillable
			all.doc.Typing = max(all.doc.Typing, one.doc.Typing)
			parts = append(parts, one.doc.Parts...)
			all.entries, all.problems = append(all.entries, one.entries...), append(all.problems, one.problems...)
		}
		w := p.writer(all.entries[0].Lang)
		if cards := p.chosen(w); len(cards) > 0 {
			page := w.sheet(&site.Frame{Heading: title}, site.Stamp{})
			parts = append(parts, typeset.Flow{Page: page, Blocks: append([]typeset.Block{w.heading(1, typeset.Words(w.word("cards")), "")}, w.tiles(cards)...)})
		}
		for _, c := range p.edition.Cards {
			all.entries = append(all.entries, c.Entry)
		}
		all.doc.Info, all.doc.Parts = w.info(title, "", p.date(all.entries...)), parts
		all.problems = append(all.problems, w.problems...)
		return all
	})
}

// chosen are the cards that somebody chose, as handouts show them.
func (p *Press) chosen(w *writer) (tiles []*site.Tile) {
	for _, c := range p.edition.Cards {
		tiles = append(tiles, &site.Tile{Link: site.Link{Address: p.site.Address(c.Entry)}, Move: c.Move.Label(w.lang.Tag)})
	}
	return tiles
}
