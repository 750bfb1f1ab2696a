package report

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestNewTakesSeverityFromItsClass(t *testing.T) {
	if p := New("http-link", Pos{}, "x"); p.Severity != Warning {
		t.Errorf("http-link is of severity %q, want a warning", p.Severity)
	}
	if p := New("raw-html", Pos{}, "%d of %s", 2, "them"); p.Severity != Error || p.Text != "2 of them" {
		t.Errorf("New = %+v", p)
	}
}

func TestNewRefusesAnUnknownClass(t *testing.T) {
	defer func() {
		if said := fmt.Sprint(recover()); !strings.HasPrefix(said, "internal error: ") || !strings.Contains(said, "no-such-class") {
			t.Errorf("panicked with %q", said)
		}
	}()
	New("no-such-class", Pos{}, "x")
}

func TestHintedAndNotedLeaveTheirProblemAlone(t *testing.T) {
	one := New("raw-html", Pos{}, "x").Hinted("first").Noted("a")
	two, three := one.Hinted("second").Noted("b"), one.Noted("c")
	if one.Hint != "first" || !slices.Equal(one.Notes, []string{"a"}) {
		t.Errorf("the first problem became %+v", one)
	}
	if two.Hint != "second" || !slices.Equal(two.Notes, []string{"a", "b"}) || !slices.Equal(three.Notes, []string{"a", "c"}) {
		t.Errorf("two = %+v, three = %+v", two, three)
	}
	if kept := one.Hinted(""); kept.Hint != "first" {
		t.Errorf("an empty hint made %q", kept.Hint)
	}
}

func TestSort(t *testing.T) {
	at := func(file string, line, col int, class, text string) Problem {
		return New(class, Pos{file, line, col, 0}, "%s", text)
	}
	want := []Problem{
		at("", 0, 0, "helplines-missing", "the site"),
		at("a.md", 2, 9, "raw-html", "x"),
		at("a.md", 10, 1, "broken-link", "x"),
		at("a.md", 10, 1, "raw-html", "x").Hinted("kept"),
		at("a.md", 10, 1, "raw-html", "y"),
		at("a.md", 0, 0, "utf16", "the file"),
		at("b.md", 1, 1, "raw-html", "x"),
	}
	doubt := want[6]
	doubt.Severity = Warning
	mixed := append(slices.Clone(want), want[1], want[2], at("a.md", 10, 1, "raw-html", "x"), doubt)
	for range 20 {
		rand.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		before := slices.Clone(mixed)
		if got := Sort(mixed); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("Sort =\n%v, want\n%v", got, want)
		}
		if fmt.Sprint(mixed) != fmt.Sprint(before) {
			t.Fatal("Sort changed what it was given")
		}
	}
}

func TestStrict(t *testing.T) {
	ps := []Problem{New("http-link", Pos{}, "x"), New("raw-html", Pos{}, "y")}
	if e, w := Errors(ps), Warnings(ps); e != 1 || w != 1 {
		t.Errorf("%d errors and %d warnings, want one of each", e, w)
	}
	strict := Strict(ps)
	if e, w := Errors(strict), Warnings(strict); e != 2 || w != 0 {
		t.Errorf("strict: %d errors and %d warnings, want only errors", e, w)
	}
	if ps[0].Severity != Warning {
		t.Error("Strict changed what it was given")
	}
}

func TestPosString(t *testing.T) {
	for want, pos := range map[string]Pos{"": {}, "a.md": {File: "a.md"}, "a.md:3": {File: "a.md", Line: 3}, "a.md:3:8": {"a.md", 3, 8, 2}} {
		if got := pos.String(); got != want {
			t.Errorf("%#v is written %q, want %q", pos, got, want)
		}
	}
}
