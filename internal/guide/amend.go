package guide

import (
	"slices"

	"github.com/amends-guide/amends/internal/doc"
)

// Amend puts what a file says now in the place of what it said before, where only the page of its entry can tell the
// difference: the same face, the same headings to link to, the same references in the same order. It returns that entry,
// or nil, and then the guide is as it was. This is the one thing that ever changes a guide, so nobody else may be looking at it.
func (g *Guide) Amend(before, now *Piece) *Entry {
	at := slices.IndexFunc(g.Entries, func(e *Entry) bool { return e.Doc == before.Doc() })
	if at < 0 || before.entry.Face != now.entry.Face || !alike(before.Doc(), now.Doc()) {
		return nil
	}
	e := g.Entries[at]
	text := Text{now.Doc(), now.entry.Text.Nodes, e.Text.Targets}
	switch said := now.body.(type) {
	case *Card:
		own := g.Cards[e.at]
		own.CardText = said.CardText.aimed(e.Text.Targets)
	case *Essay:
		own := g.Essays[e.at]
		own.Minutes, own.KeyPoints, own.Sentence = said.Minutes, said.KeyPoints, said.Sentence
		own.KeyPoints.Targets, own.Sentence.Targets = e.Text.Targets, e.Text.Targets
	default: // of the others, lists show text, or their text says where their relations belong
		return nil
	}
	e.Doc, e.Text = now.Doc(), text
	return e
}

// alike says whether two documents look the same to all others.
func alike(a, b *doc.Doc) bool {
	return slices.EqualFunc(a.Refs, b.Refs, func(a, b doc.Ref) bool {
		return a.Kind == b.Kind && a.Target == b.Target && a.Fragment == b.Fragment
	}) && slices.EqualFunc(a.Headings, b.Headings, func(a, b doc.Heading) bool { return a.ID == b.ID })
}

// aimed is what a card's file says, pointing at these targets; itself where all its texts point nowhere, as most do.
func (c *CardText) aimed(targets []Target) *CardText {
	if targets == nil {
		return c
	}
	own := *c
	for _, text := range []*Text{&own.Why, &own.HowToSay, &own.IfNot, &own.ChildWords} {
		text.Targets = targets
	}
	own.UseWhen, own.LeaveWhen = slices.Clone(own.UseWhen), slices.Clone(own.LeaveWhen)
	for _, texts := range [][]Text{own.UseWhen, own.LeaveWhen} {
		for i := range texts {
			texts[i].Targets = targets
		}
	}
	return &own
}
