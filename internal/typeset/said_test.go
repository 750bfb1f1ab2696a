package typeset

import (
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/pdf"
)

// What is drawn rather than written is text all the same, for readers that know nothing of tags: boxes to tick, circles to choose,
// blanks to fill in.
func TestSignsAreText(t *testing.T) {
	style := Style{Family: Serif(), Size: 11, Leading: 1.3}
	words := func(s string) []Block { return []Block{Paragraph{Style: &style, Text: Words(s)}} }
	d := Document{Info: pdf.Info{Title: "x", Lang: "en"}, Parts: []Part{Flow{
		Page: Page{Width: 300, Height: 300, Top: 20, Bottom: 20, Start: 20, End: 20},
		Blocks: []Block{
			List{Style: &style, Items: []Item{{Blocks: words("first")}, {Box: TickedBox, Blocks: words("slept")}, {Box: EmptyBox, Blocks: words("eaten")}}},
			Choices{Style: &style, One: true, Options: []Text{Words("today"), Words("tomorrow")}},
			Choices{Style: &style, Options: []Text{Words("alone")}},
			Paragraph{Style: &style, Text: Text{{Text: "I snapped at you about "}, {Text: "what it was about", Blank: 5}, {Text: "."}}},
		},
	}}}
	result, err := d.Set()
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(ask(t, result.File, "pdftotext", "-raw", "FILE", "-")), " ")
	if want := "• first ☑ slept ☐ eaten ○ today ○ tomorrow ☐ alone I snapped at you about ____ ."; text != want {
		t.Errorf("got  %q\nwant %q", text, want)
	}
	structure := ask(t, result.File, "pdfinfo", "-struct-text", "FILE")
	for _, label := range []string{"•", "☑", "☐", "○"} {
		if !strings.Contains(structure, "Lbl (block)\n        \""+label+"\"") {
			t.Errorf("no label %q in\n%s", label, structure)
		}
	}
}
