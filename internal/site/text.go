package site

import (
	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/source"
)

// A Text is a stretch of an entry's words. A nil Text is no text at all.
type Text struct {
	Nodes doc.Nodes
	*Body
}

// A Body is what all texts of one entry share: what their references lead to, as one page's language sees it, and the
// notes and fields they mention by number.
type Body struct {
	Lang      string
	Refs      []Ref // one for each of Doc.Refs
	Footnotes []doc.Footnote
	Fields    []doc.Field
	FirstPic  int // index in Refs of the first picture, which is not loaded lazily; -1 without pictures
	from      source.Sum
	sealed
}

// A Ref is where a reference leads, as a page shows it. Exactly one of Link.Address, Tile, Cite and Picture is set.
type Ref struct {
	Link            // its text stands where the author gave no words
	Outside bool    // leaves the site
	Quoted  bool    // its text is a phrase and wants quotation marks
	Tile    *Tile   // an embedded card
	Cite    string  // "Drell & Jaswal, 2016"
	Picture Picture // an image of ours
}

// A Picture is an image file with its size, so that a page does not jump when it arrives.
type Picture struct {
	Address       string
	Width, Height int
}

// Sum names the text: the bytes it was parsed from, which of its nodes, and where their references lead.
func (t *Text) Sum() source.Sum {
	if t == nil {
		return source.Sum{}
	}
	buffer := keys.Get().(*key)
	defer keys.Put(buffer)
	body := t.Body.Sum()
	k := append((*buffer)[:0], body[:]...)
	for n := range t.Nodes.All() {
		k.int(int(n.Kind()))
		k.int(int(n.Offset()))
		k.int(n.Kids().Len())
	}
	*buffer = k
	return k.sum()
}

// Sum names the body.
func (b *Body) Sum() source.Sum {
	if b.sum != (source.Sum{}) {
		return b.sum
	}
	refs := Sum(&struct{ Refs []Ref }{b.Refs})
	k := append(key(nil), b.from[:]...)
	k = append(k, refs[:]...)
	k.string(b.Lang)
	return k.sum()
}
