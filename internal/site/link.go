package site

import (
	"cmp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/source"
)

// A Link leads to another page of the site, or out of it.
type Link struct {
	Text    string
	Address string
	Foreign *Foreign // set where the page is in another language than the one that links
}

// Foreign says in which other language a linked page is.
type Foreign struct {
	Lang, Dir string
	Label     string // "in English", in the language of the page that links
}

// link leads to an entry, marked when it is in another language.
func (l *language) link(e *guide.Entry) Link {
	return Link{Text: e.Title, Address: l.site.Address(e), Foreign: l.foreign(e.Lang)}
}

func (l *language) foreign(tag string) *Foreign {
	if tag == l.Tag {
		return nil
	}
	return l.strangers.get(tag, func() *Foreign {
		other := l.spoken(tag)
		label := strings.ReplaceAll(l.word("in-language"), "{language}", other.Name)
		return &Foreign{Lang: other.Tag, Dir: other.Dir, Label: label}
	})
}

func linksTo[T any](l *language, items []T, entry func(T) *guide.Entry) []Link {
	var links []Link
	for _, item := range items {
		links = append(links, l.link(entry(item)))
	}
	return links
}

func linkTo[T any](l *language, item *T, entry func(*T) *guide.Entry) *Link {
	if item == nil {
		return nil
	}
	link := l.link(entry(item))
	return &link
}

func cardEntry(c *guide.Card) *guide.Entry   { return c.Entry }
func deckEntry(d *guide.Deck) *guide.Entry   { return d.Entry }
func pathEntry(p *guide.Path) *guide.Entry   { return p.Entry }
func essayEntry(e *guide.Essay) *guide.Entry { return e.Entry }
func termEntry(t *guide.Term) *guide.Entry   { return t.Entry }
func same(e *guide.Entry) *guide.Entry       { return e }

// A tileKey is all that a tile depends on: the card's face, and what the lists of one language have in common.
type tileKey struct{ card, lists source.Sum }

// tile is a card as lists of this language show it, made once.
func (l *language) tile(c *guide.Card) *Tile {
	key := tileKey{c.Face, l.sum}
	return l.memo.nextTiles.get(key, func() *Tile {
		if known, ok := l.memo.lastTiles.look(key); ok {
			return known
		}
		return l.newTile(c)
	})
}

func (l *language) newTile(c *guide.Card) *Tile {
	t := l.memo.tiles.Keep(Tile{
		Link:  l.link(c.Entry),
		Gloss: Gloss(c),
		ID:    c.ID,
		Glaze: glaze(c),
		Move:  c.Move.Label(l.Tag),
		With:  l.fewLabels("relationship", c.Facts.Relationships),
		Child: c.Facts.ToAge != "adult" || c.Entry.Facts.Audience == "child" || c.Entry.Facts.Audience == "little",
		Seam:  seamOf(c.ID),
		Marks: marks(c),
	})
	t.Text = c.Phrase.Plain
	t.sum = Sum(t)
	return t
}

// Gloss is a sentence on a card, as lists show it.
func Gloss(c *guide.Card) string { return cmp.Or(c.Entry.Facts.Summary, firstSentence(c.Reason)) }

// glaze is the colour of a card: its phase's, or that of the hurt side where the one who was hurt speaks.
func glaze(c *guide.Card) string {
	if c.Facts.Role == "receiver" {
		return "hurt"
	}
	return c.Phase.ID
}

// marks are what a card can be chosen by, each as the folder and the word of the list it stands in: "for:child when:untruth".
func marks(c *guide.Card) string {
	var all []string
	for _, d := range dimensions {
		for _, id := range d.of(c.Facts, c.CardText) {
			all = append(all, d.folder+":"+id)
		}
	}
	return strings.Join(all, " ")
}

// fewLabels are the labels of the first words of a vocabulary, and how many more there are: "Partner, Friend +3".
func (l *language) fewLabels(vocabulary string, ids []string) string {
	const few = 2
	if len(ids) <= few+1 {
		return l.labels(vocabulary, ids)
	}
	return l.labels(vocabulary, ids[:few]) + " +" + strconv.Itoa(len(ids)-few)
}

func (l *language) tilesOf(cards []*guide.Card) []*Tile {
	var tiles []*Tile
	for _, c := range cards {
		tiles = append(tiles, l.tile(c))
	}
	return tiles
}

// firstSentence cuts a text after its first sentence.
func firstSentence(text string) string {
	for i, r := range text {
		switch r {
		case '.', '!', '?', '…', '。', '؟':
			if rest := text[i+utf8.RuneLen(r):]; rest == "" || rest[0] == ' ' {
				return text[:len(text)-len(rest)]
			}
		}
	}
	return text
}

// labels are the labels of some words of a vocabulary, as one phrase.
func (l *language) labels(vocabulary string, ids []string) string {
	return strings.Join(l.labelList(vocabulary, ids), l.word("comma"))
}

func (l *language) labelList(vocabulary string, ids []string) []string {
	labels := make([]string, 0, len(ids))
	for _, id := range ids {
		if w := l.term(vocabulary, id); w != nil {
			labels = append(labels, w.Label(l.Tag))
		}
	}
	return labels
}

// Sum names the tile.
func (t *Tile) Sum() source.Sum {
	if t == nil {
		return source.Sum{}
	}
	return t.or(t)
}
