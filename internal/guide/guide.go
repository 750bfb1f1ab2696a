// Package guide joins all files of a site into one typed guide: entries with their relations, vocabularies, sources,
// helplines and translations, and every problem that only shows when files meet.
//
// In come the configuration and the documents; out goes a [Guide], frozen, and problems. What one file says is read once per
// file ([Read], a pure function the caller may remember); what files say of each other is worked out anew on every build,
// because it is cheap and can then never be stale. Inverse relations (a card's decks, a term's uses) are derived here and
// never typed by an author. Addresses and HTML are not known here.
package guide

import (
	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/facts"
)

// A Kind is what an entry is; the folder it lies in says which.
type Kind string

const (
	EssayKind     Kind = "essay"
	CardKind      Kind = "card"
	WorksheetKind Kind = "worksheet"
	PathKind      Kind = "path"
	DeckKind      Kind = "deck"
	TermKind      Kind = "term"
	PageKind      Kind = "page"
)

// Common are the keys every kind of entry may have.
type Common struct {
	Summary    string     `toml:"summary" max:"160" about:"one or two sentences for lists, search engines and shared links"`
	Status     string     `toml:"status" in:"status" default:"published" about:"draft and review stay out of a build unless --drafts; retired always does"`
	Updated    facts.Date `toml:"updated" need:"yes" about:"day of the last change that matters to a reader; feeds and the sitemap show it"`
	ReviewedOn facts.Date `toml:"reviewed_on" about:"day somebody qualified last read it"`
	ReviewedBy string     `toml:"reviewed_by" max:"80" about:"the reviewer's role, such as \"couple therapist\""`
	Covers     []string   `toml:"covers" in:"covers" about:"ideas of the editorial plan this entry carries (S01–S48, G1–G12)"`
	Sources    []string   `toml:"sources" about:"ids in content/sources.toml"`
	SeeAlso    []string   `toml:"see_also" about:"ids of other entries"`
	Audience   string     `toml:"audience" in:"audience" default:"adult" about:"who reads or says it"`
	Safety     string     `toml:"safety" in:"safety" default:"none" about:"note: shows the safety line; gate: asks about fear before the content"`
	License    string     `toml:"license" max:"80" about:"licence of this entry, where it differs from the guide's"`
	Aliases    []string   `toml:"aliases" about:"old addresses that lead here, such as \"/old/name/\""`
}

// EssayFacts are an essay's keys.
type EssayFacts struct {
	Title         string   `toml:"title" need:"yes" max:"60" about:"the essay's title"`
	Purpose       string   `toml:"purpose" need:"yes" max:"200" about:"one sentence: what the reader can do afterwards"`
	Relationships []string `toml:"relationships" need:"yes" in:"relationship" about:"whom it is about"`
	Ruptures      []string `toml:"ruptures" in:"rupture" about:"what went wrong"`
	Moves         []string `toml:"moves" in:"move" about:"moves it explains"`
	Cards         []string `toml:"cards" items:"2-6" about:"cards shown beside it"`
	Worksheets    []string `toml:"worksheets" about:"worksheets that go with it"`
	Handout       bool     `toml:"handout" need:"yes" about:"whether it has a one-page print edition"`
	Common
}

// A SlotFacts says what a reader fills into a {slot} of a phrase.
type SlotFacts struct {
	Hint    string `toml:"hint" need:"yes" max:"40" about:"what belongs here, shown in the blank"`
	Example string `toml:"example" need:"yes" max:"40" about:"words that make the phrase whole"`
}

// CardFacts are a card's keys.
type CardFacts struct {
	Phrase        string               `toml:"phrase" need:"yes" max:"120" about:"the sentence as said aloud; at most two {slots}"`
	Move          string               `toml:"move" need:"yes" in:"move" about:"what the phrase does"`
	Also          []string             `toml:"also" in:"move" items:"0-2" about:"moves it makes besides"`
	Role          string               `toml:"role" in:"role" default:"initiator" about:"who speaks: the one who mends, the one who was hurt, or a witness"`
	Relationships []string             `toml:"relationships" need:"yes" in:"relationship" about:"to whom"`
	Ruptures      []string             `toml:"ruptures" need:"yes" in:"rupture" about:"after what; the first is the main one"`
	Readiness     []string             `toml:"readiness" need:"yes" in:"readiness" about:"how heated or late it may be"`
	Intensity     int                  `toml:"intensity" need:"yes" range:"1-3" about:"1 slip, 2 hurt, 3 harm"`
	Tone          string               `toml:"tone" need:"yes" in:"tone" about:"its register"`
	Channels      []string             `toml:"channels" need:"yes" in:"channel" about:"said, texted, written or shown"`
	ToAge         string               `toml:"to_age" in:"age" default:"adult" about:"who hears it"`
	Slots         map[string]SlotFacts `toml:"slots" about:"one table for each {slot} of the phrase"`
	Outcome       string               `toml:"outcome" in:"outcome" about:"receiver cards that answer: taken, not-yet or refused"`
	Softer        string               `toml:"softer" about:"id of a gentler card for the same moment; firmer is derived"`
	FollowUps     []string             `toml:"follow_ups" about:"cards that come after"`
	Responses     []string             `toml:"responses" about:"receiver cards it may meet: at least one of each outcome"`
	ChildVersion  string               `toml:"child_version" about:"id of the card in a child's words"`
	Common
}

// WorksheetFacts are a worksheet's keys.
type WorksheetFacts struct {
	Title         string   `toml:"title" need:"yes" max:"60" about:"the worksheet's title"`
	Goal          string   `toml:"goal" need:"yes" max:"160" about:"what one has at the end"`
	Minutes       int      `toml:"minutes" need:"yes" range:"2|10|20|40" about:"how long it takes"`
	For           string   `toml:"for" need:"yes" in:"worksheet-for" about:"who fills it in"`
	Pages         int      `toml:"pages" need:"yes" range:"1-2" about:"printed pages"`
	Relationships []string `toml:"relationships" in:"relationship" about:"whom it is about"`
	Ruptures      []string `toml:"ruptures" in:"rupture" about:"what went wrong"`
	Cards         []string `toml:"cards" about:"cards that help with it"`
	Common
}

// PathFacts are a path's keys.
type PathFacts struct {
	Entry         string   `toml:"entry" need:"yes" max:"60" about:"what the reader would say happened, in the first person"`
	Synonyms      []string `toml:"synonyms" need:"yes" about:"other words readers use for it"`
	Relationships []string `toml:"relationships" need:"yes" in:"relationship" about:"with whom"`
	Ruptures      []string `toml:"ruptures" need:"yes" in:"rupture" about:"what went wrong"`
	Time          string   `toml:"time" need:"yes" in:"time" about:"how long its first step takes"`
	Worksheet     string   `toml:"worksheet" about:"id of the worksheet that goes with it"`
	Common
}

// DeckFacts are a deck's keys.
type DeckFacts struct {
	Title           string   `toml:"title" need:"yes" max:"60" about:"the deck's title"`
	Cards           []string `toml:"cards" about:"its cards in order; or give a query"`
	Query           Query    `toml:"query" about:"which cards belong to it, when they are not listed"`
	Sizes           []string `toml:"sizes" about:"names of the sheets it is meant for"`
	InstructionCard bool     `toml:"instruction_card" about:"whether a card with instructions leads it"`
	Common
}

// A Query chooses cards: those that have one of the words of every list that is given.
type Query struct {
	Relationships []string `toml:"relationships" in:"relationship" about:"to whom"`
	Ruptures      []string `toml:"ruptures" in:"rupture" about:"after what"`
	Moves         []string `toml:"moves" in:"move" about:"main move"`
	Phases        []string `toml:"phases" in:"phase" about:"phase of the main move"`
	Roles         []string `toml:"roles" in:"role" about:"who speaks"`
	Readiness     []string `toml:"readiness" in:"readiness" about:"how heated or late"`
	Tones         []string `toml:"tones" in:"tone" about:"register"`
	Channels      []string `toml:"channels" in:"channel" about:"said, texted, written, shown"`
	ToAges        []string `toml:"to_ages" in:"age" about:"who hears it"`
	MaxIntensity  int      `toml:"max_intensity" range:"1-3" about:"nothing heavier than this"`
}

// TermFacts are a glossary term's keys.
type TermFacts struct {
	Term string   `toml:"term" need:"yes" max:"60" about:"the word itself"`
	Aka  []string `toml:"aka" about:"other names for it"`
	Common
}

// PageFacts are a page's keys.
type PageFacts struct {
	Title        string `toml:"title" need:"yes" max:"60" about:"the page's title"`
	Order        int    `toml:"order" range:"0-99" about:"place in the footer; 0 is not listed"`
	Helplines    bool   `toml:"helplines" about:"whether the helplines stand on it"`
	NeutralTitle string `toml:"neutral_title" max:"40" about:"what the browser's tab shows instead of the title"`
	Common
}

// An Entry is what every entry has, whatever its kind. The pointer is its identity within one Guide.
type Entry struct {
	Kind   Kind
	Lang   string // the language folder it lies in
	ID     string
	Title  string // what lists show: title, phrase, term or the path's entry sentence
	Facts  *Common
	Doc    *doc.Doc
	Text   Text     // the whole body or, where the kind has sections, its introduction; references resolved
	Others []*Entry // its translations, in the order of the config's languages

	SeeAlso    []*Entry
	Sources    []*Source // cited anywhere in it: by key or by [@id], in order of first mention
	ReferredBy []*Entry  // entries whose text or see_also link here
}

// Text is a stretch of an entry's text with its references resolved: Targets[i] is where Doc.Refs[i] leads.
type Text struct {
	Doc     *doc.Doc
	Nodes   []doc.Node
	Targets []Target // one for each of Doc.Refs; shared by all texts of an entry
}

// A Target is where a reference leads. Exactly one pointer or Address is set.
type Target struct {
	Entry   *Entry
	Source  *Source
	Picture string // path of the picture from the site's root
	Address string // outside address, or a fixed address of the site such as "/cards/"
	Anchor  string // fragment without "#", already checked
}

// An Essay explains.
type Essay struct {
	*Entry
	Facts      *EssayFacts
	Minutes    int  // reading time, at least 1
	KeyPoints  Text // the list, without its heading; no nodes when there is none
	Sentence   Text // one sentence for today
	Cards      []*Card
	Worksheets []*Worksheet
}

// A Card is one phrase and all that helps to say it.
type Card struct {
	*Entry
	Facts      *CardFacts
	Phrase     Phrase
	Why        Text
	UseWhen    []Text
	LeaveWhen  []Text
	HowToSay   Text
	Variations []Variation
	IfNot      Text
	InsteadOf  []InsteadOf
	ChildWords Text // a line in a child's words; no nodes when there is none
	Move       *Word
	Phase      *Word
	Also       []*Word
	FollowUps  []*Card
	Follows    []*Card // derived
	Responses  []*Card
	RespondsTo []*Card // derived
	Softer     *Card
	Firmer     []*Card  // derived
	ChildCard  *Card    // child_version by id
	Decks      []*Deck  // derived
	Paths      []*Path  // derived: paths that embed it
	Essays     []*Essay // derived: essays that pull it out
}

// A Phrase is text with blanks to fill in.
type Phrase struct {
	Parts []PhrasePart
	Plain string // blanks as "…"
	Whole string // blanks filled with their examples
}

// A PhrasePart is literal text, or a blank when Slot is set.
type PhrasePart struct {
	Text          string
	Slot          string
	Hint, Example string
}

// A Variation is another way to say a card's phrase.
type Variation struct {
	Kind   *Word // shorter, softer, firmer, formal, text
	Phrase Phrase
}

// An InsteadOf is the sentence most people reach for first, and the name of the phrase rule it breaks.
type InsteadOf struct {
	Text string
	Rule string
}

// A Worksheet is filled in.
type Worksheet struct {
	*Entry
	Facts        *WorksheetFacts
	For          *Word
	Steps        []Step
	StopIf       Text
	ForTherapist Text
	Cards        []*Card
}

// A Step is one ## heading of a worksheet and what stands under it.
type Step struct {
	Title, ID string
	Text      Text
}

// A Path leads from what happened through a few steps.
type Path struct {
	*Entry
	Facts      *PathFacts
	Time       *Word
	Steps      []PathStep
	StopIf     Text
	GoodEnough Text
	Worksheet  *Worksheet
}

// A PathStep is one step of a path: a move or a phase, a few words, one to three cards.
type PathStep struct {
	Word  *Word  // the move or phase its heading names
	Title string // the heading's own words after the colon; may be empty
	ID    string
	Text  Text // without the embedded cards and the wait
	Wait  Text // the [!WAIT] callout's content; no nodes when there is none
	Cards []*Card
}

// A Deck is an ordered set of cards.
type Deck struct {
	*Entry
	Facts *DeckFacts
	Cards []*Card
}

// A Term is a word explained.
type Term struct {
	*Entry
	Facts     *TermFacts
	Example   Text
	NotSameAs []Text
}

// A Page is anything else: home, about, safety.
type Page struct {
	*Entry
	Facts *PageFacts
}

// A Word is one word of a closed vocabulary, with its labels by language.
type Word struct {
	Vocabulary, ID string
	Labels         map[string]string // by language; Label falls back
	Abouts         map[string]string
	Saids          map[string]string // ruptures: in the first person
	Group          string            // a move's phase, a relationship's door
}

// A Source is one work in sources.toml.
type Source struct {
	ID         string     `toml:"-"`
	Authors    []string   `toml:"authors" need:"yes" about:"in order, given name first"`
	Year       int        `toml:"year" need:"yes" range:"1800-2100" about:"year it appeared"`
	Title      string     `toml:"title" need:"yes" about:"title of the work"`
	Container  string     `toml:"container" need:"yes" about:"journal, or publisher of a book"`
	Volume     string     `toml:"volume" about:"volume of the journal"`
	Issue      string     `toml:"issue" about:"issue of the volume"`
	Pages      string     `toml:"pages" about:"first and last page"`
	DOI        string     `toml:"doi" about:"digital object identifier, without https://doi.org/"`
	ISBN       string     `toml:"isbn" about:"of a book"`
	URL        string     `toml:"url" about:"official address, where there is no doi"`
	Kind       string     `toml:"kind" need:"yes" in:"source-kind" about:"what sort of work it is"`
	Claim      string     `toml:"claim" need:"yes" about:"what we take from it, in our words, at most 30 words"`
	Figure     string     `toml:"figure" about:"the one number we print"`
	Population string     `toml:"population" need:"yes" about:"who was studied"`
	Design     string     `toml:"design" need:"yes" about:"how"`
	Confidence string     `toml:"confidence" need:"yes" in:"confidence" about:"how sure we are"`
	Caveat     string     `toml:"caveat" about:"what it does not show"`
	Misquote   string     `toml:"misquote" about:"what is often wrongly made of it"`
	VerifiedOn facts.Date `toml:"verified_on" about:"day we checked it against the published text"`

	CitedBy []*Entry `toml:"-"` // derived
}

// A Helpline is somebody to call.
type Helpline struct {
	Country     string     `toml:"country" need:"yes" about:"ISO 3166 code of two letters, EU, or XX for anywhere else"`
	Name        string     `toml:"name" need:"yes" about:"its own name"`
	For         string     `toml:"for" need:"yes" in:"helpline-for" about:"what it is for"`
	Tel         string     `toml:"tel" about:"number to call, as dialled in the country"`
	SMS         string     `toml:"sms" about:"number to text"`
	Chat        string     `toml:"chat" about:"address of its chat"`
	Hours       string     `toml:"hours" about:"when somebody answers"`
	Langs       []string   `toml:"langs" about:"languages it speaks"`
	Note        string     `toml:"note" max:"160" about:"anything a caller must know"`
	OfficialURL string     `toml:"official_url" about:"its own site"`
	VerifiedOn  facts.Date `toml:"verified_on" need:"yes" about:"day the number was checked there"`
}

// A Guide is everything one site holds. Slices are in reading order: by language, then as their kind is sorted.
type Guide struct {
	Config     *config.Config
	Entries    []*Entry // every published entry (and drafts, where asked for)
	Essays     []*Essay
	Cards      []*Card
	Worksheets []*Worksheet
	Paths      []*Path
	Decks      []*Deck
	Terms      []*Term
	Pages      []*Page
	Words      map[string][]*Word // vocabulary name → its words in order
	Sources    []*Source          // by first author, year
	Helplines  []*Helpline        // in the file's order
	LeftOut    []LeftOut
}

// LeftOut is an entry that stays out of this build, and why ("draft", "review", "retired").
type LeftOut struct{ File, Title, Why string }
