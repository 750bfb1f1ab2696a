package search

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// made is the finder of documents with those words, each a title.
func made(t testing.TB, titles ...string) (*finder, *inversion) {
	t.Helper()
	l := &lexicon{}
	m := &memory{tag: "en", lexicon: l, vocabulary: newVocabulary("en", l)}
	var documents []*document
	for _, title := range titles {
		g := gathering{vocabulary: m.vocabulary}
		g.text(title, inTitle)
		documents = append(documents, &document{id: title, title: title, head: g.take()})
	}
	n := m.invert(documents)
	return openIndex(t, n.write(l, documents, nil, [][3]string{{"", "", ""}}, false)), n
}

// What is written is read again: every word, and where it stands.
func FuzzWrite(f *testing.F) {
	f.Add("snapped shouted", "shout", "dinner late for dinner")
	f.Add("吵架了 对不起", "𝒶𝒷 𐐨𐐨𐐨𐐨𐐨𐐨𐐨𐐨𐐨𐐨𐐨𐐨𐐨𐐩 𐐨𐐨𐐨𐐨𐐨𐐨𐐨𐐨𐐨𐐨𐐨𐐨𐐨𐐪", "आ")
	f.Add(strings.Repeat("a", 60)+" "+strings.Repeat("a", 61), "", "a")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		titles := []string{a, b, c}
		if slices.ContainsFunc(titles, func(s string) bool { return !utf8.ValidString(s) }) {
			return
		}
		read, _ := made(t, titles...)
		var want []string
		for _, title := range titles {
			want = append(want, folded(title)...)
		}
		slices.Sort(want)
		if want = slices.Compact(want); len(want) == 0 {
			want = nil
		}
		got := slices.Sorted(slices.Values(read.words))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%q (-want +got)\n%s", titles, diff)
		}
		for doc, title := range titles {
			for _, word := range folded(title) {
				group := read.groups[read.at[word]]
				if !slices.ContainsFunc(decode(read.postings[group]), func(p [2]int) bool { return p[0] == doc }) {
					t.Errorf("%q does not lead to %q", word, title)
				}
			}
		}
	})
}

// What stands in one title alone counts more than what stands in all, and no count leaves the four levels.
func TestLevel(t *testing.T) {
	n := &inversion{documents: 200}
	last := int32(levels)
	for _, documents := range []int{1, 5, 40, 200} {
		level := n.level(posting{head: inTitle}, documents)
		if level > last || level < 0 || level >= levels {
			t.Errorf("in %d documents a title's word counts %d, after %d", documents, level, last)
		}
		last = level
	}
	if rare, common := n.level(posting{head: inTitle}, 1), n.level(posting{body: 1}, 200); rare != levels-1 || common != 0 {
		t.Errorf("the rarest counts %d, the most common %d", rare, common)
	}
	if got := log2(8, 1); got != 3*16 {
		t.Errorf("the logarithm of 8 is %d sixteenths", got)
	}
	if got := log2(3, 2); got != 9 { // 0.585
		t.Errorf("the logarithm of 3/2 is %d sixteenths", got)
	}
}
