package pdf_test

import (
	"fmt"
	"log"
	"time"

	"codeberg.org/go-fonts/liberation/liberationserifregular"

	"github.com/amends-guide/amends/internal/pdf"
)

// A page with a heading and a link. The glyphs would come from a shaper; here each letter is the glyph that the font has for it.
func Example() {
	font, err := pdf.ParseFont(liberationserifregular.TTF, 0)
	if err != nil {
		log.Fatal(err)
	}
	set := func(text string, size float64) pdf.Run {
		r := pdf.Run{Font: font, Size: size}
		for _, letter := range text {
			g := font.Glyph(letter)
			r.Glyphs = append(r.Glyphs, pdf.Glyph{ID: g, Advance: font.Advance(g), Text: string(letter)})
		}
		return r
	}

	doc := pdf.New(pdf.Info{Title: "For this week", Lang: "en", Created: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)})
	page := doc.AddPage(595.28, 841.89)
	page.Tag(doc.Root().Add(pdf.RoleH1))
	page.Text(72, 720, set("For this week", 24))

	link := doc.Root().Add(pdf.RoleP).Add(pdf.RoleLink)
	words := set("More about repair", 12)
	page.Tag(link)
	page.Text(72, 690, words)
	page.LinkURI("https://example.org/", link, "More about repair, on the web", pdf.Rect{Left: 72, Bottom: 687, Right: 72 + words.Width(), Top: 700})

	page.Artifact(pdf.Footer)
	page.Stroke(pdf.Line(72, 60, 523, 60), pdf.Pen{Width: 0.5})

	fmt.Println("faults:", doc.Verify())
	file, err := doc.Bytes()
	fmt.Println(string(file[:8]), err)
	// Output:
	// faults: <nil>
	// %PDF-1.7 <nil>
}
