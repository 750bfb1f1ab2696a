package print

import (
	"testing"

	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/site"
)

// pieces are what benchmarks make of this repository's own guide, each with as many pages as its name says.
func pieces(b *testing.B) (onePage, twoPages, sheet, book Piece) {
	s := planned(b, "../..")
	twoPages = ofTwoPages(b, New(s, Edition{Cards: s.Guide.Cards[:2]}), s.Guide.Essays[0])
	p := New(s, Edition{Flat: true, Cut: Cut{Stock: "a4-8up"}})
	onePage = piece(b, p, "essays/listening-when-it-stings-handout.pdf")
	sheet = p.Selection("For this week", s.Guide.Cards[:6]) // and the cards with instructions and about safety
	for i, c := range []struct {
		piece Piece
		pages int
	}{{onePage, 1}, {twoPages, 2}, {sheet, 2}} {
		if c.piece.set == nil || c.piece.set().doc.Pages() != c.pages {
			b.Fatalf("piece %d is not of %d pages", i, c.pages)
		}
	}
	return onePage, twoPages, sheet, piece(b, p, "book.pdf")
}

// ofTwoPages is an essay with as much of its text as fits on two pages, beside its key points, two cards and its sources.
func ofTwoPages(b *testing.B, p *Press, e *guide.Essay) Piece {
	whole := *p.view(e.Entry).(*site.EssayView).Body
	for n := whole.Nodes.Len(); n > 0; n-- {
		body := whole
		body.Nodes = whole.Nodes.Head(n)
		piece := p.piece("essay", e.Title, nil, func() job {
			v := p.essayView(e)
			v.Body = &body
			return p.essay(e, v, (*writer).whole)
		})
		if piece.set().doc.Pages() == 2 {
			return piece
		}
	}
	b.Fatal("the essay is never of two pages")
	return Piece{}
}

// BenchmarkPieces makes what the promises of speed are about, over and over: fonts are read and words known, as when a whole guide is
// printed.
func BenchmarkPieces(b *testing.B) {
	onePage, twoPages, sheet, book := pieces(b)
	for _, c := range []struct {
		name  string
		piece Piece
	}{{"handout of one page", onePage}, {"essay of two pages", twoPages}, {"duplex sheet of eight cards", sheet}, {"book", book}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			size := 0
			for b.Loop() {
				size = len(made(b, c.piece))
			}
			b.ReportMetric(float64(size)/1000, "kB/file")
		})
	}
}

// BenchmarkEssays makes essays of two pages on all processors at once.
func BenchmarkEssays(b *testing.B) {
	_, essay, _, _ := pieces(b)
	b.ReportAllocs()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			made(b, essay)
		}
	})
}
