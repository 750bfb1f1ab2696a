package render

import (
	"strings"
	"testing"
)

// What html/template has made of the pages' templates calls its escaper for what a view holds, and never for what we wrote ourselves.
func TestTrust(t *testing.T) {
	s, files := small(t, nil)
	var memo Memo
	if _, problems := Pages(s, s.Pages, files, &memo, Options{}); len(problems) > 0 {
		t.Fatal(problems)
	}
	card := memo.voices["en"].set.Lookup("card").Tree.Root.String()
	for _, call := range []string{"{{phrase .Phrase}}", "{{line .}}", "{{links .With}}"} {
		if !strings.Contains(card, call) {
			t.Errorf("%s is escaped, or not in the template", call)
		}
	}
	if !strings.Contains(card, "{{.Move.Text | "+escaper+"}}") {
		t.Error("what a view holds is not escaped")
	}
}
