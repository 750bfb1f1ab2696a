package report

import (
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestCatalogue(t *testing.T) {
	classes := Classes()
	if len(classes) < 100 {
		t.Fatalf("the catalogue holds only %d classes", len(classes))
	}
	name := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	for _, class := range classes {
		t.Run(class.Name, func(t *testing.T) {
			if !name.MatchString(class.Name) {
				t.Error("a class is named in small letters, digits and hyphens")
			}
			if class.Severity != Error && class.Severity != Warning {
				t.Errorf("severity = %q", class.Severity)
			}
			checkTitle(t, class.Title)
			checkSentences(t, "why", class.Why)
			checkSentences(t, "cure", class.Cure)
			checkExample(t, class.Example)
		})
	}
}

// checkTitle holds a title to the voice: lower case (names such as TOML and HTML apart), no full stop, short.
func checkTitle(t *testing.T, title string) {
	t.Helper()
	first, size := utf8.DecodeRuneInString(title)
	second, _ := utf8.DecodeRuneInString(title[size:])
	if title == "" || strings.HasSuffix(title, ".") || utf8.RuneCountInString(title) > 70 {
		t.Errorf("title = %q: give a few words without a full stop", title)
	}
	if unicode.IsUpper(first) && unicode.IsLower(second) {
		t.Errorf("title = %q: begin with a small letter", title)
	}
}

// checkSentences holds a text to what an author can take in at a glance, and to words that do not talk down.
func checkSentences(t *testing.T, key, text string) {
	t.Helper()
	text = strings.TrimSpace(text)
	if first, _ := utf8.DecodeRuneInString(text); text == "" || unicode.IsLower(first) || !strings.HasSuffix(text, ".") {
		t.Errorf("%s = %q: write whole sentences", key, text)
	}
	if n := len(strings.Fields(text)); n > 60 {
		t.Errorf("%s has %d words, at most 60 are read", key, n)
	}
	for _, word := range []string{"simply", "obviously", "invalid", "illegal", "please note", "!!"} {
		if strings.Contains(strings.ToLower(text), word) {
			t.Errorf("%s says %q", key, word)
		}
	}
}

func checkExample(t *testing.T, e Example) {
	t.Helper()
	text := e.File != "" && (e.Good != "" || e.Bad != "")
	if text == (e.Test != "") {
		t.Errorf("example = %+v: give either file and texts, or a test", e)
	}
	if text && e.Good == e.Bad {
		t.Errorf("good and bad are the same: %q", e.Good)
	}
	if e.Test != "" && !strings.HasPrefix(e.Test, "Test") && !strings.HasPrefix(e.Test, "Fuzz") {
		t.Errorf("test = %q is not the name of a Go test", e.Test)
	}
}

func TestSpoil(t *testing.T) {
	card := "move          = \"own\"\nalso = [\"own\"]\ntone = \"warm\"\n"
	tests := []struct {
		name    string
		example Example
		want    string
		ok      bool
	}{
		{"a replacement", Example{File: "a.md", Good: `tone = "warm"`, Bad: `tone = "wram"`}, strings.Replace(card, "warm", "wram", 1), true},
		{"lined up equals signs", Example{File: "a.md", Good: `move = "own"`, Bad: `move = "$1"`}, "move = \"$1\"" + card[len(`move          = "own"`):], true},
		{"left out", Example{File: "a.md", Good: "tone = \"warm\"\n"}, strings.TrimSuffix(card, "tone = \"warm\"\n"), true},
		{"a whole file", Example{File: "b.md", Bad: "new"}, "new", true},
		{"stands nowhere", Example{File: "a.md", Good: "cold", Bad: "hot"}, "", false},
		{"stands twice", Example{File: "a.md", Good: `"own"`, Bad: "x"}, "", false},
		{"made by a test", Example{Test: "TestX"}, "", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got, ok := test.example.Spoil(card); got != test.want || ok != test.ok {
				t.Errorf("Spoil = %q, %v; want %q, %v", got, ok, test.want, test.ok)
			}
		})
	}
}
