package print

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/report"
)

func downloads(t *testing.T, e edits, memo *Memo) []output.File {
	t.Helper()
	s := small(t, e)
	s.Config.Print.Downloads = []string{"essays", "decks", "book"}
	offer, problems := Offered(s, nil, memo)
	files, more, err := offer.Files(context.Background(), nil)
	check(t, err)
	if report.Errors(append(problems, more...)) > 0 {
		t.Fatal(problems, more)
	}
	return files
}

// A ticket gets the file that stands in its place where a site is published, and differs when that does.
func TestTickets(t *testing.T) {
	files := downloads(t, nil, new(Memo))
	memo := new(Memo)
	offer := func(e edits) *Offer {
		s := small(t, e)
		s.Config.Print.Downloads = []string{"essays", "decks", "book"}
		o, _ := Offered(s, nil, memo)
		return o
	}
	const card = "content/en/cards/own-snapped.md"
	first, changed := offer(nil), offer(edits{card: strings.Replace(original(t, card), "It says which moment", "It tells which moment", 1)})
	tickets, others := first.Tickets(), changed.Tickets()
	if len(tickets) != len(files) {
		t.Fatalf("%d tickets for %d files", len(tickets), len(files))
	}
	byPath := func(a, b output.File) int { return strings.Compare(a.Path, b.Path) }
	slices.SortFunc(tickets, byPath)
	slices.SortFunc(others, byPath)
	differ := 0
	for i, ticket := range tickets {
		if ticket.Path != files[i].Path {
			t.Fatalf("a ticket for %s, not %s", ticket.Path, files[i].Path)
		}
		got, problems, err, ok := first.File(ticket.Path)
		if err != nil || !ok || len(problems) > 0 || got.Sum != files[i].Sum {
			t.Errorf("%s: another file, %v %v", ticket.Path, problems, err)
		}
		if again, _, _, _ := first.File(ticket.Path); &again.Data()[0] != &got.Data()[0] {
			t.Errorf("%s is made twice", ticket.Path)
		}
		if fresh, _, _, _ := changed.File(ticket.Path); fresh.Sum != got.Sum {
			differ++
			if others[i].Sum == ticket.Sum {
				t.Errorf("%s has changed, and its ticket has not", ticket.Path)
			}
		}
	}
	if differ == 0 {
		t.Error("nothing has changed")
	}
	if _, _, _, ok := first.File("print/worksheets/five-lines.pdf"); ok {
		t.Error("nobody asked for worksheets")
	}
}

// A site offers what its settings ask for and nothing else; what is remembered is what would be made.
func TestDownloads(t *testing.T) {
	memo := new(Memo)
	var paths []string
	for _, f := range downloads(t, nil, memo) {
		paths = append(paths, f.Path)
	}
	for _, want := range []string{"print/essays/coming-back.pdf", "print/decks/first-words.pdf", "print/book.pdf"} {
		if !slices.Contains(paths, want) {
			t.Errorf("%s is not among %q", want, paths)
		}
	}
	if slices.Contains(paths, "print/worksheets/five-lines.pdf") {
		t.Error("nobody asked for worksheets")
	}
	if slices.Contains(paths, "print/decks/calibration.pdf") {
		t.Error("the calibration sheet is for whoever prints")
	}
	const card = "content/en/cards/own-snapped.md"
	text := strings.Replace(original(t, card), "It says which moment", "It tells which moment", 1)
	warm, cold := downloads(t, edits{card: text}, memo), downloads(t, edits{card: text}, new(Memo))
	for i := range cold {
		if !bytes.Equal(warm[i].Data(), cold[i].Data()) {
			t.Errorf("%s is remembered as it was", cold[i].Path)
		}
	}
}
