package guide

import (
	"fmt"
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/doc"
)

// BenchmarkRead reads one card; how much of that is the decoding of its facts, the second measure tells.
func BenchmarkRead(b *testing.B) {
	site := goodSite(b)
	in, _ := site.read()
	r := NewReader(&in.Config.Languages[0], in.Vocabulary)
	d, _ := doc.Parse(site.file(snapped), doc.Style{})
	b.Run("card", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, problems := r.Read(d); problems != nil {
				b.Fatal(problems)
			}
		}
	})
	b.Run("facts", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var f CardFacts
			d.Front.Decode(&f, in.Vocabulary.IDs, foreign(CardKind))
		}
	})
}

// BenchmarkNew joins ten thousand entries that were read before.
func BenchmarkNew(b *testing.B) {
	in := families(b, 10_000)
	g, problems := New(in, Options{Today: today})
	if len(problems) > 0 || len(g.Entries) < 10_000 {
		b.Fatal(len(g.Entries), len(problems), told(problems[0]))
	}
	b.ReportAllocs()
	for b.Loop() {
		New(in, Options{Today: today})
	}
}

// families is the good site with its eight cards and the path that leads to them again and again, n entries and more: four
// relations to a card, a reference in every third text.
func families(b *testing.B, n int) Input {
	family := []string{"pause-hand", "own-snapped", "own-softer", "own-child", "plan-signal", "answer-yes", "answer-later", "answer-no"}
	site := goodSite(b)
	original := goodSite(b)
	site[deck] = "+++\ntitle = \"All\"\nsummary = \"All of them.\"\nquery = { max_intensity = 3 }\nupdated = 2026-11-01\n+++\nAll.\n"
	for i := range n/(len(family)+1) + 1 {
		var renames []string
		for _, id := range family {
			renames = append(renames, id, fmt.Sprintf("%s-%d", id, i))
		}
		rename := strings.NewReplacer(renames...)
		for _, id := range family {
			file := "content/en/cards/" + id + ".md"
			site[rename.Replace(file)] = rename.Replace(original[file])
		}
		site[fmt.Sprintf("content/en/paths/snapped-%d.md", i)] = rename.Replace(original[walk])
	}
	in, _ := site.read()
	return in
}
