package guide

import (
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/amends-guide/amends/internal/report"
)

// A sought entry is one that some id was to lead to, and does not.
type sought struct {
	lang string
	kind Kind // "" where any would do
	id   string
}

// A seeking is a problem that waits for its hint until every entry is related: a file that was given another name is one that
// nothing leads to.
type seeking struct {
	sought
	problem int                         // its place among the problems
	hint    func(id, was string) string // id is the entry most likely meant, was its old name if it says that it had one; or ""
}

// seekLater gives the problem told last a hint, once that can be known.
func (j *joiner) seekLater(s sought, hint func(id, was string) string) {
	j.seekings = append(j.seekings, seeking{s, len(j.problems) - 1, hint})
}

// seek gives all problems that wait for a hint theirs. Many links may lead to one entry that is not there; it is sought once.
func (j *joiner) seek() {
	type finding struct{ id, was string }
	found := map[sought]finding{}
	for _, s := range j.seekings {
		f, known := found[s.sought]
		if !known {
			f.id, f.was = j.meant(s.sought)
			found[s.sought] = f
		}
		j.problems[s.problem] = j.problems[s.problem].Hinted(s.hint(f.id, f.was))
	}
}

// meant is an entry that has the id for an old address, or one whose id is spelt nearly so, or, of those that nothing leads to, the
// one that shares most of its words.
func (j *joiner) meant(s sought) (id, was string) {
	var ids []string
	most := leastShared - 1
	words := strings.Fields(folded(s.id))
	for i := range j.entries {
		e := &j.entries[i]
		if s.kind != "" && e.Kind != s.kind || e.Lang != s.lang && e.Lang != j.defaultTag() {
			continue
		}
		if slices.ContainsFunc(e.Facts.Aliases, func(alias string) bool { return strings.TrimSuffix(path.Base(alias), ".html") == s.id }) {
			return e.ID, s.id
		}
		ids = append(ids, e.ID)
		switch n := sharedLetters(words, e); {
		case n > most && !j.leadsTo(e):
			id, most = e.ID, n
		case n == most && id != e.ID && !j.leadsTo(e):
			id = "" // two are alike
		}
	}
	if near := report.Nearest(s.id, ids); near != "" {
		return near, ""
	}
	return id, ""
}

// leastShared is how many letters the words that two names share must have together: an "at" says nothing.
const leastShared = 5

// sharedLetters is how long the words are together that an entry has in its id or its title.
func sharedLetters(words []string, e *Entry) (n int) {
	own := strings.Fields(folded(e.ID + " " + e.Title))
	for _, word := range words {
		if slices.Contains(own, word) {
			n += utf8.RuneCountInString(word)
		}
	}
	return n
}

// leadsTo says whether another entry names this one.
func (j *joiner) leadsTo(e *Entry) bool {
	if len(e.ReferredBy) > 0 || e.Kind != CardKind {
		return len(e.ReferredBy) > 0
	}
	c := &j.cards.all[e.at]
	return len(c.Paths)+len(c.Follows)+len(c.RespondsTo)+len(c.Firmer)+len(c.Essays) > 0 ||
		slices.ContainsFunc(c.Decks, func(d *Deck) bool { return slices.Contains(d.Facts.Cards, e.ID) })
}

// renamed is the hint at an id.
func renamed(id, was string) string {
	if was != "" {
		return "it is called " + quoted(id) + " now"
	}
	return askWhether(id)
}
