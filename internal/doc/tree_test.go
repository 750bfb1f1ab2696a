package doc

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/source"
)

var update = flag.Bool("update", false, "write what the parser makes of testdata into it")

// TestTree reads the texts in testdata, one file for each syntax, and compares their trees, with all that is wrong in them.
func TestTree(t *testing.T) {
	for _, name := range textFiles(t) {
		pairs := readPairs(t, name)
		for i := range pairs {
			t.Run(filepath.Base(name)+"/"+pairs[i].name, func(t *testing.T) {
				got := shown([]byte(pairs[i].text), Style{Fields: strings.HasSuffix(name, "field.txtar")})
				if got != pairs[i].tree && !*update {
					t.Errorf("%s\ngot\n%s\nwant\n%s", pairs[i].text, got, pairs[i].tree)
				}
				pairs[i].tree = got
			})
		}
		if *update {
			writePairs(t, name, pairs)
		}
	}
}

// A pair is a text and its tree.
type pair struct{ name, text, tree string }

func textFiles(t testing.TB) []string {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no texts to read", err)
	}
	return names
}

func readPairs(t testing.TB, name string) (pairs []pair) {
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.Split("\n"+strings.TrimSuffix(string(data), "\n"), "\n-- ")
	for _, part := range parts[1:] {
		title, text, ok := strings.Cut(part, " --")
		if text = strings.TrimPrefix(text, "\n"); text != "" {
			text += "\n"
		}
		switch {
		case !ok:
			t.Fatalf("%s: no title in %q", name, part)
		case title == "tree":
			pairs[len(pairs)-1].tree = text
		default:
			pairs = append(pairs, pair{name: title, text: text})
		}
	}
	return pairs
}

func writePairs(t *testing.T, name string, pairs []pair) {
	var b strings.Builder
	for _, p := range pairs {
		fmt.Fprintf(&b, "-- %s --\n%s-- tree --\n%s", p.name, p.text, p.tree)
	}
	if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// shown is a body's tree, footnotes and fields, and its problems. Lines are those of the body.
func shown(body []byte, style Style) string {
	d, problems := Parse(source.File{Path: "x.md", Data: append([]byte(front), body...)}, style)
	var b strings.Builder
	d.dump(&b, d.Nodes, 0)
	for _, f := range d.Fields {
		fmt.Fprintf(&b, "= %s #%s %q", f.Kind, f.ID, f.Label)
		fmt.Fprintf(&b, " help %q rows %d options %q %d…%d %q…%q at %s\n", f.Help, f.Rows, f.Options, f.Min, f.Max, f.LowEnd, f.HighEnd, inBody(d.Pos(f.Offset, 1)))
	}
	for _, f := range d.Footnotes {
		fmt.Fprintf(&b, "^ %s: %d at %s\n", f.Name, f.Refs, inBody(d.Pos(f.Offset, 1)))
		d.dump(&b, f.Nodes, 1)
	}
	for _, p := range report.Sort(problems) {
		fmt.Fprintf(&b, "! %s %s+%d %s = %s\n", p.Class, inBody(p.Pos), p.Pos.Len, p.Text, p.Hint)
	}
	return b.String()
}

func inBody(p report.Pos) string {
	return fmt.Sprintf("%d:%d", p.Line-strings.Count(front, "\n"), p.Col)
}
