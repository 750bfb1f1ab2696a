package search

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/source"
)

// Mistakes in a guide's words are told where they are.
func TestLexiconProblems(t *testing.T) {
	text := `forms = ["alone"]
danger = ["…"]
synonyms = [
  "yell: shout, two words, ",
  "lost it: snap",
  "no colon",
]
typo = 1
`
	l := readLexicon("en", [2]source.File{1: {Path: "content/en/synonyms.toml", Data: []byte(text)}})
	var got []string
	for _, p := range l.problems {
		got = append(got, fmt.Sprintf("%d:%d+%d %s: %s", p.Pos.Line, p.Pos.Col, p.Pos.Len, p.Class, p.Text))
	}
	slices.Sort(got)
	want := []string{
		`0:0+0 search-without-danger: no words of fear are known in "en"`,
		`1:10+7 search-word: "alone" names no two words that belong together`,
		`2:11+3 search-word: "…" has no word in it`,
		`4:17+9 search-word: "two words" is not one word`,
		`4:28+0 search-word: "" is not one word`,
		`5:3+15 search-word: "lost it: snap" does not begin with one word and a colon`,
		`6:3+10 search-word: "no colon" does not begin with one word and a colon`,
		`8:1+4 unknown-key: nobody reads the key "typo" here`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// What a guide adds stands beside what the theme knows, and a synonym that leads nowhere is told with the word that was meant.
func TestGuidesOwnWords(t *testing.T) {
	dir := t.TempDir()
	files := newWriter().site(3, 0)
	card := "content/en/cards/card-00001.md"
	files[card] = strings.Replace(files[card], `move = "own"`, "move = \"own\"\nsummary = \"About the crockery and the neighbours\"", 1)
	files["content/en/synonyms.toml"] = `synonyms = ["plates: crokery, crockery"]
danger = ["hides my keys"]
forms = ["neighbour neebour"]
`
	write(t, dir, files)
	s, read := planned(t, dir)
	indexes, problems := Indexes(s, read, nil)
	if len(problems) != 1 || problems[0].Class != "synonym-unknown" || problems[0].Hint != `did you mean "crockery"?` || problems[0].Pos.String() != "content/en/synonyms.toml:1:22" {
		t.Errorf("tells %+v", problems)
	}
	f := openIndex(t, indexes[0].Data())
	for _, query := range []string{"plates", "neebour", "neighbour", "crockerys"} {
		if ids := f.ids(f.find(query, true)); len(ids) == 0 || ids[0] != "card-00001" {
			t.Errorf("%q leads to %v", query, ids)
		}
	}
	for query, want := range map[string]bool{"he hides my keys": true, "keys he hides": false, "my keys": false, "suicide": true, "suicied": true, "he frightens me": true, "plates": false} {
		if got := f.find(query, true).Danger; got != want {
			t.Errorf("%q: danger is %t", query, got)
		}
	}
}

// A memory makes the index that none makes, after any entry has changed, come or gone.
func TestWarmIndex(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, newWriter().site(12, 3))
	s, files := planned(t, dir)
	memo := new(Memo)
	other := newWriter()
	other.text(100)
	for round := range 12 {
		e := s.Guide.Cards[round%5].Entry
		d := *e.Doc
		d.Sum[1]++
		d.Nodes = doc.Draw(doc.Sketch{Kind: doc.Text, Text: other.text(5) + " " + doc.PlainText(d.Nodes)})
		e.Doc, e.Title = &d, other.text(3)
		if round%3 == 2 {
			s.Guide.Cards = s.Guide.Cards[:len(s.Guide.Cards)-1]
		}
		cold, _ := Indexes(s, files, nil)
		warm, _ := Indexes(s, files, memo)
		if diff := cmp.Diff(string(cold[0].Data()), string(warm[0].Data())); diff != "" {
			t.Fatalf("round %d (-cold +warm)\n%s", round, diff)
		}
		if again, _ := Indexes(s, files, memo); again[0].Path != warm[0].Path {
			t.Errorf("made again, the index is called %s, not %s", again[0].Path, warm[0].Path)
		}
	}
}

// Where words have no spaces between them, every two characters find them.
func TestUnspacedScript(t *testing.T) {
	f, _ := made(t, "我刚才对你吼了", "我忘了你的生日", "對不起")
	for query, want := range map[string]string{"生日": "我忘了你的生日", "吼": "我刚才对你吼了", "对你吼": "我刚才对你吼了", "對不起": "對不起"} {
		if ids := f.ids(f.find(query, true)); len(ids) == 0 || ids[0] != want {
			t.Errorf("%q leads to %v", query, ids)
		}
	}
}
