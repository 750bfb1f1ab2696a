package typeset_test

import (
	"fmt"

	"github.com/amends-guide/amends/internal/pdf"
	"github.com/amends-guide/amends/internal/typeset"
)

func Example() {
	body := typeset.Style{Family: typeset.Serif(), Size: 11, Leading: 1.4, After: 6}
	small := typeset.Style{Family: typeset.Serif(), Size: 8, Leading: 1.3}
	doc := typeset.Document{
		Info: pdf.Info{Title: "For this week", Lang: "en"},
		Parts: []typeset.Part{typeset.Flow{
			Page: typeset.Page{
				Width: 210 * typeset.MM, Height: 297 * typeset.MM, Top: 60, Bottom: 40, Start: 80, End: 80, FootGap: 12,
				Foot: func(f typeset.Folio) []typeset.Block {
					return []typeset.Block{typeset.Paragraph{Style: &small, Text: typeset.Words(fmt.Sprintf("%d of %d", f.Number, f.Total))}}
				},
			},
			Blocks: []typeset.Block{
				typeset.Heading{Level: 1, Style: &body, Text: typeset.Words("For this week"), ID: "week", Outline: 1},
				typeset.Paragraph{Style: &body, Text: typeset.Text{{Text: "Come "}, {Text: "back", Bold: true}, {Text: ". 来"}}},
			},
		}},
	}
	result, err := doc.Set()
	if err != nil {
		panic(err)
	}
	fmt.Println(result.Pages, "page; week is on page", result.Places["week"])
	for _, m := range result.Missing {
		fmt.Printf("no font has %c in %q\n", m.Rune, m.Text)
	}
	// Output:
	// 1 page; week is on page 1
	// no font has 来 in "Come back. 来"
}
