package print

import (
	"strings"
	"testing"
)

// Each worksheet of the guide takes the pages that it says.
func TestWorksheetsTakeThePagesTheySay(t *testing.T) {
	p := New(planned(t, "../.."), Edition{})
	for _, e := range p.site.Guide.Worksheets {
		if got := p.Worksheet(e).set().doc.Pages(); got != e.Facts.Pages {
			t.Errorf("%s takes %d pages, and says %d", e.ID, got, e.Facts.Pages)
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

// An essay's handout lies on one page, in either paper, and keeps what the essay comes to.
func TestHandoutsAreOnePage(t *testing.T) {
	s := planned(t, "../..")
	for _, letter := range []bool{false, true} {
		p := New(s, Edition{Letter: letter, Practice: Practice{Name: "Oak Street", Phone: "555 0100"}})
		for _, e := range s.Guide.Essays {
			handout, ok := p.Handout(e)
			if ok != e.Facts.Handout {
				t.Errorf("%s: whether it has a handout is %v", e.ID, ok)
			}
			if !ok {
				continue
			}
			if got := handout.set().doc.Pages(); got != 1 {
				t.Errorf("%s: its handout takes %d pages", e.ID, got)
			}
		}
	}
	small := small(t, nil)
	p := New(small, Edition{})
	words := tool(t, made(t, piece(t, p, "essays/coming-back-handout.pdf")), "pdftotext", "-layout", "FILE", "-")
	for _, want := range []string{"Coming back", "Key points"} {
		if !strings.Contains(words, want) {
			t.Errorf("%q is not in\n%s", want, words)
		}
	}
}

// What is typed into a worksheet shows where its lines are, when a program of somebody else's has drawn it.
func TestWorksheetIsFilledIn(t *testing.T) {
	file := made(t, piece(t, New(small(t, nil), Edition{}), "worksheets/five-lines.pdf"))
	plain := tool(t, file, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
	fields := strings.Count(plain, "/FT /Tx")
	plain = strings.ReplaceAll(plain, "/FT /Tx", "/FT /Tx /V (I was late on Tuesday.)")
	plain = strings.Replace(plain, "/Fields [", "/NeedAppearances true /Fields [", 1)
	filled := tool(t, []byte(tool(t, []byte(plain), "fix-qdf", "FILE")), "qpdf", "--generate-appearances", "FILE", "-")
	if got := strings.Count(tool(t, []byte(filled), "pdftotext", "FILE", "-"), "I was late on Tuesday."); fields < 3 || got != fields {
		t.Errorf("%d of %d fields show what was typed", got, fields)
	}
}
