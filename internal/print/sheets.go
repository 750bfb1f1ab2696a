package print

import (
	"slices"

	"github.com/amends-guide/amends/internal/report"
)

// A Stock is a sheet that cards are printed on: where on it they lie, in millimetres from its upper left corner.
type Stock struct {
	Name          string // as --sheet and config.toml write it
	Paper         paper
	Width, Height float64 // of a card, as it lies
	Columns, Rows int
	X, Y          float64 // of the first card's upper left corner
	DX, DY        float64 // from one card to the next
	Perforated    bool    // it parts by itself: no marks to cut by
	Turned        bool    // the cards lie on their side
	About         string
	Source        string // of the measures
}

// A paper is a size of sheet, in millimetres.
type paper struct{ width, height float64 }

var (
	a4          = paper{210, 297}
	a4Landscape = paper{297, 210}
	letter      = paper{215.9, 279.4}
)

const inch = 25.4

// Where the measures come from. A label maker's own template wins over arithmetic.
const (
	glabels    = "glabels-qt 2da9b2d, templates"
	squib      = "squib 1132233, layouts"
	iso        = "ISO 216, halved"
	arithmetic = "card size and paper, centred"
)

// stocks are all sheets there are. The first of a paper is what decks are printed on when nobody says otherwise.
var stocks = []Stock{
	{Name: "a4-poker", Paper: a4, Width: 63, Height: 88, Columns: 3, Rows: 3, X: 10.5, Y: 16.5, DX: 63, DY: 88, About: "poker cards, 63 × 88 mm", Source: arithmetic},
	{Name: "a4-8up", Paper: a4, Width: 90, Height: 62, Columns: 2, Rows: 4, X: 12, Y: 15.5, DX: 96, DY: 68, About: "90 × 62 mm, with room between for bleed", Source: arithmetic},
	{Name: "a4-business", Paper: a4, Width: 85, Height: 55, Columns: 2, Rows: 5, X: 20, Y: 11, DX: 85, DY: 55, About: "business cards, 85 × 55 mm", Source: arithmetic},
	{Name: "a4-tarot", Paper: a4, Width: 70, Height: 120, Columns: 2, Rows: 2, X: 35, Y: 28.5, DX: 70, DY: 120, About: "tarot cards, 70 × 120 mm", Source: arithmetic},
	{Name: "a4-mini", Paper: a4, Width: 44, Height: 68, Columns: 4, Rows: 4, X: 17, Y: 12.5, DX: 44, DY: 68, About: "mini cards, 44 × 68 mm", Source: arithmetic},
	{Name: "a4-a7", Paper: a4Landscape, Width: 74, Height: 105, Columns: 4, Rows: 2, X: 0.5, Y: 0, DX: 74, DY: 105, About: "A7; the cards touch the edges of the sheet", Source: iso},
	{Name: "a4-a6", Paper: a4, Width: 105, Height: 148, Columns: 2, Rows: 2, X: 0, Y: 0.5, DX: 105, DY: 148, About: "A6, for large print; the cards touch the edges of the sheet", Source: iso},
	{Name: "a4-index", Paper: a4, Width: 5 * inch, Height: 3 * inch, Columns: 1, Rows: 3, X: 41.5, Y: 34.2, DY: 3 * inch, About: "index cards, 5 × 3 in", Source: arithmetic},
	{Name: "letter-poker", Paper: letter, Width: 63, Height: 88, Columns: 3, Rows: 3, X: 13.45, Y: 7.7, DX: 63, DY: 88, About: "poker cards, 63 × 88 mm", Source: squib},
	{Name: "letter-poker-inch", Paper: letter, Width: 2.5 * inch, Height: 3.5 * inch, Columns: 3, Rows: 3, X: 0.5 * inch, Y: 0.25 * inch, DX: 2.5 * inch, DY: 3.5 * inch, About: "poker cards, 2½ × 3½ in", Source: arithmetic},
	{Name: "letter-8up", Paper: letter, Width: 90, Height: 62, Columns: 2, Rows: 4, X: 14.95, Y: 6.7, DX: 96, DY: 68, About: "90 × 62 mm, with room between for bleed", Source: arithmetic},
	{Name: "letter-business", Paper: letter, Width: 3.5 * inch, Height: 2 * inch, Columns: 2, Rows: 5, X: 0.75 * inch, Y: 0.5 * inch, DX: 3.5 * inch, DY: 2 * inch, About: "business cards, 3½ × 2 in", Source: arithmetic},
	{Name: "letter-tarot", Paper: letter, Width: 70, Height: 120, Columns: 2, Rows: 2, X: 37.95, Y: 19.7, DX: 70, DY: 120, About: "tarot cards, 70 × 120 mm", Source: arithmetic},
	{Name: "letter-mini", Paper: letter, Width: 68, Height: 44, Columns: 3, Rows: 6, X: 5.95, Y: 7.7, DX: 68, DY: 44, Turned: true, About: "mini cards, 44 × 68 mm, on their side", Source: arithmetic},
	{Name: "letter-quarter", Paper: letter, Width: 4.25 * inch, Height: 5.5 * inch, Columns: 2, Rows: 2, DX: 4.25 * inch, DY: 5.5 * inch, About: "a quarter of a sheet, for large print; the cards touch the edges", Source: arithmetic},
	{Name: "5371", Paper: letter, Width: 3.5 * inch, Height: 2 * inch, Columns: 2, Rows: 5, X: 0.75 * inch, Y: 0.5 * inch, DX: 3.5 * inch, DY: 2 * inch, Perforated: true, About: "Avery 5371, 8371, 28371, 5871, 8877", Source: glabels},
	{Name: "8373", Paper: letter, Width: 3.5 * inch, Height: 2 * inch, Columns: 2, Rows: 4, X: 0.5 * inch, Y: 0.75 * inch, DX: 4 * inch, DY: 2.5 * inch, Perforated: true, About: "Avery 8373, 5881", Source: glabels},
	{Name: "bc554", Paper: letter, Width: 3.5 * inch, Height: 2 * inch, Columns: 2, Rows: 5, X: 0.5 * inch, Y: 0.5 * inch, DX: 4 * inch, DY: 2 * inch, Perforated: true, About: "Southworth BC554", Source: glabels},
	{Name: "5388", Paper: letter, Width: 5 * inch, Height: 3 * inch, Columns: 1, Rows: 3, X: 1.75 * inch, Y: 1 * inch, DY: 3 * inch, Perforated: true, About: "Avery 5388, 5386, 8388: index cards, 5 × 3 in", Source: glabels},
	{Name: "5389", Paper: letter, Width: 6 * inch, Height: 4 * inch, Columns: 1, Rows: 2, X: 1.25 * inch, Y: 1.25 * inch, DY: 4.5 * inch, Perforated: true, About: "Avery 5389: postcards, 6 × 4 in", Source: glabels},
	{Name: "c32011", Paper: a4, Width: 85, Height: 54, Columns: 2, Rows: 5, X: 15, Y: 13.5, DX: 95, DY: 54, Perforated: true, About: "Avery C32011", Source: glabels},
	{Name: "32010", Paper: a4, Width: 85, Height: 54, Columns: 2, Rows: 5, X: 14.1, Y: 14.1, DX: 95, DY: 54, Perforated: true, About: "Avery Zweckform 32010", Source: glabels},
	{Name: "32015", Paper: a4, Width: 85, Height: 54, Columns: 2, Rows: 4, X: 17, Y: 31.5, DX: 91, DY: 60, Perforated: true, About: "Avery Zweckform 32015", Source: glabels},
	{Name: "lp800", Paper: a4, Width: 85, Height: 55, Columns: 2, Rows: 5, X: 15, Y: 10, DX: 95, DY: 55, Perforated: true, About: "Sigel LP800; not the same above and below", Source: glabels},
	{Name: "l7414", Paper: a4, Width: 90, Height: 52, Columns: 2, Rows: 5, X: 15, Y: 18.5, DX: 90, DY: 52, Perforated: true, About: "Avery L7414", Source: glabels},
	{Name: "j8414", Paper: a4, Width: 87, Height: 50.8, Columns: 2, Rows: 5, X: 14.8, Y: 20.4, DX: 93.1, DY: 50.8, Perforated: true, About: "Avery J8414", Source: glabels},
}

// Stocks are all sheets there are.
func Stocks() []Stock { return slices.Clone(stocks) }

// StockNamed is the sheet of that name; near is the most likely one where there is none.
func StockNamed(name string) (stock Stock, near string, ok bool) {
	var names []string
	for _, s := range stocks {
		if s.Name == name {
			return s, "", true
		}
		names = append(names, s.Name)
	}
	return Stock{}, report.Nearest(name, names), false
}

// usual is the sheet for an edition where nobody names one.
func (e Edition) usual() Stock {
	name := "a4-poker"
	switch {
	case e.Letter && e.Large:
		name = "letter-quarter"
	case e.Letter:
		name = "letter-poker"
	case e.Large:
		name = "a4-a6"
	}
	stock, _, _ := StockNamed(name)
	return stock
}

// shop is one card of that size a page, with bleed around it, as print shops want it.
func (s Stock) shop(bleed float64) Stock {
	s.Paper = paper{s.Width + 2*bleed, s.Height + 2*bleed}
	s.Columns, s.Rows, s.X, s.Y, s.Perforated = 1, 1, bleed, bleed, true
	return s
}

// places is how many cards a sheet holds.
func (s Stock) places() int { return s.Columns * s.Rows }
