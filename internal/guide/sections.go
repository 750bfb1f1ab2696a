package guide

// A Shape is how the text of a section is written.
type Shape string

const (
	Prose   Shape = "prose" // anything
	Items   Shape = "list"  // one list of plain items, nothing else
	OneLine Shape = "line"  // one paragraph
)

// A Section describes one part of an entry's body for the reader of files, the scaffolds and the reference.
type Section struct {
	ID    string // as in [sections] of theme/i18n/<lang>.toml; or Intro or FreeHeadings
	Need  string // "always"; "" if it may be missing; else the condition under which it is needed
	Shape Shape
	Least int // items of a list, or headings of FreeHeadings; 0 is no limit
	Most  int
	Words int // most words; 0 is no limit
	About string
}

const (
	Intro        = ""  // the text before the first ## heading
	FreeHeadings = "*" // ## headings with any name
)

// Sections lists the parts of an entry's body in their usual order.
func Sections(kind Kind) []Section { return sections[kind] }

var sections = map[Kind][]Section{
	EssayKind: {
		{ID: Intro, Shape: Prose, About: "begins with the moment, not the theory"},
		{ID: FreeHeadings, Need: "always", Shape: Prose, Least: 2, About: "the essay's outline"},
		{ID: "key-points", Need: "where handout = true", Shape: Items, Least: 3, Most: 5, About: "what the one-page print edition keeps"},
		{ID: "sentence-today", Need: "always", Shape: Prose, About: "a sentence the reader can say today; the last section"},
	},
	CardKind: {
		{ID: Intro, Need: "always", Shape: Prose, Words: 40, About: "why it works, in everyday words"},
		{ID: "use-when", Need: "always", Shape: Items, Least: 1, Most: 3, About: "cues one can see"},
		{ID: "leave-when", Need: "always", Shape: Items, Least: 1, Most: 3, About: "where the card ends; about harm, one line links to [[safety]]"},
		{ID: "how-to-say", Need: `where channels has "say"`, Shape: Prose, Words: 30, About: "distance, height, pace, hands"},
		{ID: "other-ways", Need: "always", Shape: Items, Least: 2, About: "lines of \"kind: sentence\"; a kind is shorter, softer, firmer, formal or text"},
		{ID: "if-not-received", Need: "always", Shape: Prose, Words: 40, About: "one thing to do, one not to do, how long to wait"},
		{ID: "instead-of", Need: `where role = "initiator"`, Shape: Items, Least: 1, About: "sentences people reach for first, each with the {rule} it breaks"},
		{ID: "child-words", Shape: OneLine, About: "the same move in words a child can say"},
	},
	WorksheetKind: {
		{ID: Intro, Shape: Prose, About: "what it is for and what one needs"},
		{ID: FreeHeadings, Need: "always", Shape: Prose, Least: 1, Most: 6, About: "the steps, with their fields"},
		{ID: "stop-if", Need: "always", Shape: Prose, About: "when to put it away"},
		{ID: "for-therapist", Need: "always", Shape: Prose, About: "notes that are never on the client's copy"},
	},
	PathKind: {
		{ID: Intro, Need: "always", Shape: Prose, About: "one to three sentences to the reader"},
		{ID: FreeHeadings, Need: "always", Shape: Prose, Least: 3, Most: 6, Words: 25, About: "the steps: a move or a phase, a few words, one to three ![[cards]]"},
		{ID: "stop-if", Need: "always", Shape: Prose, About: "when to stop"},
		{ID: "good-enough", Need: "always", Shape: Prose, About: "what good enough looks like"},
	},
	DeckKind: {
		{ID: Intro, Need: "always", Shape: Prose, About: "whom the deck is for and how to use it"},
		{ID: FreeHeadings, Shape: Prose, About: "more of the introduction"},
	},
	TermKind: {
		{ID: Intro, Need: "always", Shape: Prose, Words: 40, About: "the definition, in short words"},
		{ID: "example", Need: "always", Shape: Prose, About: "one example from a day like any other"},
		{ID: "not-the-same", Shape: Items, Least: 1, About: "lines of \"[[other]]: the difference\""},
	},
	PageKind: {
		{ID: Intro, Shape: Prose, About: "the page's text"},
		{ID: FreeHeadings, Shape: Prose, About: "its parts"},
	},
}
