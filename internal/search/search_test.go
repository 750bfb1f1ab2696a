package search

import (
	"slices"
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/report"
)

// A guide as large as this one is meant to become is searched whole within the budget; what is larger says what it leaves out.
func TestIndexSize(t *testing.T) {
	for _, c := range []struct {
		cards, essays int
		warnings      []string // what each says, in part
	}{
		{160, 24, nil},
		{360, 60, []string{"the words of running text that count least"}},
		{480, 80, []string{"all running text"}},
	} {
		dir := t.TempDir()
		write(t, dir, newWriter().site(c.cards, c.essays))
		s, files := planned(t, dir)
		indexes, problems := Indexes(s, files, nil)
		data := indexes[0].Data()
		words := 0
		for _, e := range s.Guide.Entries {
			words += e.Doc.Words
		}
		t.Logf("%d cards, %d essays, %d words: %d bytes, %d compressed; %v", c.cards, c.essays, words, len(data), compressed(data), problems)
		if got := compressed(data); c.warnings == nil && got > budget {
			t.Errorf("%d cards and %d essays make an index of %d bytes; %d are the most", c.cards, c.essays, got, budget)
		}
		if len(problems) != len(c.warnings) {
			t.Errorf("%d warnings, want %d: %v", len(problems), len(c.warnings), problems)
			continue
		}
		for i, p := range problems {
			if p.Class != "search-index-large" || !strings.Contains(p.Text, c.warnings[i]) {
				t.Errorf("says %q, want %q", p.Text, c.warnings[i])
			}
		}
	}
}

func TestLanguageWithoutDanger(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{
		"config.toml":              "title = \"Made\"\nlanguage = \"fr\"\n",
		"content/fr/pages/home.md": "+++\ntitle = \"Bonjour\"\nsummary = \"Bonjour\"\nupdated = 2026-01-02\n+++\nBonjour.\n",
	})
	s, read := planned(t, dir)
	_, problems := Indexes(s, read, nil)
	if !slices.ContainsFunc(problems, func(p report.Problem) bool { return p.Class == "search-without-danger" }) {
		t.Errorf("tells only %v", problems)
	}
	write(t, dir, map[string]string{"content/fr/synonyms.toml": "danger = [\"j'ai peur\"]\n"})
	s, read = planned(t, dir)
	if _, problems := Indexes(s, read, nil); len(problems) > 0 {
		t.Errorf("tells %v", problems)
	}
}
