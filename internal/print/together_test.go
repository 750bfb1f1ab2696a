package print

import (
	"regexp"
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/guide"
)

// Handouts and worksheets in one file keep all that is in them, and fields of their own; cards stand at the end, once.
func TestTogether(t *testing.T) {
	s := small(t, nil)
	p := New(s, Edition{Cards: []*guide.Card{s.Guide.Cards[0]}, Practice: Practice{Name: "Oak Street"}})
	whole := p.Together("For this week", []Piece{piece(t, p, "essays/coming-back.pdf"), piece(t, p, "worksheets/five-lines.pdf")})
	file, problems, err := whole.Make()
	check(t, err)
	if len(problems) > 0 {
		t.Errorf("%v", problems)
	}
	tool(t, file.Data(), "qpdf", "--check", "FILE")
	words := strings.Join(strings.Fields(tool(t, file.Data(), "pdftotext", "FILE", "-")), " ")
	for want, times := range map[string]int{"For this week": 3, "What helps": 1, "When will I say it?": 1, s.Guide.Cards[0].Facts.Phrase: 1, "Oak Street": 5} {
		want, _, _ = strings.Cut(want, "{")
		if got := strings.Count(words, strings.TrimSpace(want)); got < times {
			t.Errorf("%q is there %d times, not %d:\n%s", want, got, times, words)
		}
	}
	if said := tool(t, file.Data(), "pdfinfo", "FILE"); !strings.Contains(said, "For this week") || !strings.Contains(said, "Form:            AcroForm") {
		t.Error(said)
	}
	untitled := p.Together("", []Piece{piece(t, p, "essays/coming-back.pdf"), piece(t, p, "worksheets/five-lines.pdf")})
	file, _, err = untitled.Make()
	check(t, err)
	first, second := piece(t, p, "essays/coming-back.pdf").Title, piece(t, p, "worksheets/five-lines.pdf").Title
	if want := first + ", " + second; untitled.Title != want || !strings.Contains(tool(t, file.Data(), "pdfinfo", "FILE"), want) {
		t.Errorf("without a title it is called %q, not %q", untitled.Title, want)
	}
	if said := tool(t, file.Data(), "pdftotext", "-l", "1", "FILE", "-"); strings.Count(said, first+"\n") != 1 {
		t.Errorf("the first sheet's title is there twice, or stands above the others:\n%s", said)
	}
	total := regexp.MustCompile(`Page 1 of (\d+)`).FindStringSubmatch(words)
	if total == nil || !strings.Contains(words, "Page "+total[1]+" of "+total[1]) {
		t.Errorf("pages are not counted through: %q", total)
	}
}
