package typeset

import "testing"

func BenchmarkEssay(b *testing.B) {
	s := handoutStyles(Serif(), 11, Start)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := essay(s).Set(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkHandouts is many documents at once, as a site prints them.
func BenchmarkHandouts(b *testing.B) {
	s := handoutStyles(Serif(), 11, Start)
	b.ReportAllocs()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			if _, err := essay(s).Set(); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkCards is a sheet of cards and its back.
func BenchmarkCards(b *testing.B) {
	s := handoutStyles(Serif(), 11, Start)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := cards(s, 0).Set(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBook is a book of twelve pages, which is set twice: some of its words are the numbers of its pages.
func BenchmarkBook(b *testing.B) {
	s := handoutStyles(Serif(), 11, Start)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := book(s).Set(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFit(b *testing.B) {
	s := Style{Family: Serif(), Leading: 1.2, Align: Center}
	text := Words("I want to go on with this, and right now I can’t do it well. I’ll be back at eight, in the kitchen.")
	b.ReportAllocs()
	for b.Loop() {
		new(Shapes).Fit(text, s, "en", 160, 200, 12, 30)
	}
}
