package typeset

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/pdf"
)

// randomSlabs are slabs of random heights, some bound to the next, some with notes.
func randomSlabs(r *rand.Rand, n int) []slab {
	slabs := make([]slab, n)
	for i := range slabs {
		slabs[i] = slab{height: 5 + r.Float64()*20, before: r.Float64() * 10, after: r.Float64() * 10}
		if r.IntN(3) == 0 {
			slabs[i].keep = keep(r.IntN(3))
		}
		switch r.IntN(30) {
		case 0:
			slabs[i].breaks = newPage
		case 1:
			slabs[i].breaks = oddPage
		case 2, 3:
			note := &footnote{slabs: make([]slab, 1+r.IntN(12))}
			for k := range note.slabs {
				note.slabs[k].height = 8
			}
			note.height = stack(note.slabs)
			slabs[i].notes = []*footnote{note}
		}
	}
	return slabs
}

func TestPagesHoldAllSlabsInOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 500 {
		slabs := randomSlabs(r, r.IntN(120))
		noteSlabs := 0
		for i := range slabs {
			slabs[i].title = fmt.Sprint(i)
			for _, n := range slabs[i].notes {
				noteSlabs += len(n.slabs)
			}
		}
		room := func(page int) float64 { return 150 + float64(page%3)*10 }
		f := filler{slabs: append([]slab(nil), slabs...), first: 1, room: room}
		next := 0
		for n, p := range f.fill() {
			if p.empty {
				continue
			}
			if next < len(slabs) && len(p.slabs) > 0 && slabs[next].breaks == oddPage && n%2 == 1 {
				t.Fatalf("page %d is even", n+1)
			}
			bottom := 0.0
			for i, b := range p.slabs {
				if b.title != fmt.Sprint(next) {
					t.Fatalf("page %d: slab %s, not %d", n+1, b.title, next)
				}
				if b.y < bottom-slop || i > 0 && b.breaks != noBreak {
					t.Fatalf("page %d: slab %d is in the wrong place", n+1, next)
				}
				bottom = b.y + b.height
				next++
			}
			feet := noteArea(p.notes)
			for _, n := range p.notes {
				noteSlabs -= len(n.slabs)
			}
			if len(p.cut) > 0 {
				feet += stack(p.cut)
				noteSlabs -= len(p.cut)
			}
			if bottom+feet > room(n)+slop && len(p.slabs)+len(p.cut) > 1 {
				t.Fatalf("page %d: %v of %v are used", n+1, bottom+feet, room(n))
			}
		}
		if next != len(slabs) || noteSlabs != 0 {
			t.Fatalf("%d of %d slabs are on pages, %d lines of notes are not", next, len(slabs), noteSlabs)
		}
	}
}

func TestPagesEndWhereTheyMay(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	s := handoutStyles(Serif(), 10, Start)
	for range 50 {
		var blocks []Block
		for i := range 30 {
			if i%4 == 0 {
				blocks = append(blocks, s.heading(2, "A heading"))
			}
			blocks = append(blocks, s.para(plain(strings.Repeat("word after word ", 1+r.IntN(40)))))
		}
		l := newLayout(&Document{Info: pdf.Info{Lang: "en"}}, outcome{}, new(Shapes))
		in := &setter{layout: l, lang: "en", width: 200, tallest: 300}
		in.blocks(blocks)
		f := filler{slabs: in.slabs, first: 1, room: func(int) float64 { return 300 }}
		pages := f.fill()
		for n, p := range pages {
			if last := p.slabs[len(p.slabs)-1]; n < len(pages)-1 && last.keep == bound {
				t.Fatalf("page %d ends after a heading or a single line", n+1)
			}
			if n > 0 && p.slabs[0].y != 0 {
				t.Fatalf("page %d begins with space", n+1)
			}
		}
	}
}

// numbered is a table of numbered rows.
func numbered(s *sheetOfStyles, rows int, text string) Table {
	table := Table{Pad: 3, Head: []Row{{Cells: []Cell{s.th("Number"), s.th("Text")}}}}
	for i := range rows {
		table.Rows = append(table.Rows, Row{Cells: []Cell{s.td(itoa(i)), s.td(text)}})
	}
	return table
}

// onSmallPages is blocks on pages of 300 by 300 points.
func onSmallPages(s *sheetOfStyles, blocks ...Block) *Document {
	return &Document{Info: pdf.Info{Title: "x", Lang: "en"}, Parts: []Part{Flow{
		Page: Page{Width: 300, Height: 300, Top: 20, Bottom: 20, Start: 20, End: 20, Note: &s.note, NoteIndent: 12}, Blocks: blocks,
	}}}
}

func TestLongTables(t *testing.T) {
	s := handoutStyles(Serif(), 10, Start)
	r := mustSet(t, onSmallPages(s, numbered(s, 40, "text")))
	keepFile(t, "table.pdf", r.File)
	text := ask(t, r.File, "pdftotext", "-layout", "FILE", "-")
	if heads := strings.Count(text, "Number"); heads != r.Pages || r.Pages < 3 {
		t.Errorf("%d heads on %d pages", heads, r.Pages)
	}
	if tree := ask(t, r.File, "pdfinfo", "-struct-text", "FILE"); strings.Count(tree, "Number") != 1 || strings.Count(tree, "TR\n") != 41 {
		t.Errorf("the head is read more than once, or rows are not read once:\n%s", tree)
	}
	long := strings.Repeat("A row that no page can hold is cut between its lines. ", 40)
	r = mustSet(t, onSmallPages(s, numbered(s, 2, long)))
	keepFile(t, "table-tall.pdf", r.File)
	tree := strings.Join(strings.Fields(ask(t, r.File, "pdfinfo", "-struct-text", "FILE")), " ")
	if strings.Count(tree, "no page can hold") != 80 || strings.Count(tree, " TD") != 4 {
		t.Errorf("lines are lost:\n%s", tree)
	}
}

func TestLongNotesGoOn(t *testing.T) {
	s := handoutStyles(Serif(), 10, Start)
	note := Paragraph{Style: &s.note, Text: Words(strings.Repeat("A note as long as a page. ", 60))}
	r := mustSet(t, onSmallPages(s, s.para(plain("It is called here"), called("1", note), plain(", and the text goes on.")), s.para(plain("The end."))))
	keepFile(t, "note-long.pdf", r.File)
	tree := strings.Join(strings.Fields(ask(t, r.File, "pdfinfo", "-struct-text", "FILE")), " ")
	if strings.Count(tree, "A note as long") != 60 || strings.Index(tree, "The end.") < strings.Index(tree, "A note") {
		t.Errorf("%d pages:\n%s", r.Pages, tree)
	}
}

func TestNotesStandWhereTheyAreCalled(t *testing.T) {
	s := handoutStyles(Serif(), 10, Start)
	var blocks []Block
	for i := range 30 {
		note := Paragraph{Style: &s.note, Text: Words("Note " + itoa(i) + " ends.")}
		blocks = append(blocks, s.para(plain("Call "+itoa(i)+" "), called("*", note), plain(strings.Repeat(" and more", i%7*5))))
	}
	r := mustSet(t, onSmallPages(s, blocks...))
	for n, page := range strings.Split(ask(t, r.File, "pdftotext", "FILE", "-"), "\f") {
		for i := range 30 {
			if call, note := strings.Contains(page, "Call "+itoa(i)+" "), strings.Contains(page, "Note "+itoa(i)+" ends"); call != note {
				t.Errorf("page %d: note %d is called: %v, stands there: %v", n+1, i, call, note)
			}
		}
	}
}

func TestAllIsAccessible(t *testing.T) {
	for name, d := range samples(t) {
		if r := mustSet(t, d); r.Faults != nil {
			t.Errorf("%s is not PDF/UA: %v", name, r.Faults)
		}
	}
}
