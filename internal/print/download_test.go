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
	files, problems, err := Downloads(context.Background(), s, nil, memo)
	check(t, err)
	if report.Errors(problems) > 0 {
		t.Fatal(problems)
	}
	return files
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
