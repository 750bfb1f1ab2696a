// Package guide joins all files of a site into one typed guide: entries with their relations, vocabularies, sources,
// helplines and translations, and every problem that only shows when files meet.
//
// In come the configuration and the documents; out goes a [Guide], frozen, and problems. What one file says is read once per
// file ([Reader.Read], a pure function the caller may remember); what files say of each other is worked out anew on every build,
// because it is cheap and can then never be stale. Inverse relations (a card's decks, a term's uses) are derived here and
// never typed by an author. Addresses and HTML are not known here.
package guide

import (
	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/phrasing"
)

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
	Words      map[string][]*Word         // vocabulary name → its words in order
	Rules      map[string]*phrasing.Rules // shapes that may hurt, by language; a language without them is not there
	Sources    []*Source                  // by first author, year
	Helplines  []*Helpline                // in the file's order
	LeftOut    []LeftOut
}

// LeftOut is an entry that stays out of this build, and why ("draft", "review", "retired").
type LeftOut struct{ File, Title, Why string }
