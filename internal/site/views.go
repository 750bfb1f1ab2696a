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

// HandoutView is where one puts together what to print.
type HandoutView struct {
	Frame
	Lead       string
	Book       *Link // the whole guide as PDF; nil where the site does not offer it
	Decks      []Teaser
	Essays     []Teaser
	Worksheets []Teaser
}

// OfflineView is where a reader may keep the guide on a device.
type OfflineView struct {
	Frame
	Lead string
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

// SearchView is the page where one searches. What it needs without scripts, and when nothing is found, is a card to begin with,
// the complete list and whom to call.
type SearchView struct {
	Frame
	Lead   string
	Self   string // the page's own address
	Module string // the script that searches
	Index  string // what it searches: a file beside the page
	All    Link   // the complete list
	Pause  *Tile  // a card that stops; nil in a guide without one
}

// SourcesView shows what the guide leans on.
type SourcesView struct {
	Frame
	Lead    string
	Sources []SourceItem
}

// A SourceItem is one work, what we take from it and where.
type SourceItem struct {
	Reference
	Claim, Figure, Population, Design string
	Confidence, Caveat, Misquote      string
	Verified                          string
	CitedBy                           []Link
}

// A Reference is a work as a list of references shows it.
type Reference struct {
	ID      string
	Authors string
	Year    int
	Title   string
	In      string // journal with volume, issue and pages, or publisher
	Outside string // its address outside; empty if it has none
	Inside  string // its place on our page of sources
}

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

// An Entry is what the pages of all kinds of entries show.
type Entry struct {
	Safety  string // "", "note" or "gate"
	SeeAlso []Link
	Sources []*Reference
	Papers  []Link // what the site offers of it as PDF
	Stamp   Stamp
}

// Neighbours are the entries before and after in their list.
type Neighbours struct{ Previous, Next *Link }

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

// PageView is any other page: about, safety, privacy, not found.
type PageView struct {
	Frame
	Entry
	ID        string
	Summary   string
	Body      *Text
	Helplines []Country
	Doors     []Door // on the page for addresses that do not exist
}

// SoftenView is the page that looks for what may hurt in a reader's own sentence.
type SoftenView struct {
	*PageView
	Module string // the script that looks
}

// A Country and whom to call there.
type Country struct {
	ID, Name string
	Lines    []Helpline
}

// A Helpline is somebody to call.
type Helpline struct {
	Name, For               string
	Tel, TelAddress         string
	SMS, SMSAddress         string
	Chat, Site, Hours, Note string
	Langs                   []string
	Verified                string
}

// RedirectView stands at an old address and leads to the new one.
type RedirectView struct {
	Lang, Dir string
	Heading   string
	To        string // relative, as it also stands in a meta element
	Canonical string
}
