package report

import (
	"bytes"
	"encoding/json"
	"flag"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

var update = flag.Bool("update", false, "write what the tests get to testdata")

// golden compares got with testdata/name.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s:\n--- got\n%s\n--- want\n%s", name, got, want)
	}
}

// lines serves excerpts from a map of files.
func lines(files map[string]string) Lines {
	return func(file string, line int) (string, bool) {
		all := strings.Split(files[file], "\n")
		if line < 1 || line > len(all) {
			return "", false
		}
		return all[line-1], true
	}
}

func TestWhatIsWrongInManyPlacesIsSaidOnceMore(t *testing.T) {
	var ps []Problem
	for line := range 4 {
		ps = append(ps, New("unknown-id", Pos{walk, line + 1, 1, 1}, "there is no card %q", "own-late").Hinted(`did you mean "own-later"?`))
	}
	ps[3].Text = `there is no entry "own-late"`
	ps = append(ps, New("unknown-move", Pos{walk, 9, 1, 1}, "x"))
	var out bytes.Buffer
	if err := Write(&out, Text, ps, Options{}); err != nil {
		t.Fatal(err)
	}
	want := "5 errors in 1 file\n4 of them alike: did you mean \"own-later\"?\n"
	if !strings.HasSuffix(out.String(), want) {
		t.Errorf("got\n%s\nwant at its end\n%s", out.String(), want)
	}
	out.Reset()
	if err := Write(&out, Text, slices.Concat(ps[:2], ps[4:]), Options{}); err != nil || !strings.HasSuffix(out.String(), "\n3 errors in 1 file\n") {
		t.Errorf("of two it is said as well: %s", out.String())
	}
}

const walk = "content/en/cards/reconnect-walk.md"

var site = map[string]string{
	walk:       "+++\nphrase = \"Walk with me?\"\nmove = \"recconnect\"\n\ttone = \"wram\"\n",
	"wide.md":  "修復 = \"歩く\"\ncafe\u0301 = \"rouge\"\n\U0001f44b\u200d x = 1\n",
	"long.md":  strings.Repeat("a long row of words ", 40) + "[[here]]" + strings.Repeat(" and on it goes", 40),
	"nasty.md": "move = \"\x1b[2Jowned\u202e\u009b31m\"",
	"deep.md":  strings.Repeat("\n", 123455) + "x",
}

func mistakes() map[string][]Problem {
	plain := New("unknown-move", Pos{walk, 3, 8, 12}, "%q is not a move", "recconnect").
		Hinted(`did you mean "reconnect"?`).
		Noted("moves: notice, pause, reach, ask, own, …   (content/vocabulary.toml:12)")
	return map[string][]Problem{
		"plain": {plain},
		"places": {
			New("missing-key", Pos{File: walk, Line: 1}, "a card needs the key phrase").Hinted("add a line phrase = \"…\""),
			New("helplines-missing", Pos{}, "no helpline speaks German"),
			New("utf16", Pos{File: "content/en/essays/old.md"}, "this file is saved as UTF-16").Hinted("save it as UTF-8"),
			New("unclosed-front-matter", Pos{walk, 4, 99, 0}, "the facts are not closed").Hinted("add a line +++"),
			New("empty-value", Pos{"gone.md", 7, 2, 1}, "no such line any more"),
			New("too-deep", Pos{"deep.md", 123456, 1, 1}, "far down the file"),
		},
		"columns": {
			New("unknown-tone", Pos{walk, 4, 10, 4}, "%q is not a tone", "wram").Hinted(`did you mean "warm"?`),
			New("unknown-key", Pos{"wide.md", 1, 1, 2}, "%q is not a key", "修復"),
			New("wrong-type", Pos{"wide.md", 1, 7, 2}, "after wide characters"),
			New("unknown-move", Pos{"wide.md", 2, 9, 7}, "after a combining character"),
			New("unknown-key", Pos{"wide.md", 3, 4, 1}, "after a joiner"),
		},
		"long": {
			New("unknown-id", Pos{"long.md", 1, 803, 4}, "no entry %q", "here").Hinted("did you mean \"hear\"?"),
			New("unknown-id", Pos{"long.md", 1, 1, 6}, "at the beginning").Hinted(strings.Repeat("a hint that does not fit ", 5)),
			New("unknown-id", Pos{"long.md", 1, 1400, 400}, "at the end"),
			New("paragraph-too-long", Pos{"long.md", 1, 1, 5000}, "all of it").Hinted("part it"),
			New("too-long", Pos{}, "%s", strings.Repeat("word ", 500)),
		},
		"nasty": {
			New("unknown-move", Pos{"nasty.md", 1, 9, 20}, "\x1b]0;owned\a is\nnot a move\u202e").Hinted("\r\x1b[31m100%\u009b").Noted("a\u2028b\x00::error::c"),
			New("broken-link", Pos{"a,b:c%\x1b.md", 2, 3, 4}, "50%% of it\r\n::warning file=x::y"),
		},
		"none": {},
	}
}

func TestWrite(t *testing.T) {
	endings := map[Format]string{Text: "txt", JSON: "json", SARIF: "sarif", GitHub: "github"}
	for name, ps := range mistakes() {
		for _, format := range Formats {
			t.Run(name+"/"+string(format), func(t *testing.T) {
				var out bytes.Buffer
				if err := Write(&out, format, ps, Options{Lines: lines(site)}); err != nil {
					t.Fatal(err)
				}
				golden(t, name+"."+endings[format], out.Bytes())
				if r := obeyed(out.String()); r != 0 {
					t.Errorf("%U reaches the terminal", r)
				}
			})
		}
	}
}

// obeyed finds a character that a terminal would not show but act on; 0 when there is none.
func obeyed(text string) rune {
	for _, r := range text {
		if r != '\n' && r != zeroWidthJoiner && r != zeroWidthNonJoiner && !unicode.IsGraphic(r) {
			return r
		}
	}
	return 0
}

func TestWriteColor(t *testing.T) {
	var out bytes.Buffer
	ps := append(mistakes()["plain"], New("http-link", Pos{walk, 2, 10, 4}, "a link without encryption"))
	if err := Write(&out, Text, ps, Options{Lines: lines(site), Color: true, Width: 60}); err != nil {
		t.Fatal(err)
	}
	golden(t, "color.txt", out.Bytes())
}

func TestWriteUnknownFormat(t *testing.T) {
	var out bytes.Buffer
	if err := Write(&out, "xml", nil, Options{}); err == nil || !strings.Contains(err.Error(), `"xml"`) {
		t.Errorf("error = %v, want one that names the format", err)
	}
}

func TestWriteManyShowsErrorsFirst(t *testing.T) {
	var ps []Problem
	for line := range 150 {
		ps = append(ps, New("http-link", Pos{"a.md", line + 1, 1, 1}, "a link without encryption"))
	}
	ps = append(ps, New("unknown-move", Pos{"z.md", 1, 1, 1}, "the one that stops the build"))
	var out bytes.Buffer
	if err := Write(&out, Text, ps, Options{}); err != nil {
		t.Fatal(err)
	}
	got := out.String()
	if n := strings.Count(got, "--> "); n != mostShown {
		t.Errorf("%d problems shown, want %d", n, mostShown)
	}
	for _, want := range []string{"the one that stops the build", "… and 51 more\n1 error and 150 warnings in 2 files\n", "a.md:99:1"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in the text", want)
		}
	}
}

func TestSummary(t *testing.T) {
	fault := New("unknown-move", Pos{File: "a.md"}, "x")
	doubt := New("http-link", Pos{File: "b.md"}, "y")
	tests := []struct {
		ps   []Problem
		want string
	}{
		{nil, ""},
		{[]Problem{fault}, "1 error in 1 file"},
		{[]Problem{doubt, doubt}, "2 warnings in 1 file"},
		{[]Problem{fault, fault, doubt}, "2 errors and 1 warning in 2 files"},
		{[]Problem{New("helplines-missing", Pos{}, "z")}, "1 warning"},
	}
	for _, test := range tests {
		if got := Summary(test.ps); got != test.want {
			t.Errorf("Summary = %q, want %q", got, test.want)
		}
	}
}

// TestSARIF holds the log to what the schema of SARIF 2.1.0 requires and readers rely on.
func TestSARIF(t *testing.T) {
	for name, ps := range mistakes() {
		var out bytes.Buffer
		if err := Write(&out, SARIF, ps, Options{}); err != nil {
			t.Fatal(err)
		}
		var log sarifLog
		decoder := json.NewDecoder(&out)
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(&log); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if log.Version != "2.1.0" || len(log.Runs) != 1 || log.Runs[0].Tool.Driver.Name == "" || log.Runs[0].Results == nil || log.Runs[0].Tool.Driver.Rules == nil {
			t.Fatalf("%s: the log lacks a required part: %+v", name, log)
		}
		if len(log.Runs[0].Results) != len(Sort(ps)) {
			t.Errorf("%s: %d results of %d problems", name, len(log.Runs[0].Results), len(ps))
		}
		for _, result := range log.Runs[0].Results {
			checkResult(t, log.Runs[0].Tool.Driver.Rules, result)
		}
	}
}

func checkResult(t *testing.T, rules []sarifRule, result sarifResult) {
	t.Helper()
	if rule := rules[result.RuleIndex]; rule.ID != result.RuleID || rule.Short.Text == "" || rule.Full.Text == "" || rule.Help.Text == "" {
		t.Errorf("rule %d is %+v, want %s with its texts", result.RuleIndex, rule, result.RuleID)
	}
	if result.Message.Text == "" || result.Level != Error && result.Level != Warning {
		t.Errorf("result = %+v", result)
	}
	for _, location := range result.Locations {
		if strings.ContainsAny(location.Physical.Artifact.URI, " \x1b\\") {
			t.Errorf("uri %q is not escaped", location.Physical.Artifact.URI)
		}
		if r := location.Physical.Region; r != nil && (r.StartLine < 1 || r.EndColumn != 0 && r.EndColumn <= r.StartColumn) {
			t.Errorf("region = %+v", *r)
		}
	}
}

func TestGitHubIsOneCommandToALine(t *testing.T) {
	var out bytes.Buffer
	ps := mistakes()["nasty"]
	if err := Write(&out, GitHub, ps, Options{}); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(out.String()) {
		if !strings.HasPrefix(line, "::error file=") {
			t.Errorf("line %q is not an error command", line)
		}
	}
	if n := strings.Count(out.String(), "\n"); n != len(ps) {
		t.Errorf("%d lines for %d problems", n, len(ps))
	}
}

func FuzzWrite(f *testing.F) {
	for _, ps := range mistakes() {
		for _, p := range ps {
			line, _ := lines(site)(p.Pos.File, p.Pos.Line)
			f.Add(line, p.Text, p.Hint, p.Pos.File, p.Pos.Line, p.Pos.Col, p.Pos.Len, 0)
		}
	}
	f.Add("\xff\xfe\t\u0301", "x", "", "a", 1, 2, -1, -5)
	f.Add("the longest of marks", "x", "", "a", 1, 2, math.MaxInt, math.MaxInt)
	f.Fuzz(func(t *testing.T, line, text, hint, file string, at, col, n, width int) {
		p := New("unknown-move", Pos{file, at, col, n}, "%s", text).Hinted(hint).Noted(text)
		opts := Options{Width: width, Lines: func(string, int) (string, bool) { return line, true }}
		for _, format := range Formats {
			var out bytes.Buffer
			if err := Write(&out, format, []Problem{p}, opts); err != nil {
				t.Fatal(err)
			}
			if r := obeyed(out.String()); r != 0 || !utf8.Valid(out.Bytes()) {
				t.Fatalf("%s: %U reaches the terminal in %q", format, r, out.String())
			}
		}
	})
}
