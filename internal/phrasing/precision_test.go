package phrasing_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/phrasing"
)

// A sentence is one line of testdata/precision.txt.
type sentence struct {
	text  string
	rules []string // none for a good one
	known bool     // to be missed
}

func sentences(t testing.TB) (all []sentence) {
	t.Helper()
	data, err := os.ReadFile("testdata/precision.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		rest, known := strings.CutPrefix(line, "? ")
		rules, text, ok := strings.Cut(rest, ": ")
		if !ok {
			t.Fatalf("no rule in %q", line)
		}
		s := sentence{text: text, rules: strings.Fields(rules), known: known}
		if rules == "good" {
			s.rules = nil
		}
		all = append(all, s)
	}
	return all
}

// strictest is the context in which every rule is awake.
var strictest = phrasing.Context{Moves: []string{"own", "regret", "impact"}, To: "child"}

// No good sentence is found, at least nine of ten bad ones are, and what is missed is known.
func TestPrecision(t *testing.T) {
	rules := english(t)
	good, bad, caught := 0, 0, 0
	for _, s := range sentences(t) {
		var found []string
		for _, f := range rules.Find(s.text, strictest) {
			found = append(found, f.Rule.ID)
		}
		if s.rules == nil {
			good++
			if len(found) > 0 {
				t.Errorf("false alarm %v: %s", found, s.text)
			}
			continue
		}
		bad++
		missed := slices.ContainsFunc(s.rules, func(id string) bool { return !slices.Contains(found, id) })
		switch {
		case !missed && s.known:
			t.Errorf("no longer missed by %v; take off its mark: %s", s.rules, s.text)
		case missed && !s.known:
			t.Errorf("missed by %v, found %v: %s", s.rules, found, s.text)
		}
		if !missed {
			caught++
		}
	}
	t.Logf("%d good, no false alarm wanted; %d of %d bad caught", good, caught, bad)
	if good < 100 || bad < 100 || caught*100 < bad*90 {
		t.Errorf("%d good, %d of %d bad caught; wanted are 100 of each, and nine in ten", good, caught, bad)
	}
}

// Text on cards is short, and there is much of it.
func BenchmarkFind(b *testing.B) {
	rules, all := english(b), sentences(b)
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range all {
			rules.Find(s.text, strictest)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(all)), "ns/sentence")
}
