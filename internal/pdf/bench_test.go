package pdf

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"codeberg.org/go-fonts/stix/stix2textregular"
	"github.com/go-text/typesetting/language"
)

// essay is the runs of a page of text, shaped beforehand: what is measured is what this package does. No two lines are the same.
func essay() (heading Run, lines []Run) {
	words := strings.Fields("when a sharp word has been said the first thing to mend is not point but quiet after it wait until both of you can breathe and " +
		"say what saw yourself do one sentence no reasons then leave room for answer take as long needs difficult affinity finally office waffles")
	random := rand.New(rand.NewPCG(1, 2))
	for range 40 {
		var line []string
		for range 14 {
			line = append(line, words[random.IntN(len(words))])
		}
		lines = append(lines, shaped(serif(), 11, strings.Join(line, " ")+".", language.Latin))
	}
	return shaped(italic(), 20, "After a sharp word", language.Latin), lines
}

// handout makes a document of two pages in the way a typesetter would.
func handout(heading Run, lines []Run) *Document {
	d := New(Info{Title: "After a sharp word", Lang: "en", Created: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)})
	addPages(d, heading, lines)
	return d
}

func addPages(d *Document, heading Run, lines []Run) {
	for n := range 2 {
		p := d.AddPage(595.28, 841.89)
		if n == 0 {
			p.Tag(d.Root().Add(RoleH1))
			p.Text(72, 770, heading)
		}
		var paragraph *Element
		for i, line := range lines {
			line = lines[(i+n*7)%len(lines)]
			if i%4 == 0 {
				paragraph = d.Root().Add(RoleP)
			}
			p.Tag(paragraph)
			p.Text(72, 740-16*float64(i), line)
		}
		p.Artifact(Footer)
		p.Stroke(Line(72, 60, 523, 60), Pen{Width: .5})
		p.Text(72, 48, lines[0])
	}
}

func benchmark(b *testing.B, prepare func()) {
	heading, lines := essay()
	b.ReportAllocs()
	size := 0
	for b.Loop() {
		prepare()
		size = len(mustBytes(b, handout(heading, lines)))
	}
	b.ReportMetric(float64(size), "file-bytes")
}

// A two-page tagged document whose glyphs no document before it had.
func BenchmarkHandout(b *testing.B) {
	benchmark(b, func() {
		clear(serif().cuts)
		clear(italic().cuts)
	})
}

// A book of 240 pages.
func BenchmarkBook(b *testing.B) {
	heading, lines := essay()
	b.ReportAllocs()
	for b.Loop() {
		d := New(Info{Title: "Book", Lang: "en"})
		for range 120 {
			addPages(d, heading, lines)
		}
		mustBytes(b, d)
	}
}

// Another edition of a document: the fonts are cut already.
func BenchmarkHandoutAgain(b *testing.B) { benchmark(b, func() {}) }

func BenchmarkText(b *testing.B) {
	_, lines := essay()
	d := New(Info{})
	p := d.AddPage(595, 842)
	p.Tag(d.Root().Add(RoleP))
	b.ReportAllocs()
	for b.Loop() {
		p.ops = p.ops[:0]
		p.Text(72, 500, lines[0])
	}
}

func BenchmarkParseFont(b *testing.B) {
	data := stix2textregular.TTF
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ParseFont(data, 0); err != nil {
			b.Fatal(err)
		}
	}
}
