package phrasing_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/phrasing"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/source"
)

// english is the rules of the guide in this repository.
func english(t testing.TB) *phrasing.Rules {
	t.Helper()
	data, err := os.ReadFile("../../content/en/phrasing.toml")
	if err != nil {
		t.Fatal(err)
	}
	r, problems := read(string(data))
	for _, p := range problems {
		t.Error(p.Pos, p.Class, p.Text, p.Hint)
	}
	return r
}

func read(text string) (*phrasing.Rules, []report.Problem) {
	return phrasing.Read(source.File{Path: "phrasing.toml", Data: []byte(text)}, nil)
}

// The guide's rules are those of the editorial plan, and every one passes its own samples.
func TestEnglishRules(t *testing.T) {
	const planned = 55
	if n := len(english(t).All()); n < planned {
		t.Errorf("%d rules; %d are planned", n, planned)
	}
}

const head = `
[reads_as]
"i'm"       = "i am"
"apologize" = "apologise"
[words]
sorry = "sorry|apologise|(my bad)"
`

// rule is a file with one rule, its shape on line 9.
func rule(shape, more string) string {
	return head + fmt.Sprintf("[[rule]]\nid = 'r'\nshapes = ['%s']\n%s\nwhy = 'w'\nbetter = 'b'\n", shape, more)
}

func TestShapes(t *testing.T) {
	for _, test := range []struct{ shape, text, want string }{
		{"sorry", "I am Sorry.", "Sorry"},
		{"sorry", "sorrysome", ""},
		{"sorry but", "Sorry, but no.", "Sorry, but"},
		{"sorry but", "Sorry – but no.", "Sorry – but"},
		{"sorry but", "Sorry. But no.", ""},
		{"sorry but", "Sorry! But no.", ""},
		{"sorry but", "Sorry\nBut no.", ""},
		{"sorry but", "sorry... but no", "sorry... but"},
		{"sorry . but", "Sorry? But no.", "Sorry? But"},
		{"sorry , but", "Sorry but, Sorry (but", "Sorry (but"},
		{"i am sorry", "I’m sorry", "I’m sorry"},
		{"i’m sorry", "I am sorry", "I am sorry"},
		{"apologise", "I APOLOGIZE", "APOLOGIZE"},
		{"@sorry if", "My bad if so", "My bad if"},
		{". relax", "Well, relax", ""},
		{". relax", "Well. “Relax”, he said", "Relax"},
		{"relax .", "Hey, relax!", "relax"},
		{"relax .", "relax", "relax"},
		{"gaslight*", "stop Gaslighting me", "Gaslighting"},
		{"*react*", "you overreacted", "overreacted"},
		{"over-react", "you over-react", "over-react"},
		{"you * me", "you drove me", "you drove me"},
		{"you * me", "you me", ""},
		{"sorry ...2 if", "sorry a b if", "sorry a b if"},
		{"sorry ...2 if", "sorry a b c if", ""},
		{"sorry ... if", "sorry a, b: c if", "sorry a, b: c if"},
		{"sorry ... if", "sorry a. If", ""},
		{"so very? sorry", "so sorry, so very sorry", "so sorry"},
		{"at (#|eight) .", "at 7.30", ""},
		{"at # #? .", "at 7.30", "at 7.30"},
		{"at (#|eight)", "at nine, at eight", "at eight"},
		{"a|b c|d", "b d", "b d"},
		{"(a b|c d)", "a d c d", "c d"},
		{"z (a (b|c d))? e", "z a c d e", "z a c d e"},
		{"perdón", "PERDO\u0301N si", "PERDO\u0301N"},
		{"آسف", "أنا آسف.", "آسف"},
		{"*对不起*但是*", "我对不起你但是你先", "我对不起你但是你先"},
	} {
		r, _ := read(rule(test.shape, ""))
		got := ""
		for _, f := range r.Find(test.text, phrasing.Context{}) {
			got = strings.TrimRight(test.text[f.From:f.To], ".")
		}
		if got != test.want {
			t.Errorf("%q in %q: found %q, want %q", test.shape, test.text, got, test.want)
		}
	}
}

// What is excused is passed over, and what stands beside it is found all the same.
func TestUnless(t *testing.T) {
	for _, test := range []struct {
		unless, text string
		want         bool
	}{
		{"i calm down", "I calm down.", false},
		{"i calm down", "You calm down.", true},
		{"i calm down", "I calm down when you calm down.", true},
		{"down there", "Calm down there.", false},
		{"calm waters", "Calm waters. Calm down.", true},
	} {
		r, _ := read(rule("calm down", fmt.Sprintf("unless = ['%s']", test.unless)))
		if got := len(r.Find(test.text, phrasing.Context{})) > 0; got != test.want {
			t.Errorf("unless %q in %q: found is %t", test.unless, test.text, got)
		}
	}
}

func TestContext(t *testing.T) {
	r, _ := read(rule("we both", "moves = ['own', 'regret']\nto = ['child']"))
	for _, test := range []struct {
		c    phrasing.Context
		want int
	}{
		{phrasing.Context{}, 0},
		{phrasing.Context{Moves: []string{"own"}}, 0},
		{phrasing.Context{Moves: []string{"listen"}, To: "child"}, 0},
		{phrasing.Context{Moves: []string{"listen", "regret"}, To: "child"}, 1},
	} {
		if got := len(r.Find("We both know.", test.c)); got != test.want {
			t.Errorf("%+v: %d, want %d", test.c, got, test.want)
		}
	}
	if !r.Named("r").Fits(r, "We both know.") {
		t.Error("what a rule is for matters to Fits")
	}
}

func TestNeeds(t *testing.T) {
	r, _ := read(head + "[[need]]\nid='short'\nmoves=['regret']\nmost_sentences=2\nwhy='w'\nbetter='b'\n" +
		"[[need]]\nid='act'\nmoves=['own']\nshapes=['i ... *ed']\nwhy='w'\nbetter='b'\n")
	for _, test := range []struct{ move, text, want string }{
		{"regret", "I am sorry. Two.", ""},
		{"regret", "I am sorry. Two. Three.", "short"},
		{"regret", "“I am sorry.” … Two", ""},
		{"own", "I was cross and shouted.", ""},
		{"own", "You shouted.", "act"},
		{"listen", "You shouted.", ""},
	} {
		got := ""
		for _, need := range r.Lacks(test.text, phrasing.Context{Moves: []string{test.move}}) {
			got += need.ID
		}
		if got != test.want {
			t.Errorf("%s %q: lacks %q, want %q", test.move, test.text, got, test.want)
		}
	}
}

// A shape that cannot be read is told at the very sign that is wrong.
func TestBadShapes(t *testing.T) {
	const samples = "catches = ['x']\npasses = ['x']"
	for _, test := range []struct{ shape, want string }{
		{"sorry ... but", "10:12 rule-sample: \"r\" does not catch its own sample"},
		{"@sory if", "9:12 bad-shape: [words] has no \"sory\""},
		{"say @ if", "9:16 bad-shape: [words] has no \"\""},
		{"sorry (if", "9:18 bad-shape: a bracket is never closed"},
		{"sorry if)", "9:20 bad-shape: a bracket closes that was never opened"},
		{"sorry () if", "9:18 bad-shape: a bracket holds nothing, or nothing beside a stroke"},
		{"sorry (a|) if", "9:18 bad-shape: a bracket holds nothing, or nothing beside a stroke"},
		{"sorry | if", "9:18 bad-shape: outside of brackets a stroke stands between two words, without spaces"},
		{"sorry [if]", "9:18 bad-shape: '[' means nothing in a shape"},
		{"sorry! if", "9:17 bad-shape: '!' means nothing in a shape"},
		{"größe ... + x", "9:22 bad-shape: '+' means nothing in a shape"},
		{"so ...99 if", "9:15 bad-shape: a gap of 99 words"},
		{"... if", "9:12 bad-shape: a shape cannot begin with what may be missing"},
		{"very? if", "9:12 bad-shape: a shape cannot begin with what may be missing"},
		{"* . ,", "9:12 bad-shape: this fits nearly everything"},
		{"((((((((a))))))))", "9:18 bad-shape: too many brackets in brackets"},
		{strings.Repeat("a ", 400), "9:12 bad-shape: a shape of 800 characters; 600 is the most"},
	} {
		_, problems := read(rule(test.shape, samples))
		if len(problems) != 1 {
			t.Errorf("%q: %+v", test.shape, problems)
			continue
		}
		p := problems[0]
		if got := fmt.Sprintf("%d:%d %s: %s", p.Pos.Line, p.Pos.Col, p.Class, p.Text); got != test.want {
			t.Errorf("%q: %s\nwant %s", test.shape, got, test.want)
		}
	}
}

// Whatever is written as a shape or said by a reader, nothing panics, and what is found lies within the text.
func FuzzShape(f *testing.F) {
	f.Add("@sorry ... but|however", "I’m sorry, but 7.30 … you")
	f.Add("(a (b|c)? d) . , # *x", "a b d. , 3 yx")
	f.Fuzz(func(t *testing.T, shape, text string) {
		if strings.ContainsAny(shape, "'\n\r\x00") {
			t.Skip("cannot stand in the file")
		}
		r, _ := read(rule(shape, ""))
		for _, found := range r.Find(text, phrasing.Context{}) {
			if found.From < 0 || found.From > found.To || found.To > len(text) {
				t.Errorf("found %d to %d of %d", found.From, found.To, len(text))
			}
		}
	})
}
