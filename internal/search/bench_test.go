package search

import (
	"fmt"
	"testing"
)

// BenchmarkIndexes makes the index of made guides: cold, and warm after one entry's file has changed. An index of the larger
// leaves out running text, so that there an edit of it costs only the question whether anything has changed.
func BenchmarkIndexes(b *testing.B) {
	for _, entries := range []int{200, 1_000, 10_000} {
		dir := b.TempDir()
		write(b, dir, newWriter().site(entries*4/5, entries/5))
		s, files := planned(b, dir)
		b.Run(fmt.Sprintf("entries=%d/cold", entries), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Indexes(s, files, nil)
			}
		})
		for _, edit := range []string{"body", "title"} {
			b.Run(fmt.Sprintf("entries=%d/edit=%s", entries, edit), func(b *testing.B) {
				b.ReportAllocs()
				memo := new(Memo)
				Indexes(s, files, memo)
				e := s.Guide.Cards[0].Entry
				for i := 0; b.Loop(); i++ {
					d := *e.Doc // what a change of the file leaves of a frozen document
					d.Sum[0]++
					e.Doc = &d
					if edit == "title" {
						e.Title = fmt.Sprint("New ", i%10)
					}
					Indexes(s, files, memo)
				}
			})
		}
	}
}
