package build_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/amends-guide/amends/internal/output"
)

var mediaBox = regexp.MustCompile(`/MediaBox \[0 0 (\d+)[\d.]* (\d+)[\d.]*\]`)

// What a reader prints from the browser: a card takes one sheet however much it says, cards to cut eight to a sheet, and a handout
// is on the paper that was chosen, whatever paper the printer has.
func TestPrintingFromTheBrowser(t *testing.T) {
	tree := ownGuide(t).Tree
	r := newReader(t, shown(t, tree))
	const handout = "/handout/#c=own-snapped-child.pause-air-group"
	for _, test := range []struct {
		path, until string
		want        string // sheets on A4, and on Letter
	}{
		{handout, `document.querySelector("#paper .item")`, "1 of 595×841, 1 of 612×792"},
		{handout + "&cut=1&p=a4", `document.querySelector("#paper .cut")`, "1 of 594×841, 1 of 594×841"},
		{handout + "&p=letter", `document.querySelector("#paper .item")`, "1 of 612×792, 1 of 612×792"},
		{"/decks/first-words/", "", deckSheets(tree)},
		{longest(tree), "", "1 of 595×841, 1 of 612×792"},
		{"/cards/followup-bin-the-defence-any/", "", "1 of 595×841, 1 of 612×792"}, // on the screen its page keeps room for the way out
	} {
		r.meets(kind{path: test.path, until: test.until})
		if got := r.sheets(chromedp.PaperA4) + ", " + r.sheets(chromedp.PaperLetter); got != test.want {
			t.Errorf("%s: %s; want %s", test.path, got, test.want)
		}
	}
}

// sheets prints the page and says how many sheets come out, and how large they are in points.
func (r *reader) sheets(paper chromedp.PaperSize) string {
	r.Helper()
	file, err := chromedp.Run(r.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(paper), chromedp.PDFPreferCSSPageSize()))
	if err != nil {
		r.Fatal(err)
	}
	all := mediaBox.FindAllSubmatch(file, -1)
	if len(all) == 0 {
		r.Fatal("nothing is printed")
	}
	return fmt.Sprintf("%d of %s×%s", len(all), all[0][1], all[0][2])
}

// deckSheets are one for the introduction and one for every eight cards.
func deckSheets(tree *output.Tree) string {
	deck, _ := tree.Get("decks/first-words/index.html")
	n := 1 + (strings.Count(string(deck.Data()), `class="glaze tile"`)+7)/8
	return fmt.Sprintf("%d of 595×841, %d of 612×792", n, n)
}

// longest is the address of the card that says most.
func longest(tree *output.Tree) string {
	words := func(f output.File) int {
		own, _, _ := strings.Cut(string(f.Data()), `<section class="about">`)
		_, own, _ = strings.Cut(own, `<article class="card"`)
		return len(own) - 500*strings.Count(own, `class="glaze tile"`)
	}
	cards := slices.DeleteFunc(slices.Clone(tree.Files()), func(f output.File) bool {
		return !strings.HasPrefix(f.Path, "cards/") || words(f) <= 0
	})
	most := slices.MaxFunc(cards, func(a, b output.File) int { return words(a) - words(b) })
	return "/" + strings.TrimSuffix(most.Path, "index.html")
}
