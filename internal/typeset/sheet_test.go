package typeset

import (
	"fmt"
	"regexp"
	"strconv"
	"testing"

	"github.com/amends-guide/amends/internal/pdf"
)

var phrases = []struct{ front, back string }{
	{"Can we start over?", "Use it within the first minute, before positions harden. Say it slowly, and wait for a yes."},
	{"I snapped at you about your homework. That was mine, not yours.", "It names the moment, and it lifts the blame off the child."},
	{"I need twenty minutes, and I will come back.", "Name the time of return, then keep it to the minute."},
	{"Help me see what that was like.", "Ask once; then be quiet. What comes next is theirs."},
}

// cards is a sheet of card fronts and one of their backs, for printers that turn paper about its long edge.
func cards(s *sheetOfStyles, turn Turn) *Document {
	const w, h, pad = 85 * MM, 55 * MM, 6 * MM
	front, back := Sheet{Width: 210 * MM, Height: 297 * MM}, Sheet{Width: 210 * MM, Height: 297 * MM}
	for i, c := range phrases {
		x, y := 20*MM+float64(i%2)*w, 11*MM+float64(i/2)*h
		style := s.h2
		style.Align, style.Before, style.After = Center, 0, 0
		style.Size, _ = new(Shapes).Fit(Words(c.front), style, "en", w-2*pad, h-2*pad-14, 12, 22)
		section := &Section{Title: c.front}
		box := func(x float64, blocks ...Block) Box {
			return Box{X: x + pad, Y: y + pad, Width: w - 2*pad, Height: h - 2*pad, Middle: true, Turn: turn, Section: section, Name: c.front, Blocks: blocks}
		}
		front.Boxes = append(front.Boxes, box(x, Paragraph{Style: &style, Text: Words(c.front), Role: pdf.RoleH1}))
		back.Boxes = append(back.Boxes, box(front.Width-x-w, Paragraph{Style: &s.small, Text: Text{{Text: c.back}, {Text: " More", Link: "https://example.org/c"}}}))
		front.Marks = append(front.Marks, Ink{Path: pdf.Rect{Left: x, Bottom: front.Height - y - h, Right: x + w, Top: front.Height - y}.Path(), Pen: &pdf.Pen{Width: 0.25}})
	}
	return &Document{Info: pdf.Info{Title: "Cards", Lang: "en", NoScaling: true, Duplex: pdf.LongEdge}, Parts: []Part{front, back}}
}

func TestCards(t *testing.T) {
	s := handoutStyles(Serif(), 11, Start)
	for name, turn := range map[string]Turn{"cards.pdf": 0, "cards-turned.pdf": 2} {
		r := mustSet(t, cards(s, turn))
		keepFile(t, name, r.File)
		if r.Pages != 2 || len(r.Overflow) > 0 {
			t.Errorf("%d pages, overflow %v", r.Pages, r.Overflow)
		}
	}
}

func TestOverflow(t *testing.T) {
	s := handoutStyles(Serif(), 10, Start)
	s.body.After = 0
	text := Words("one\ntwo\nthree\nfour\nfive")
	for height, want := range map[float64]int{70: 0, 69: 1, 42: 2, 14: 4, 1: 5} {
		box := Box{Width: 200, Height: height, Name: "card x", Blocks: []Block{Paragraph{Style: &s.body, Text: text}}}
		if got := box.Overflow("en"); got != want {
			t.Errorf("in a box of %v: %d lines over, not %d", height, got, want)
		}
		r := mustSet(t, &Document{Info: pdf.Info{Title: "x", Lang: "en"}, Parts: []Part{Sheet{Width: 300, Height: 300, Boxes: []Box{box}}}})
		if (len(r.Overflow) == 1) != (want > 0) || want > 0 && r.Overflow[0] != (Overflow{"card x", want}) {
			t.Errorf("in a box of %v: overflow %v", height, r.Overflow)
		}
	}
}

// book is a title page, contents with page numbers, chapters, and an index.
func book(s *sheetOfStyles) *Document {
	contents := s.body
	contents.After = 2
	deep := contents
	part := contents
	part.Bold, part.Before = true, 10
	chapters := []string{"Coming back is a skill", "Before the words: what a body needs, and how long it needs it before anything that is said can be heard by anybody", "Owning it", "Listening when it stings"}
	entries := []ContentsEntry{{Style: &part, Text: Words("Essays")}}
	var body []Block
	text := essay(s).Parts[0].(Flow).Blocks
	for i, c := range chapters {
		id := "chapter-" + itoa(i)
		entries = append(entries, ContentsEntry{Style: &deep, Indent: 12, Text: Words(c), Dest: id})
		body = append(body, NewPage{Odd: i == 0}, Heading{Level: 1, Style: &s.h1, Text: Words(c), ID: id, Outline: 1, Running: true})
		body = append(body, text[1:3]...)
		body = append(body, s.para(plain("More about this on page "), Span{PageOf: "chapter-" + itoa((i+2)%4)}, plain(", and in "), Span{Text: "the first essay", Dest: "chapter-0"}, plain(".")))
		body = append(body, text[3:]...)
	}
	pageOf := func(f Folio) []Block {
		return []Block{Sides{Style: &s.foot, Start: Words(f.Title), End: Words(f.Label)}}
	}
	page := s.page("The book")
	page.Foot = pageOf
	title := page
	title.Foot, title.Head = nil, nil
	center := s.h1
	center.Align, center.Before = Center, 200
	return &Document{Info: pdf.Info{Title: "The book", Lang: "en"}, Parts: []Part{
		Flow{Page: title, Numbers: pdf.RomanNumbers, Blocks: []Block{Space{200}, Paragraph{Style: &center, Text: Words("The way back")}}},
		Flow{Page: page, Numbers: pdf.RomanNumbers, Blocks: []Block{NewPage{Odd: true}, s.heading(1, "Contents"), Contents{Entries: entries}}},
		Flow{Page: page, First: 1, Blocks: body},
	}}
}

func TestBookKnowsItsPages(t *testing.T) {
	r := mustSet(t, book(handoutStyles(Serif(), 11, Start)))
	keepFile(t, "book.pdf", r.File)
	if r.Pages != 12 || r.Places["chapter-0"] != 5 || r.Places["chapter-3"] != 11 {
		t.Errorf("%d pages, %v", r.Pages, r.Places)
	}
}

// TestTurnedBoxesStayInTheirPlace sets a word into the corner of a box, turned, and looks for it on paper.
func TestTurnedBoxesStayInTheirPlace(t *testing.T) {
	s := handoutStyles(Serif(), 10, Start)
	s.body.After = 0
	bounds := regexp.MustCompile(`xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">corner`)
	for turn, want := range [4]struct{ right, bottom bool }{{false, false}, {true, false}, {true, true}, {false, true}} {
		box := Box{X: 100, Y: 200, Width: 120, Height: 150, Turn: Turn(turn), Blocks: []Block{s.para(Span{Text: "corner", Link: "https://example.org"})}}
		r := mustSet(t, &Document{Info: pdf.Info{Title: "x", Lang: "en"}, Parts: []Part{Sheet{Width: 400, Height: 500, Boxes: []Box{box}}}})
		keepFile(t, fmt.Sprintf("turn-%d.pdf", turn), r.File)
		var at [4]float64
		found := bounds.FindStringSubmatch(ask(t, r.File, "pdftotext", "-bbox", "FILE", "-"))
		if found == nil {
			t.Fatalf("turn %d: not found", turn)
		}
		for i := range at {
			at[i], _ = strconv.ParseFloat(found[i+1], 64)
		}
		x, y := (at[0]+at[2])/2, (at[1]+at[3])/2
		if at[0] < 99 || at[1] < 199 || at[2] > 221 || at[3] > 351 || (x > 160) != want.right || (y > 275) != want.bottom {
			t.Errorf("turn %d: the word stands at %v", turn, at)
		}
	}
}
