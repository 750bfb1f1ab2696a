package print

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/config"
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

func TestConfigured(t *testing.T) {
	for _, c := range []config.Print{{Sheet: "a4-8op"}, {Sheet: "5371", Flip: "fold"}, {BackOffset: "a little"}, {BackOffset: "99 0"}, {Logo: "theme/none.png"}} {
		_, problems := Configured(&config.Config{Print: c}, nil)
		if len(problems) != 1 || problems[0].Class != "print-setting" || problems[0].Hint == "" {
			t.Errorf("%+v: %v", c, problems)
		}
	}
	e, problems := Configured(&config.Config{Print: config.Print{Sheet: "5371", Flip: "short", BackOffset: "0.5 -1", Paper: "letter", Practice: "P"}}, nil)
	if len(problems) > 0 || !e.Letter || e.Cut != (Cut{Stock: "5371", Flip: Short, DX: 0.5, DY: -1}) || e.Practice.Name != "P" {
		t.Errorf("%+v %v", e, problems)
	}
}
