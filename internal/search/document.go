package search

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"strings"

	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/source"
)

// How much a word counts by where it stands. What an entry says first, and what its readers would say, count most; the
// weights only order results.
const (
	inTitle    = 8
	inInstead  = 9 // the sentence one is about to say leads to the one to say instead
	inSynonyms = 6
	inSummary  = 4
	inWays     = 3
	inHeading  = 3
	inFacets   = 3
	inBody     = 1
)

// A document is what the index holds of one entry.
type document struct {
	kind       guide.Kind
	id         string
	title, sub string
	head, body []term     // words of title, summary and the like; words of the running text
	sum        source.Sum // of all that the index takes from it
}

// A term is a word of a document, by its number, and how much it counts there.
type term struct{ word, weight uint32 }

// longestSub is how many bytes of a summary results show.
const longestSub = 120

// read takes an entry's words.
func (m *memory) read(e *guide.Entry, more func(*gathering)) *document {
	d := &document{kind: e.Kind, id: e.ID, title: e.Title}
	g := &m.gathering
	g.vocabulary, g.running, g.gloss = m.vocabulary, false, ""
	g.text(e.Title, inTitle)
	g.text(e.Facts.Summary, inSummary)
	if e.Kind != guide.CardKind { // whose headings are always the same
		for h := range e.Doc.Headings() {
			g.text(h.Title(), inHeading)
		}
	}
	more(g)
	d.sub = shortened(cmp.Or(e.Facts.Summary, g.gloss, doc.PlainText(e.Text.Head(1))))
	d.head = g.take()
	if m.deep {
		g.running = true
		g.nodes(e.Doc.Nodes, inBody)
		for i := range e.Doc.Footnotes {
			g.nodes(e.Doc.Footnotes[i].Nodes, inBody)
		}
		d.body = g.take()
	}
	g.room = d.appendKey(g.room[:0], m.vocabulary, e.Doc.Sum)
	sum := sha256.Sum256(g.room)
	d.sum = source.Sum(sum[:16])
	return d
}

// appendKey writes all that tells the document from others. Where running text is searched it follows from the entry's file, text being
// its sum.
func (d *document) appendKey(b []byte, v *vocabulary, text source.Sum) []byte {
	if d.body != nil {
		b = append(b, text[:]...)
	}
	for _, text := range []string{string(d.kind), d.id, d.title, d.sub} {
		b = append(binary.AppendUvarint(b, uint64(len(text))), text...)
	}
	for _, t := range d.head {
		b = append(append(b, v.words[t.word]...), ' ')
		b = binary.AppendUvarint(b, uint64(t.weight))
	}
	return b
}

// shortened cuts a text that is too long for a list behind a word.
func shortened(text string) string {
	if len(text) <= longestSub {
		return text
	}
	cut := strings.LastIndexByte(text[:longestSub], ' ')
	if cut <= 0 {
		cut = len(strings.ToValidUTF8(text[:longestSub], ""))
	}
	return strings.TrimRight(text[:cut], " ,;:.–—") + "…"
}

// A gathering counts the words of one document.
type gathering struct {
	*vocabulary
	terms   []term
	at      []int32 // for each word's number, one more than its place in terms, or 0
	running bool    // words that are too common are left out
	room    []byte  // for the word being read
	gloss   string  // what lists say of an entry without a summary
}

func (g *gathering) text(text string, weight uint32) {
	g.room = words(text, g.room, func(word []byte) { g.count(g.number(word), weight) })
}

func (g *gathering) texts(texts []string, weight uint32) {
	for _, text := range texts {
		g.text(text, weight)
	}
}

func (g *gathering) count(word, weight uint32) {
	if g.running && g.ignored[word] {
		return
	}
	for int(word) >= len(g.at) {
		g.at = append(g.at, 0)
	}
	if at := g.at[word]; at > 0 {
		g.terms[at-1].weight += weight
		return
	}
	g.terms = append(g.terms, term{word, weight})
	g.at[word] = int32(len(g.terms))
}

// take is what was counted; the next document begins anew.
func (g *gathering) take() []term {
	for _, t := range g.terms {
		g.at[t.word] = 0
	}
	taken := append([]term(nil), g.terms...)
	g.terms = g.terms[:0]
	return taken
}

// nodes counts the words of running text. Names of slots are for authors, and no reader seeks them.
func (g *gathering) nodes(nodes doc.Nodes, weight uint32) {
	for n := range nodes.Walk() {
		if kind := n.Kind(); kind == doc.Text || kind == doc.Code {
			g.text(n.Text(), weight)
		}
	}
}

func (g *gathering) phrase(p guide.Phrase, weight uint32) {
	for _, part := range p.Parts() {
		g.text(part.Text, weight)
		g.text(part.Example, inBody)
	}
}

// labels counts the words under which lists show an entry.
func (g *gathering) labels(m *memory, vocabulary string, ids ...string) {
	for _, id := range ids {
		if w := m.labels[vocabulary+"/"+id]; w != nil {
			g.text(w.Label(m.tag), inFacets)
			if w.Saids != nil {
				g.text(w.Said(m.tag), inFacets)
			}
		}
	}
}

func (m *memory) card(c *guide.Card) func(*gathering) {
	return func(g *gathering) {
		g.gloss = site.Gloss(c)
		g.phrase(c.Phrase, inBody) // the examples; what is said is the title
		for _, way := range c.Variations {
			g.phrase(way.Phrase, inWays)
		}
		for _, instead := range c.InsteadOf {
			g.text(instead.Text, inInstead)
		}
		g.nodes(c.ChildWords, inWays)
		g.labels(m, "move", c.Facts.Move)
		g.labels(m, "move", c.Facts.Also...)
		g.labels(m, "relationship", c.Facts.Relationships...)
		g.labels(m, "rupture", c.Facts.Ruptures...)
	}
}

func (m *memory) path(p *guide.Path) func(*gathering) {
	return func(g *gathering) {
		g.texts(p.Facts.Synonyms, inSynonyms)
		g.labels(m, "relationship", p.Facts.Relationships...)
		g.labels(m, "rupture", p.Facts.Ruptures...)
	}
}

func (m *memory) essay(e *guide.Essay) func(*gathering) {
	return func(g *gathering) {
		g.text(e.Facts.Purpose, inWays)
		g.nodes(e.KeyPoints, inWays)
		g.labels(m, "relationship", e.Facts.Relationships...)
	}
}

func (m *memory) term(t *guide.Term) func(*gathering) {
	return func(g *gathering) { g.texts(t.Facts.Aka, inTitle) }
}

func (m *memory) worksheet(w *guide.Worksheet) func(*gathering) {
	return func(g *gathering) { g.text(w.Facts.Goal, inWays) }
}

func nothingMore(*gathering) {}

// documents are the entries of the language that a search can find, as lists would show them.
func (m *memory) documents(g *guide.Guide) []*document {
	m.next = make(map[*doc.Doc]*document, len(m.last))
	var all []*document
	gather(m, &all, g.Paths, func(p *guide.Path) *guide.Entry { return p.Entry }, m.path)
	gather(m, &all, g.Cards, func(c *guide.Card) *guide.Entry { return c.Entry }, m.card)
	gather(m, &all, g.Essays, func(e *guide.Essay) *guide.Entry { return e.Entry }, m.essay)
	gather(m, &all, g.Worksheets, func(w *guide.Worksheet) *guide.Entry { return w.Entry }, m.worksheet)
	gather(m, &all, g.Decks, func(d *guide.Deck) *guide.Entry { return d.Entry }, func(*guide.Deck) func(*gathering) { return nothingMore })
	gather(m, &all, g.Terms, func(t *guide.Term) *guide.Entry { return t.Entry }, m.term)
	gather(m, &all, g.Pages, func(p *guide.Page) *guide.Entry { return p.Entry }, func(*guide.Page) func(*gathering) { return nothingMore })
	m.last, m.next = m.next, nil
	return all
}

// gather reads the documents of one kind, or remembers them: a Doc is frozen, so the same one says the same.
func gather[T any](m *memory, all *[]*document, items []T, entry func(T) *guide.Entry, more func(T) func(*gathering)) {
	for _, item := range items {
		e := entry(item)
		if e.Lang != m.tag || e.Kind == guide.PageKind && (e.ID == "home" || e.ID == "not-found") {
			continue
		}
		d := m.last[e.Doc]
		if d == nil {
			d = m.read(e, more(item))
		}
		m.next[e.Doc] = d
		*all = append(*all, d)
	}
}
