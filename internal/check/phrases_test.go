package check

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/phrasing"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/source"
)

// shelf is a guide of the cards given, by id, and the English rules.
func shelf(t testing.TB, check map[string]string, cards map[string]string) *guide.Guide {
	t.Helper()
	file := func(path string) source.File {
		data, err := os.ReadFile("../../" + path)
		if err != nil {
			t.Fatal(err)
		}
		return source.File{Path: path, Data: data}
	}
	language := config.Language{Tag: "en", Sections: map[string]string{
		"use-when": "Use it when", "leave-when": "Leave it when", "how-to-say": "How to say it", "other-ways": "Other ways to say it",
		"if-not-received": "If it isn't received", "instead-of": "Instead of", "child-words": "In a child's words",
		"sentence-today": "One sentence for today",
	}}
	c := &config.Config{Language: "en", Languages: []config.Language{language}, Check: check, CheckPos: map[string]report.Pos{}}
	words, _ := guide.ReadVocabulary(file("content/vocabulary.toml"), c.Languages)
	sources, _ := guide.ReadSources(source.File{}, words.IDs)
	helplines, _ := guide.ReadHelplines(source.File{}, words.IDs)
	in := guide.Input{Config: c, Vocabulary: words, Sources: sources, Helplines: helplines}
	reader := guide.NewReader(&language, words)
	for id, text := range cards {
		if !strings.Contains(id, "/") {
			id = "cards/" + id
		}
		d, _ := doc.Parse(source.File{Path: "content/en/" + id + ".md", Data: []byte(text)}, doc.Style{})
		piece, problems := reader.Read(d)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		in.Pieces = append(in.Pieces, piece)
	}
	rules, problems := phrasing.Read(file("content/en/phrasing.toml"), words.IDs)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	in.Rules = map[string]*phrasing.Rules{"en": rules}
	g, _ := guide.New(in, guide.Options{})
	return g
}

// card is a card with one fact more, and one line more at its end.
func card(phrase, move, fact, other, instead, end string) string {
	return fmt.Sprintf(`+++
phrase        = '%s'
move          = "%s"
relationships = ["child"]
ruptures      = ["sharp-word"]
readiness     = ["cooling"]
intensity     = 1
tone          = "warm"
channels      = ["show"]
to_age        = "child"
updated       = 2026-11-23
%s
+++
It names the act.

## Use it when
- You have both stopped

## Leave it when
- Your voice is loud

## Other ways to say it
- shorter: I was sharp.
- softer: %s

## If it isn't received
Wait.

## Instead of
- %s
%s`, phrase, move, fact, other, instead, end)
}

func TestPhrases(t *testing.T) {
	const (
		phrase  = "I snapped at you about the shoes."
		other   = "My voice got big."
		instead = "Sorry I yelled, but you never listen. {sorry-but}"
	)
	for _, test := range []struct{ name, text, want string }{
		{"a good card", card(phrase, "own", "", other, instead, ""), ""},
		{"the phrase", card("I snapped, and you made me do it.", "own", "", other, instead, ""), "2:33 error phrase-rule"},
		{"the phrase, with a slot", card("I snapped about {what} and you never listen.", "own", `slots.what = {hint="h", example="the shoes"}`, other, instead, ""), "2:45 error phrase-rule"},
		{"another way", card(phrase, "own", "", "I was tired. Calm down.", instead, ""), "24:24 error phrase-rule"},
		{"a child's words", card(phrase, "own", "", other, instead, "\n## In a child's words\nYou always do it.\n"), "33:1 error phrase-rule"},
		{"a warning", card("I did it, and why do you ask?", "own", "", other, instead, ""), "2:32 warning phrase-rule"},
		{"a rule for children", card("I shouted. Say sorry to her.", "own", "", other, instead, ""), "2:29 error phrase-rule"},
		{"not the same to an adult", strings.Replace(card("I shouted. Say sorry to her.", "own", "", other, instead, ""), `to_age        = "child"`, `to_age        = "adult"`, 1), ""},
		{"what the move needs", card("Shoes matter.", "own", "", other, instead, ""), "2:17 error phrase-need"},
		{"not what another move needs", card("Shoes matter.", "notice", "", other, instead, ""), ""},
		{"an exclamation mark", card("I snapped at you!", "own", "", other, instead, ""), "2:34 error exclamation-mark"},
		{"capitals", card("I WAS WRONG, on TV.", "own", "", other, instead, ""), "2:24 error capitals"},
		{"instead of breaks nothing", card(phrase, "own", "", other, "I am sorry. {sorry-but}", ""), "30:3 error rule-not-broken"},
		{"instead of breaks another", card(phrase, "own", "", other, "Calm down. {sorry-but}", ""), "30:3 error rule-not-broken"},
		{"instead of names nothing", card(phrase, "own", "", other, "Calm down. {calm-dwon}", ""), "30:15 error unknown-rule"},
		{"instead of is for another move", card(phrase, "listen", `allow.listen-ends-open = "it shows"`, other, "We both said things. {both-to-blame}", ""), ""},
		{"allowed, with a reason", card("I did it, and why do you ask?", "own", `allow.why-attack = "the child asked first"`, other, instead, ""), ""},
		{"allowed without a reason", card("I did it, and why do you ask?", "own", `allow.why-attack = ""`, other, instead, ""), "12:7 error empty-value"},
		{"allowed without need", card(phrase, "own", `allow.why-attack = "the child asked first"`, other, instead, ""), "12:7 warning allow-unused"},
		{"allowed what is not", card(phrase, "own", `allow.why-atack = "the child asked first"`, other, instead, ""), "12:7 error unknown-rule"},
	} {
		g := shelf(t, nil, map[string]string{"own-shoes": test.text})
		var p Phrases
		if got := told(p.Check(g)); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func told(problems []report.Problem) string {
	var all []string
	for _, p := range report.Sort(problems) {
		all = append(all, fmt.Sprintf("%d:%d %s %s", p.Pos.Line, p.Pos.Col, p.Severity, p.Class))
	}
	return strings.Join(all, "\n")
}

func TestEssaySentence(t *testing.T) {
	for _, test := range []struct{ allow, sentence, want string }{
		{"", "“I snapped at you.”", ""},
		{"", "Today: “You always do it.”", "19:9 error phrase-rule"},
		{"allow.always-never = 'it is quoted'", "“You always do it.”", ""},
		{"allow.always-never = 'it is quoted'", "“I snapped at you.”", "8:7 warning allow-unused"},
	} {
		g := shelf(t, nil, map[string]string{"essays/e": fmt.Sprintf(`+++
title         = "E"
summary       = "S."
purpose       = "P."
relationships = ["any"]
handout       = false
updated       = 2026-11-23
%s
+++
It begins.

## One
“You always do it” hurts.

## Two
It goes on.

## One sentence for today
%s
`, test.allow, test.sentence)})
		var p Phrases
		if got := told(p.Check(g)); got != test.want {
			t.Errorf("%s %s: %q, want %q", test.allow, test.sentence, got, test.want)
		}
	}
}

// The config may say how much a rule matters, and a name that nobody has is told.
func TestPhrasesSeverity(t *testing.T) {
	cards := map[string]string{"a": card("I did it. Calm down.", "own", "", "You always do it!", "Calm down. {calm-down}", "")}
	for _, test := range []struct {
		check map[string]string
		want  string
	}{
		{nil, "24:11 error phrase-rule\n24:27 error exclamation-mark\n2:28 error phrase-rule"},
		{map[string]string{"calm-down": "warning", "exclamation-mark": "off"}, "24:11 error phrase-rule\n2:28 warning phrase-rule"},
		{map[string]string{"calm-down": "off", "always-never": "off", "exclamation-mark": "off", "clam-down": "off"}, "0:0 error unknown-rule"},
	} {
		g := shelf(t, test.check, cards)
		var p Phrases
		for range 2 { // the second time from memory
			if got := told(p.Check(g)); !sameLines(got, test.want) {
				t.Errorf("%v:\n%s\nwant\n%s", test.check, got, test.want)
			}
		}
	}
}

func sameLines(a, b string) bool {
	count := map[string]int{}
	for line := range strings.Lines(a + "\n") {
		count[line]++
	}
	for line := range strings.Lines(b + "\n") {
		count[line]--
	}
	for _, n := range count {
		if n != 0 {
			return false
		}
	}
	return true
}

// What is remembered of a card is as good as looking again, and a language without rules is not looked at.
func TestPhrasesRemember(t *testing.T) {
	bad := card("I did it. Calm down.", "own", "", "You see it.", "Calm down. {calm-down}", "")
	g := shelf(t, nil, map[string]string{"a": bad})
	var p Phrases
	want := told(p.Check(g))
	if got := told(p.Check(g)); got != want || want == "" {
		t.Errorf("remembered %q, want %q", got, want)
	}
	without := *g
	without.Rules = nil
	if got := told(p.Check(&without)); got != "" {
		t.Errorf("without rules: %q", got)
	}
	if got := told(p.Check(g)); got != want {
		t.Errorf("with the rules back: %q, want %q", got, want)
	}
}

// A guide of ten thousand cards is checked within a second on two cores.
func BenchmarkPhrases(b *testing.B) {
	cards := map[string]string{}
	names := []string{"shoes", "bill", "garden", "letter", "meeting", "supper", "boat", "birthday", "call", "song"}
	for i := range 10_000 {
		what := names[i%10] + " and the " + names[i/10%10]
		cards[fmt.Sprintf("c-%d", i)] = card("I snapped at you about the "+what+" on day "+fmt.Sprint(i)+". That was mine, not yours.", "own", "",
			"My voice got big about the "+what+". That wasn't fair on you, and you had done nothing.", "Sorry I yelled about the "+what+", but you never listen. {sorry-but}",
			"- Look what you made me do with the "+what+". {you-made-me}\n\n## In a child's words\nI was mean about the "+what+". That was my fault, not yours.\n")
	}
	g := shelf(b, nil, cards)
	b.Run("cold", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var p Phrases
			if problems := p.Check(g); len(problems) > 0 {
				b.Fatal(problems[0])
			}
		}
	})
	b.Run("warm", func(b *testing.B) {
		var p Phrases
		p.Check(g)
		for b.Loop() {
			p.Check(g)
		}
	})
}
