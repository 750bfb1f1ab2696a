package site

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

	Helplines *Link // whom to call; nil where the safety page does not say
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
