package search

import (
	"slices"
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/source"
)

// A quest is what a reader types, and the ids of what it must lead to.
type quest struct {
	kind, query string
	want        []string
}

// inSight is how many results a phone shows at once.
const inSight = 3

// quests are, for every card of a guide: its own words, a word of it with another ending, one with a slip of the finger, a
// synonym, and every sentence that it stands instead of.
func quests(s *site.Site, files *source.Files, lang string) (all []quest) {
	l := readLexicon(lang, lexiconFiles(files, lang))
	stem := stemmer(lang)
	insteads := map[string][]string{}
	for _, c := range s.Guide.Cards {
		if c.Lang != lang {
			continue
		}
		title := folded(c.Title)
		all = append(all, quest{"own words", c.Title, []string{c.ID}})
		if word, other := inflected(title, l, stem); word != "" {
			all = append(all, quest{"inflected", strings.Join(replaced(title, word, other), " "), []string{c.ID}})
		}
		if word, other := mistyped(title, l); word != "" {
			all = append(all, quest{"typo", strings.Join(replaced(title, word, other), " "), []string{c.ID}})
		}
		if word, rest := synonymous(c, title, l, stem, s.Guide, lang); word != "" {
			all = append(all, quest{"synonym", word + " " + rest, []string{c.ID}})
		}
		for _, instead := range c.InsteadOf {
			insteads[instead.Text] = append(insteads[instead.Text], c.ID)
		}
	}
	for text, cards := range insteads {
		all = append(all, quest{"instead of", text, cards})
	}
	slices.SortFunc(all, func(a, b quest) int { return strings.Compare(a.kind+a.query, b.kind+b.query) })
	return all
}

func replaced(all []string, word, by string) []string {
	all = slices.Clone(all)
	all[slices.Index(all, word)] = by
	return all
}

// telling are the words of a title that search counts, the longest first.
func telling(title []string, l *lexicon) []string {
	all := slices.DeleteFunc(slices.Clone(title), func(word string) bool { return slices.Contains(l.ignore, word) })
	slices.SortStableFunc(all, func(a, b string) int { return len(b) - len(a) })
	return all
}

// inflected gives a word of a title another ending that belongs to it.
func inflected(title []string, l *lexicon, stem func(string) string) (word, other string) {
	for _, word := range telling(title, l) {
		root := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(word, "e"), "ed"), "ing")
		for _, ending := range []string{"ing", "ed", "s"} {
			if other := root + ending; other != word && stem(other) == stem(word) && !slices.Contains(title, other) {
				return word, other
			}
		}
	}
	return "", ""
}

// mistyped lets two letters of a title's longest word change places.
func mistyped(title []string, l *lexicon) (word, other string) {
	for _, word := range telling(title, l) {
		i := len(word) / 2
		if other := word[:i-1] + word[i:i+1] + word[i-1:i] + word[i+1:]; len(word) > 4 && other != word {
			return word, other
		}
	}
	return "", ""
}

// synonymous is a reader's word for one of the card's, and the rest of its title.
func synonymous(c *guide.Card, title []string, l *lexicon, stem func(string) string, g *guide.Guide, lang string) (word, rest string) {
	said := slices.Clone(title)
	for _, w := range g.Words["relationship"] {
		if slices.Contains(c.Facts.Relationships, w.ID) {
			said = append(said, folded(w.Label(lang))...)
		}
	}
	for _, s := range l.synonyms {
		for _, to := range s.to {
			if i := slices.IndexFunc(said, func(word string) bool { return stem(word) == stem(to) }); i >= 0 {
				if i < len(title) {
					return s.word, strings.Join(slices.Delete(slices.Clone(title), i, i+1), " ")
				}
				return s.word, strings.Join(title, " ")
			}
		}
	}
	return "", ""
}

// Who is afraid is shown few things, the safety page first, and no words to say to whom they fear.
func TestWordsOfFearFindCare(t *testing.T) {
	s, files := planned(t, repository)
	f := openIndex(t, indexOf(t, s, files))
	for _, query := range []string{"he hits me", "my husband scares me", "scared", "I want to die", "she slapped me", "molest", "no contact", "he threatened to kill me", "my partner is controlling"} {
		r := f.find(query, true)
		ids := f.ids(r)
		if !r.Danger || ids[0] != "safety" || r.Few > 5 || len(ids) < r.Few {
			t.Fatalf("%q: %d of %v", query, r.Few, ids)
		}
		for i, doc := range r.Docs[:r.Few] {
			if kind := f.docs[4*doc]; kind == 1.0 {
				t.Errorf("%q: %q is a card", query, ids[i])
			}
		}
	}
	f.care = nil
	if r := f.find("he hits me", true); r.Few != 20 {
		t.Errorf("where there is no safety page, %d are shown", r.Few)
	}
	f = openIndex(t, indexOf(t, s, files))
	if r := f.find("I shouted, and it frightened you. You did nothing wrong.", true); !slices.Contains(f.ids(r)[:r.Few], "own-frightened-child") {
		t.Errorf("who quotes a card is shown %v", f.ids(r)[:r.Few])
	}
}

// Every card of the guide in this repository is found by what it says, and by what its readers would say.
func TestEveryCardIsFound(t *testing.T) {
	s, files := planned(t, repository)
	f := openIndex(t, indexOf(t, s, files))
	asked, first := map[string]int{}, 0
	for _, q := range quests(s, files, "en") {
		asked[q.kind]++
		found := f.find(q.query, true)
		ids := f.ids(found)
		if found.Danger { // what is for those who are afraid comes first
			ids = ids[len(f.care):]
		}
		at := slices.IndexFunc(ids, func(id string) bool { return slices.Contains(q.want, id) })
		if at < 0 || at >= inSight {
			t.Errorf("%s: %q leads to %v at place %d, before it %v", q.kind, q.query, q.want, at, ids[:min(inSight, len(ids))])
		}
		if at == 0 {
			first++
		}
	}
	cards := len(s.Guide.Cards)
	for kind, least := range map[string]int{"own words": cards, "inflected": cards * 3 / 4, "typo": cards * 3 / 4, "synonym": cards / 2, "instead of": cards} {
		if asked[kind] < least {
			t.Errorf("asked %d times by %s, want %d at least", asked[kind], kind, least)
		}
	}
	all := asked["own words"] + asked["inflected"] + asked["typo"] + asked["synonym"] + asked["instead of"]
	if first < all*95/100 {
		t.Errorf("%d of %d are found in the first place, want 95 in a hundred", first, all)
	}
}
