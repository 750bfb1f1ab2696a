package print

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/typeset"
)

// A measured word is where a program of somebody else's finds it on a page, in millimetres from the upper left corner.
type measured struct {
	text                     string
	left, top, right, bottom float64
}

var wordBox = regexp.MustCompile(`<word xMin="([0-9.-]+)" yMin="([0-9.-]+)" xMax="([0-9.-]+)" yMax="([0-9.-]+)">(.*?)</word>`)

// measure is the words of each page.
func measure(t *testing.T, file []byte) (pages [][]measured) {
	t.Helper()
	for _, page := range strings.Split(tool(t, file, "pdftotext", "-bbox", "FILE", "-"), "<page ")[1:] {
		var words []measured
		for _, m := range wordBox.FindAllStringSubmatch(page, -1) {
			var at [4]float64
			for i := range at {
				at[i], _ = strconv.ParseFloat(m[i+1], 64)
				at[i] /= typeset.MM
			}
			words = append(words, measured{m[5], at[0], at[1], at[2], at[3]})
		}
		pages = append(pages, words)
	}
	return pages
}

// alone finds a word of a text that stands only once on the page.
func alone(page []measured, text string) (found measured, ok bool) {
	for _, want := range strings.Fields(text) {
		n := 0
		for _, w := range page {
			if w.text == want {
				found, n = w, n+1
			}
		}
		if n == 1 && len(want) > 2 {
			return found, true
		}
	}
	return measured{}, false
}

// within says whether the word stands on a card, and not closer to its edges than a cut may be out.
func (w measured) within(p spot) bool {
	const margin = 3
	return w.left > p.x+margin && w.right < p.x+p.width-margin && w.top > p.y+margin && w.bottom < p.y+p.height-margin
}

// In the file, as others measure it, the words of each card's back lie behind those of its front.
func TestSheetsAsMeasured(t *testing.T) {
	s := small(t, nil)
	for _, name := range []string{"a4-8up", "a4-poker", "a4-a7", "lp800", "letter-mini"} {
		for _, flip := range []Flip{Long, Short} {
			stock, _, _ := StockNamed(name)
			p := New(s, Edition{Cut: Cut{Stock: name, Flip: flip}})
			pages := measure(t, made(t, p.Deck(s.Guide.Decks[0])))
			looked := 0
			for i, card := range s.Guide.Decks[0].Cards {
				i += 2 // after the cards with instructions and about safety
				sheet, front := 2*(i/stock.places()), stock.front(i%stock.places())
				v := p.view(card.Entry).(*site.CardView)
				word, ok := alone(pages[sheet], v.Phrase.Plain)
				if ok && !word.within(front) {
					t.Errorf("%s, %s: %q of the front of %s lies at %.1f, %.1f, not on %+v", name, flip, word.text, card.ID, word.left, word.top, front)
				}
				behind, also := alone(pages[sheet+1], doc.PlainText(v.LeaveWhen[0].Nodes))
				if also && !behind.within(stock.back(front, flip)) {
					t.Errorf("%s, %s: %q of the back of %s lies at %.1f, %.1f, not on %+v", name, flip, behind.text, card.ID, behind.left, behind.top, stock.back(front, flip))
				}
				if ok && also {
					looked++
				}
			}
			if looked < 2 {
				t.Errorf("%s, %s: only %d cards were measured", name, flip, looked)
			}
		}
	}
}
