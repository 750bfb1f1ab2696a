package guide

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPhrase(t *testing.T) {
	g, _ := goodSite(t).guide()
	var pause *Card
	for _, c := range g.Cards {
		if c.ID == "pause-hand" {
			pause = c
		}
	}
	want := Phrase{
		Blanks: []PhrasePart{{Text: "I’m too hot to be fair. Back at "}, {Slot: "time", Hint: "a time", Example: "nine"}, {Text: "."}},
		Plain:  "I’m too hot to be fair. Back at …",
	}
	if diff := cmp.Diff(want, pause.Phrase); diff != "" {
		t.Error(diff)
	}
	if got := pause.Phrase.Whole(); got != "I’m too hot to be fair. Back at nine." {
		t.Error(got)
	}
	if got := pause.Variations[0]; got.Kind.ID != "shorter" || got.Phrase.Whole() != "Back at nine." {
		t.Errorf("variation %s: %q", got.Kind.ID, got.Phrase.Whole())
	}
	if got := pause.InsteadOf[0]; got.Text != "Calm down." || got.Rule != "calm-down" {
		t.Errorf("instead of %q {%s}", got.Text, got.Rule)
	}
}

func TestWritten(t *testing.T) {
	for text, want := range map[string]string{
		"":                 "",
		"plain":            "plain",
		"{a}{b-c}":         "<a><b-c>",
		"x {a} y":          "x <a> y",
		"an open {brace":   "an open {brace",
		"no {Slot Name} x": "no {Slot Name} x",
		"}{":               "}{",
	} {
		var b strings.Builder
		for _, part := range written(text) {
			b.WriteString(part.Text)
			if part.Slot != "" {
				b.WriteString("<" + part.Slot + ">")
			}
		}
		if b.String() != want {
			t.Errorf("written(%q) = %q, want %q", text, b.String(), want)
		}
	}
}

func TestCurled(t *testing.T) {
	english, german := [4]string{"“", "”", "‘", "’"}, [4]string{"„", "“", "‚", "‘"}
	for _, test := range []struct {
		text   string
		quotes [4]string
		want   string
	}{
		{"I'm sorry. That wasn't fair.", english, "I’m sorry. That wasn’t fair."},
		{`She said "not now" and left.`, english, "She said “not now” and left."},
		{`Er sagte "nicht jetzt".`, german, "Er sagte „nicht jetzt“."},
		{`He called it 'just a joke'.`, english, "He called it ‘just a joke’."},
		{"the neighbours' dog", english, "the neighbours’ dog"},
		{"rock 'n roll", english, "rock ’n roll"},
		{`"{what}" was mine`, english, "“{what}” was mine"},
		{"And then...", english, "And then…"},
		{"nothing to do", english, "nothing to do"},
	} {
		if got := curled(test.text, test.quotes); got != test.want {
			t.Errorf("curled(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}

func TestMinutes(t *testing.T) {
	for words, want := range map[int]int{0: 1, 1: 1, 200: 1, 201: 2, 1000: 5} {
		if got := minutes(words); got != want {
			t.Errorf("minutes(%d) = %d, want %d", words, got, want)
		}
	}
}

// TestStandIn: a word without a label in a language is shown in the default one.
func TestStandIn(t *testing.T) {
	site := goodSite(t)
	site.edit(t, "content/vocabulary.toml", "label.de = \"Warm\"\n", "")
	g, _ := site.guide()
	for _, w := range g.Words["tone"] {
		if w.ID == "warm" && w.Label("de") != "Warm" {
			t.Errorf("warm is called %q in German", w.Label("de"))
		}
	}
}

func TestSectionsOfEveryKind(t *testing.T) {
	headings := languages()[0].Sections
	seen := map[string]bool{}
	for _, k := range Kinds() {
		for _, section := range Sections(k.Kind) {
			seen[section.ID] = true
			if _, named := headings[section.ID]; !named && section.ID != Intro && section.ID != FreeHeadings {
				t.Errorf("%s: no heading for the section %q", k.Kind, section.ID)
			}
			if section.About == "" || section.Shape == "" {
				t.Errorf("%s: the section %q does not describe itself", k.Kind, section.ID)
			}
		}
	}
	for id := range headings {
		if !seen[id] {
			t.Errorf("no kind has the section %q", id)
		}
	}
}
