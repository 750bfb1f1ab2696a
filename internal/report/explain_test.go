package report

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

func TestExplain(t *testing.T) {
	for _, name := range []string{"unknown-move", "missing-key", "nul-byte", "ambiguous-id", "symlink"} {
		var out bytes.Buffer
		if err := Explain(&out, name); err != nil {
			t.Fatal(err)
		}
		golden(t, "explain-"+name+".txt", out.Bytes())
	}
}

func TestExplainFitsATerminal(t *testing.T) {
	for _, class := range Classes() {
		var out bytes.Buffer
		if err := Explain(&out, class.Name); err != nil {
			t.Fatal(err)
		}
		if r := obeyed(out.String()); r != 0 {
			t.Errorf("%s: %U reaches the terminal", class.Name, r)
		}
		for line := range strings.Lines(out.String()) {
			if columnsOf(line) > 80 && !strings.HasPrefix(line, tab) && (class.File == "" || !strings.Contains(line, class.File)) {
				t.Errorf("%s: %q is wider than 80 columns", class.Name, line)
			}
		}
	}
}

func TestExplainGuessesTheName(t *testing.T) {
	for name, want := range map[string]string{
		"unknwon-move": `"unknwon-move" is not a class of problem; did you mean "unknown-move"?`,
		"E1234567":     `"E1234567" is not a class of problem; docs/reference.md lists them`,
	} {
		err := Explain(&bytes.Buffer{}, name)
		if !errors.Is(err, ErrNoClass) || err.Error() != want {
			t.Errorf("error = %q, want %q", err, want)
		}
	}
}

func TestReferenceHoldsEveryClass(t *testing.T) {
	var out bytes.Buffer
	if err := Reference(&out); err != nil {
		t.Fatal(err)
	}
	got := "\n" + out.String()
	for _, class := range Classes() {
		if strings.Count(got, "\n### "+class.Name+"\n") != 1 || !strings.Contains(got, "**"+string(class.Severity)+"**: "+class.Title+"\n") {
			t.Errorf("%s does not stand in the reference once", class.Name)
		}
	}
}

func TestReferenceEntry(t *testing.T) {
	var out strings.Builder
	writeEntry(&out, Class{
		Name: "sharp-word", Severity: Warning, Title: "a word that cuts",
		Why: "It *hurts*, [[like]] <b>.", Cure: "Take it back.\n\nThen wait.",
		Example: Example{File: "a.md", Good: "```\nsoft\n```", Bad: "hard\x07\n"},
	})
	golden(t, "reference.md", []byte(out.String()))
}
