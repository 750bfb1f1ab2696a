package site

import "github.com/amends-guide/amends/internal/guide"

// HomeView is the first page: doors by what happened, then by whom it is with, then what a repair is made of.
type HomeView struct {
	Frame
	Intro   *Text
	Moments []Door  // what happened, as the one who did it says it; then the hurt side and who saw it
	Paths   []Door  // a few
	All     Count   // every path
	People  []Group // relationships, by the door they lie behind
	Phases  []Phase
	Essay   *Teaser
	Card    *Tile
}

// A Door is a path as a reader meets it: a sentence in the first person.
type Door struct {
	Link
	Summary string
	Time    string
}

// A Group is a heading and the links under it.
type Group struct {
	Heading string
	Links   []Count
}

// A Count is a link to a list, and how many it holds.
type Count struct {
	Link
	N       int
	Current bool   // the list is the page one is on
	Mark    string // what scripts choose by, such as "for:child"
}

// A Phase is one part of the arc of a repair.
type Phase struct {
	ID string
	Count
	About string
	Moves []Count
	Seam  Seam // where the next phase joins on
}

// A Teaser is an essay, worksheet or deck in a list.
type Teaser struct {
	Link
	Summary string
	Minutes int // 0 where nothing is timed
	For     string
	Cards   int
}

// A Tile is a card in a list.
type Tile struct {
	Link  // its text is the phrase with blanks as "…"
	Gloss string
	ID    string
	Glaze string // its colour: a phase's id, or "hurt"
	Move  string
	With  string // whom it is for
	Child bool   // spoken or heard by a child
	Seam  Seam
	Marks string // what scripts choose by, such as "for:child when:untruth phase:own move:own"
	sealed
}

// EntriesView lists essays, worksheets or decks.
type EntriesView struct {
	Frame
	Lead    string
	Entries []Teaser
	Pager   *Pager
}

// DoorsView lists paths.
type DoorsView struct {
	Frame
	Lead  string
	Doors []Door
	Pager *Pager
}

// CardsView lists cards: all of them, or those of one relationship, rupture, move or phase.
type CardsView struct {
	Frame
	Lead   string
	Total  int
	Tiles  []*Tile
	Slips  []*Tile // in place of Tiles far down a long list, where a card is its phrase and no more
	Facets []Group
	Pager  *Pager
}

// WhomView asks, after what happened, with whom: the first of two taps.
type WhomView struct {
	Frame
	Lead   string
	People []Count
	Paths  []Door
	All    Count // every card for what happened
}

// SayView shows something to say, after what happened and with whom are known: the second of two taps.
type SayView struct {
	Frame
	With   string // the person, in words
	First  Front
	Others []*Tile
	Paths  []Door
	All    Count   // every card for what happened
	People []Count // the same with somebody else
}

// A Front is a card to use where it stands.
type Front struct {
	ID     string
	Phrase guide.Phrase
	Glaze  string
	Seam   Seam
	Move   string
	Gloss  string
	Link   Link
}

// TermsView lists the glossary.
type TermsView struct {
	Frame
	Lead  string
	Terms []TermItem
	Pager *Pager
}

// A TermItem is a term in the glossary's list.
type TermItem struct {
	Link
	Definition string
}

// A Pager leads through the pages of a long list.
type Pager struct {
	Page, Pages    int
	Previous, Next string
}

// IndexView is the complete list of everything, by letter.
type IndexView struct {
	Frame
	Lead    string
	All     []Link // to where each letter of the list begins
	Letters []Letter
	Pager   *Pager
}

// A Letter of the complete list, or what a page shows of it.
type Letter struct {
	ID, Text string
	Entries  []IndexItem
}

// An IndexItem is an entry in the complete list.
type IndexItem struct {
	Link
	Kind string
}
