package site

import "github.com/amends-guide/amends/internal/guide"

// An Entry is what the pages of all kinds of entries show.
type Entry struct {
	Safety  string // "", "note" or "gate"
	SeeAlso []Link
	Sources []*Reference
	Papers  []Link // what the site offers of it as PDF
	Handout string // address at which it is put on a handout; "" where it cannot be
	Stamp   Stamp
}

// Neighbours are the entries before and after in their list.
type Neighbours struct{ Previous, Next *Link }

// EssayView is one essay.
type EssayView struct {
	Frame
	Entry
	Summary    string
	Purpose    string
	Minutes    int
	Outline    []Link
	Body       *Text
	KeyPoints  *Text
	Sentence   *Text
	Cards      []*Tile
	Worksheets []Teaser
	Neighbours
}

// CardView is one card.
type CardView struct {
	Frame
	Entry
	ID         string
	Phrase     guide.Phrase
	Glaze      string
	Seam       Seam
	Move       Link
	Also       []Link
	Summary    string
	Gloss      string // a sentence on it, as lists show it
	Why        *Text
	UseWhen    []*Text
	LeaveWhen  []*Text
	HowToSay   *Text
	Variations []Variation
	IfNot      *Text
	InsteadOf  []string
	ChildWords *Text
	ChildCard  *Link
	With       []Link
	After      []Link
	Readiness  []string
	Channels   []string
	Role, Tone string
	Intensity  int
	Softer     *Link
	Firmer     []Link
	FollowUps  []*Tile
	Responses  []Answer
	Follows    []Link
	RespondsTo []Link
	Decks      []Link
	Paths      []Link
	Essays     []Link
	Neighbours
}

// A Variation is another way to say a card.
type Variation struct {
	Kind, Label string
	Phrase      guide.Phrase
}

// An Answer is a card the other person might say, under what it means.
type Answer struct {
	Outcome string
	Tile    *Tile
}

// PathView is one path.
type PathView struct {
	Frame
	Entry
	Summary    string
	Time       string
	Intro      *Text
	Steps      []PathStep
	StopIf     *Text
	GoodEnough *Text
	Worksheet  *Teaser
	With       []Link
	After      []Link
}

// A PathStep is one step of a path.
type PathStep struct {
	ID, Label, Title string
	PhaseID          string
	Text, Wait       *Text
	Cards            []*Tile
}

// WorksheetView is one worksheet.
type WorksheetView struct {
	Frame
	Entry
	Summary, Goal string
	Minutes       int
	For           string
	Intro         *Text
	Steps         []Step
	StopIf        *Text
	ForTherapist  *Text
	Cards         []*Tile
}

// A Step is one heading of a worksheet and what stands under it.
type Step struct {
	ID, Title string
	Text      *Text
}

// DeckView is one deck.
type DeckView struct {
	Frame
	Entry
	Summary string
	Intro   *Text
	Total   int // of the tiles
	Tiles   []*Tile
}

// TermView is one term of the glossary.
type TermView struct {
	Frame
	Entry
	Aka        []string
	Definition *Text
	Example    *Text
	NotSameAs  []*Text
	Uses       []Link // entries that link to it
	Neighbours
}

// A Reference is a work as a list of references shows it.
type Reference struct {
	ID      string
	Authors string
	Year    int
	Title   string
	Stop    string // what stands after the title: a full stop, and nothing where it ends in a mark of its own
	In      string // journal with volume, issue and pages, or publisher
	Outside string // its address outside; empty if it has none
	Inside  string // its place on our page of sources
}
