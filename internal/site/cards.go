package site

import (
	"slices"
	"sync"

	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/source"
)

// dimensions are the ways to choose cards: a vocabulary, the part of the address its lists lie under, the word above them, and
// which of its words a card has.
var dimensions = []struct {
	vocabulary, folder, heading string
	of                          func(*guide.CardFacts, *guide.CardText) []string
}{
	{"relationship", "for", "with-whom", func(f *guide.CardFacts, _ *guide.CardText) []string { return f.Relationships }},
	{"rupture", "when", "after-what", func(f *guide.CardFacts, _ *guide.CardText) []string { return f.Ruptures }},
	{"phase", "phase", "phases", func(_ *guide.CardFacts, t *guide.CardText) []string { return []string{t.Phase.ID} }},
	{"move", "move", "moves", func(_ *guide.CardFacts, t *guide.CardText) []string { return []string{t.Move.ID} }},
	{"role", "role", "role", func(f *guide.CardFacts, _ *guide.CardText) []string { return []string{f.Role} }},
	{"readiness", "readiness", "readiness", func(f *guide.CardFacts, _ *guide.CardText) []string { return f.Readiness }},
	{"channel", "channel", "channels", func(f *guide.CardFacts, _ *guide.CardText) []string { return f.Channels }},
	{"age", "age", "to-age", func(f *guide.CardFacts, _ *guide.CardText) []string { return []string{f.ToAge} }},
}

// A facet is one list of cards: those that share a word. Words without cards have none.
type facet struct {
	vocabulary string
	word       *guide.Word
	mark       string
	path       string
	label      string
	cards      []*guide.Card
}

type wordKey struct{ vocabulary, id string }

func (f facet) count(current string) Count {
	return Count{Link: Link{Text: f.label, Address: f.path}, N: len(f.cards), Current: f.path == current, Mark: f.mark}
}

// sortCards makes the facets of the language's cards, all dimensions side by side.
func (l *language) sortCards() {
	found := make([][]facet, len(dimensions))
	var all sync.WaitGroup
	for i := range dimensions {
		all.Go(func() { found[i] = l.facetsOf(i) })
	}
	all.Wait()
	l.facets = slices.Concat(found...)
	for _, f := range l.facets {
		l.facetLink[wordKey{f.vocabulary, f.word.ID}] = Link{Text: f.label, Address: f.path}
	}
}

// facetsOf makes the facets of one dimension.
func (l *language) facetsOf(dimension int) (facets []facet) {
	d := dimensions[dimension]
	chosen := map[string]*[]*guide.Card{}
	for _, w := range l.vocabulary(d.vocabulary) {
		chosen[w.ID] = new([]*guide.Card)
	}
	for _, c := range l.cards {
		for _, id := range d.of(c.Facts, c.CardText) {
			if cards := chosen[id]; cards != nil {
				*cards = append(*cards, c)
			}
		}
	}
	for _, w := range l.vocabulary(d.vocabulary) {
		if cards := *chosen[w.ID]; cards != nil {
			path := l.prefix + "/cards/" + d.folder + "/" + w.ID + "/"
			facets = append(facets, facet{d.vocabulary, w, d.folder + ":" + w.ID, path, w.Label(l.Tag), cards})
		}
	}
	return facets
}

// planCards plans the list of all cards, every list that shares a word, and every card.
func (l *language) planCards() {
	l.planCardList("/cards/", l.word("cards"), l.word("cards-lead"), l.cards)
	for _, f := range l.facets {
		l.planCardList(f.path[len(l.prefix):], f.label, f.word.About(l.Tag), f.cards, l.list("/cards/", "cards"))
	}
	cards := own(l, l.cards, cardEntry)
	for i := range cards {
		l.planCard(cards, i)
	}
}

func (l *language) planCardList(path, heading, lead string, cards []*guide.Card, crumbs ...Link) {
	pagesOf(cardPages, l.prefix+path, cards, func(at string, part []*guide.Card, pager *Pager) {
		page := &Page{Path: at, Template: "cards", Title: heading, Description: lead, Indexable: true}
		page.key = func() source.Sum { return lists(l, part, cardEntry) }
		l.add(page, at[len(l.prefix):], func(p *Page) any {
			v := &CardsView{
				Frame: l.frame(p, "cards", crumbs...),
				Lead:  lead, Total: len(cards),
				Tiles: l.tilesOf(part), Facets: l.facetGroups(l.prefix + path), Pager: pager,
			}
			if pager != nil && pager.Page > tilePages {
				v.Tiles, v.Slips = nil, v.Tiles
			}
			return v
		})
	})
}

// facetGroups are all ways to choose cards, the list one is on marked.
func (l *language) facetGroups(current string) []Group {
	var groups []Group
	for _, d := range dimensions {
		group := Group{Heading: l.word(d.heading)}
		for _, f := range l.facets {
			if f.vocabulary == d.vocabulary {
				group.Links = append(group.Links, f.count(current))
			}
		}
		if len(group.Links) > 0 {
			groups = append(groups, group)
		}
	}
	return groups
}

// facetLinks links to the lists of some words of a vocabulary.
func (l *language) facetLinks(vocabulary string, ids ...string) []Link {
	var links []Link
	for _, id := range ids {
		if link, ok := l.facetLink[wordKey{vocabulary, id}]; ok {
			links = append(links, link)
		}
	}
	return links
}

// beside are the entries before and after one in their list; nil where there is none.
func beside[T any](all []*T, i int, entry func(*T) *guide.Entry) (two [2]*guide.Entry) {
	if i > 0 {
		two[0] = entry(all[i-1])
	}
	if i+1 < len(all) {
		two[1] = entry(all[i+1])
	}
	return two
}

func neighbours[T any](l *language, all []*T, i int, entry func(*T) *guide.Entry) (n Neighbours) {
	if i > 0 {
		n.Previous = linkTo(l, all[i-1], entry)
	}
	if i+1 < len(all) {
		n.Next = linkTo(l, all[i+1], entry)
	}
	return n
}
