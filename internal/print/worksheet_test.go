package print

import "testing"

// Each worksheet of the guide takes the pages that it says.
func TestWorksheetsTakeThePagesTheySay(t *testing.T) {
	p := New(planned(t, "../.."), Edition{})
	for _, e := range p.site.Guide.Worksheets {
		if got := p.Worksheet(e).set().doc.Pages(); got != e.Facts.Pages {
			t.Errorf("%s takes %d pages, and says %d", e.ID, got, e.Facts.Pages)
		}
	}
}

// A sheet is as easy as its pages let it be.
func TestEasiest(t *testing.T) {
	for _, c := range []struct{ second, third, want float64 }{{2, 2, 1}, {0.5, 2, 0.5}, {0.1, 0.6, 0}, {-1, 0.7, 0.625}} {
		got := easiest(func(ease float64) int {
			pages := 1
			for _, from := range []float64{c.second, c.third} {
				if ease > from {
					pages++
				}
			}
			return pages
		})
		if got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

// Room is all that is taken from a worksheet: words are as large as on other sheets, and lines as far apart as handwriting needs.
func TestFittedLooks(t *testing.T) {
	l := newLook(Edition{})
	for _, ease := range []float64{0, 0.5, 1} {
		f := l.fitted(ease)
		if f.body.Size < 12 || f.item.Size < 12 || f.ask.Size < 12 || f.help.Size < l.help.Size || f.foot.Size < l.foot.Size {
			t.Errorf("ease %v: words are smaller than elsewhere", ease)
		}
		if f.pitch < 9*mm || f.row < 9*mm || f.page.Start < 20*mm || f.page.Bottom < unprintable*mm {
			t.Errorf("ease %v: too little room to write, for holes, or for printers", ease)
		}
	}
}
