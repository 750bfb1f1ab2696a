package guide

import (
	"reflect"
	"slices"

	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/facts"
)

// Amend puts what a file says now in the place of what it said before, where the guide stays the same but for these words: the
// same relations, the same place in every list and every order, the same headings to link to. It returns that entry, or nil, and
// then the guide is as it was; faced says whether other pages than the entry's own can tell the difference. This is the one thing
// that ever changes a guide, so nobody else may be looking at it.
func (g *Guide) Amend(before, now *Piece) (e *Entry, faced bool) {
	at := slices.IndexFunc(g.Entries, func(e *Entry) bool { return e.Piece == before })
	if at < 0 || !alike(before.Doc, now.Doc) {
		return nil, false
	}
	faced = before.Face != now.Face
	if faced && !(reflect.DeepEqual(before.ties(), now.ties()) && g.stays(at, now)) {
		return nil, false
	}
	e = g.Entries[at]
	switch said := now.body.(type) {
	case *CardText:
		g.Cards[e.at].CardText = said
	case *Essay:
		own := g.Essays[e.at]
		own.Facts, own.Minutes, own.KeyPoints, own.Sentence = said.Facts, said.Minutes, said.KeyPoints, said.Sentence
	default: // of the others, lists show text, or their text says where their relations belong
		return nil, false
	}
	e.Piece = now
	return e, faced
}

// alike says whether two documents can be read whole, lead to the same places, and can be led to at the same.
func alike(a, b *doc.Doc) bool {
	return !a.Front.Lost() && !b.Front.Lost() && slices.EqualFunc(a.Refs, b.Refs, func(a, b doc.Ref) bool {
		return a.Kind == b.Kind && a.Target == b.Target && a.Fragment == b.Fragment
	}) && slices.Equal(anchors(a), anchors(b))
}

// ties are the facts of a card or an essay without those that are words and dates: by the rest it is related to other entries,
// listed and placed. What is new among the facts is a tie until it is named here.
func (p *Piece) ties() any {
	switch said := p.body.(type) {
	case *CardText:
		f := *said.Facts
		f.Phrase, f.Allow, f.Common = "", nil, f.Common.ties()
		return f
	case *Essay:
		f := *said.Facts
		f.Title, f.Purpose, f.Allow, f.Common = "", "", nil, f.Common.ties()
		return f
	}
	return p // of all others every fact is one
}

func (c Common) ties() Common {
	c.Summary, c.Updated, c.ReviewedOn, c.ReviewedBy = "", facts.Date{}, facts.Date{}, ""
	return c
}

// stays says whether a piece in the place of an entry is in reading order still.
func (g *Guide) stays(at int, now *Piece) bool {
	return (at == 0 || inOrder(g.Entries[at-1].Piece, now)) && (at == len(g.Entries)-1 || inOrder(now, g.Entries[at+1].Piece))
}

// inOrder says whether two pieces of one language and kind stand in reading order; all others do, for the first of the two has
// what comes first.
func inOrder(a, b *Piece) bool {
	return a.Lang != b.Lang || a.Kind != b.Kind || compare(a.ranked(0), b.ranked(0)) <= 0
}
