package facts

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/amends-guide/amends/internal/report"
)

// FuzzDecode reads any text as front matter: nothing panics, every place lies within the text, the index has the very keys
// and items that the library has, and the same text gives the same problems.
func FuzzDecode(f *testing.F) {
	var long strings.Builder // a table with more keys than are looked through one by one
	for i := range 2 * manyKeys {
		fmt.Fprintf(&long, "key%d = %d\n", i, i)
	}
	for _, seed := range append(slices.Clone(seeds), long.String(), long.String()+"key3 = 1\n", long.String()+"[key3]\n") {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, content string) {
		if !utf8.ValidString(content) || strings.ContainsAny(content, "\r\x00\ufeff") {
			return // the source refuses or levels these
		}
		front, _ := Parse("a.md", content, 2)
		if front.parsed != nil {
			sameKeys(t, front.node, front.values)
			sameAtRest(t, front)
		}
		first, problems := decode(content)
		for _, p := range problems {
			within(t, content, p.Pos)
		}
		second, again := decode(content)
		if diff := cmp.Diff(problems, again) + cmp.Diff(first, second, cmp.AllowUnexported(card{})); diff != "" {
			t.Errorf("read twice: %s", diff)
		}
	})
}

// sameAtRest holds a table at rest to what it says awake.
func sameAtRest(t *testing.T, front *Table) {
	t.Helper()
	rested := front.Rest()
	if len(front.text.loose) == 0 && !front.Lost() && rested.parsed != nil {
		t.Fatal("it does not rest")
	}
	if diff := cmp.Diff(front.Keys(), rested.Keys()); diff != "" {
		t.Error(diff)
	}
	for _, key := range append(front.Keys(), "no such key") {
		if front.Pos(key) != rested.Pos(key) || front.KeyPos(key) != rested.KeyPos(key) || len(front.Tables(key)) != len(rested.Tables(key)) {
			t.Errorf("%q: %v awake, %v at rest", key, front.Pos(key), rested.Pos(key))
		}
	}
	var one, other card
	told, again := front.Decode(&one, nil, nil), rested.Decode(&other, nil, nil)
	if diff := cmp.Diff(told, again) + cmp.Diff(one, other, cmp.AllowUnexported(card{})); diff != "" {
		t.Error(diff)
	}
}

func sameKeys(t *testing.T, n *node, v any) {
	t.Helper()
	if list, ok := elements(v); ok {
		if len(list) != len(n.items()) {
			t.Fatalf("%d items in the index, %d in the list %v", len(n.items()), len(list), list)
		}
		for i := range list {
			sameKeys(t, n.item(i), list[i])
		}
	}
	if table, ok := v.(map[string]any); ok {
		keys := slices.Sorted(maps.Keys(table))
		if diff := cmp.Diff(keys, slices.Sorted(slices.Values(n.keys())), cmp.Transformer("empty", func(s []string) []string { return append([]string{}, s...) })); diff != "" {
			t.Fatalf("keys of the library and the index: %s", diff)
		}
		for _, key := range keys {
			sameKeys(t, n.kid(key), table[key])
		}
	}
}

func within(t *testing.T, content string, pos report.Pos) {
	t.Helper()
	lines := strings.Split("+++\n"+content, "\n")
	if pos.File != "a.md" || pos.Line < 1 || pos.Line > len(lines) || pos.Col < 1 || pos.Len < 0 {
		t.Fatalf("%+v is no place in %d lines", pos, len(lines))
	}
	if width := utf8.RuneCountInString(lines[pos.Line-1]); pos.Col-1+pos.Len > width {
		t.Fatalf("%+v runs over the end of %q", pos, lines[pos.Line-1])
	}
}

var seeds = []string{
	"", whole, "title = ", "a = 'x'\nb = \"\"\"\n x\\\n \"\"\"\"\"\n", "a.'b c'.\"\\u0064\" = { e.f = [1, { g = 2 }], }\n",
	"[[line]]\nhint = 'x'\n[[line]]\n[line.more]\n[slots.what]\nhint = 'y'\n", "moves = [ # none\n 'own', 'own',\n]\n",
	"updated = 2026-11-23 10:00:00 # x\n", "a = [[1, 2], [\"x\", 'y'],]\n", "a.b = 1\na = 2", "a = 1\na.b = 2", "[a.b]\nc = 1\n[a]\nd = 1",
	"title = Hello", "moves = 'own', 'own', 'a', 'b' # x\nage = 1, 2\nquotes = 'a', [1]\n", "= 1", "a = \"\n", "[[[", "{a={a=", "a.a.a.a.a.a.a.a.a = 1", "é = 1", "a = \"é\" é", "\"\" = 1\n'' = 2", "[a]\n[a]", "a = [{}]\n[[a]]",
	"slots = { what = { hint = '' }, who.hint = 3 }", "draft = true # [\nupdated = 10:00:00\nyear = 0x7f\nintensity = 1e3\nminutes = inf",
}
