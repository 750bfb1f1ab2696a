package facts

import (
	"strings"
	"testing"
)

// What cannot be read is one problem and hides no other: each text has other mistakes around it, and nothing is told of what
// follows from a value that is there but cannot be read.
func TestLostHidesNothing(t *testing.T) {
	tests := []struct {
		name, content string
		want          []string
	}{
		{"dates as people write them", "moves = ['ow']\nupdated = 23.11.2026\nstatus = 'x'\n", []string{
			`6:10+4 unknown-move: "ow" is not a move`, `7:11+10 bad-date: "updated" has no date that can be read | write updated = 2026-11-23`, `8:10+3 unknown-status`}},
		{"two of them, one below a key that nobody reads", "date = 2026-1-5\nupdated = Nov 3 2026\n", []string{
			`6:8+8 bad-date: "date" has no date that can be read | write date = 2026-01-05`, `7:11+10 bad-date`, `6:1+4 unknown-key`}},
		{"words without quotation marks", "status = I am sorry # so\ntitle: Hello\n", []string{
			`6:10+10 toml-syntax: the value of "status" cannot be read | write status = "I am sorry"`, `7:6+1 toml-syntax: ":" stands where "=" belongs`, `7:1+5 key-elsewhere`}},
		{"no value", "status =\nminutes = 3", []string{`6:9+0 toml-syntax: "status" has no value`, `7:11+1 out-of-range`}},
		{"no value, no blank", "status=\nminutes = 3", []string{`6:8+0 toml-syntax: "status" has no value`, `7:11+1 out-of-range`}},
		{"a text that goes on", "status = \"draft\nand more words\nof it.\"\nminutes = 3", []string{
			`6:16+0 toml-syntax: the closing quotation mark is missing`, `9:11+1 out-of-range`}},
		{"a long text never closed", "status = \"\"\"draft\nand more words\nminutes = 3", []string{`toml-syntax: the closing quotation marks are missing`, `8:11+1 out-of-range`}},
		{"a backslash in a long text", "status = '''\nminutes = 3\n'''\nage = \"\"\"\nminutes = 4\n\\p\"\"\"\nminutes = 3", []string{
			`6:10+3 unknown-status`, `toml-syntax: a backslash`, `12:11+1 out-of-range`}},
		{"a list never closed", "moves = [\"own\"\nminutes = 3", []string{`6:15+0 toml-syntax: the closing bracket is missing`, `7:11+1 out-of-range`}},
		{"a list of several lines without a comma", "moves = [\n  'own'\n  'notice'\n]\nminutes = 3", []string{`8:3+1 toml-syntax: a comma or the closing bracket is missing`, `10:11+1 out-of-range`}},
		{"a blank's table", "slots.what = { hint = }\nslots.who = {}\n", []string{`6:23+1 toml-syntax`, `7:7+3 missing-key`}},
		{"a key twice", "status = 'draft'\nstatus = 'x'\nminutes = 3", []string{`7:1+6 toml-syntax: "status" is written twice`, `8:11+1 out-of-range`}},
		{"a key twice in braces", "slots.what = { hint = 'a', hint = 'b' }\nminutes = 3", []string{`6:28+4 toml-syntax: "hint" is written twice`, `7:11+1 out-of-range`}},
		{"a table that was a value", "age = 'adult'\nage.x = 1\nminutes = 3", []string{`toml-syntax`, `8:11+1 out-of-range`}},
		{"a colour without quotation marks", "[label]\nen = #fff\nde = 'xxxxx'", []string{`7:`, `8:6+7 too-long`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, problems := decode(whole + test.content)
			if len(problems) != len(test.want) {
				t.Fatalf("got\n%s\nwant %d", allTold(problems), len(test.want))
			}
			for _, want := range test.want {
				if !strings.Contains(allTold(problems), want) {
					t.Errorf("got\n%s\nwant %s", allTold(problems), want)
				}
			}
		})
	}
}

// Where a key itself cannot be read, any of those that are missing may be meant.
func TestWithAnUnreadKeyNothingIsMissing(t *testing.T) {
	for _, content := range []string{"the phrase = 'x'", "größe = 1", "= 1", "phrase 'x'", "[slots\nwhat = 1", "+phrase = 'x'"} {
		_, problems := decode(content + "\nminutes = 3\n[query]\ntones = 1")
		for _, p := range problems {
			if p.Class == "missing-key" {
				t.Errorf("%q:\n%s", content, allTold(problems))
			}
		}
		if all := allTold(problems); !strings.Contains(all, "toml-syntax") || !strings.Contains(all, "must be a list of text") {
			t.Errorf("%q:\n%s", content, all)
		}
	}
}

func TestLostSaysOfWhat(t *testing.T) {
	front, _ := Parse("a.md", "phrase = I am\nmove = 'own'\nslots.what = { hint = }\n[[line]]\nhint = 'x'\n[[line]]\nhint = y\n", 2)
	for key, lost := range map[string]bool{"phrase": true, "move": false, "slots": true, "line": true, "none": false} {
		if front.Lost(key) != lost {
			t.Errorf("%s: %v", key, !lost)
		}
	}
	if lines := front.Tables("line"); lines[0].Lost() || !lines[1].Lost("hint") || !front.Lost() || !front.Lost("move", "phrase") {
		t.Error("not so within")
	}
	if whole, _ := Parse("a.md", whole, 2); whole.Lost() || whole.Lost("phrase") {
		t.Error("something is lost in a whole text")
	}
}

// A text that is none is given up, before its mistakes fill the screen.
func TestTooManyMistakes(t *testing.T) {
	front, problems := Parse("a.md", strings.Repeat("a: b\n", 1000), 2)
	if !front.Broken() || len(problems) != mostMistakes {
		t.Errorf("%d problems, broken %v", len(problems), front.Broken())
	}
}
