package portable

import (
	"testing"
	"unicode/utf8"
)

// C20: names that Windows or macOS would refuse or change.
func TestFault(t *testing.T) {
	bad := []string{
		"", "con", "con.md", "AUX.md", "nul.tar.gz", "com1", "LPT9.png", "com².md", "con .md", "x.", "x ", "a:b", "q?x", "a*", `a\b`,
		"a/b", `"a"`, "<a>", "a|b", "a\nb", "a\x00b", "a\u0085b", "caf\xe9.md",
	}
	for _, name := range bad {
		if Fault(name) == "" {
			t.Errorf("%q passes, and should not", name)
		}
	}
	good := []string{"own-snapped-child.md", "icon.png", "console.md", "com.md", "com10.md", "café.md", "آشتی.md", "a b.md", ".nojekyll"}
	for _, name := range good {
		if fault := Fault(name); fault != "" {
			t.Errorf("%q: %s", name, fault)
		}
	}
}

// C21: names that some computers take for one.
func TestFold(t *testing.T) {
	same := [][2]string{{"foo.md", "Foo.md"}, {"caf\u00e9.md", "cafe\u0301.md"}, {"CAF\u00c9", "cafe\u0301"}, {"straße", "STRASSE"}}
	for _, pair := range same {
		if Fold(pair[0]) != Fold(pair[1]) {
			t.Errorf("%q and %q should fold alike", pair[0], pair[1])
		}
	}
	if Fold("cafe") == Fold("café") {
		t.Error("an accent is not a letter's case")
	}
}

func FuzzFold(f *testing.F) {
	for _, seed := range []string{"a.md", "Foo", "cafe\u0301", "İstanbul", "ΣΊΣΥΦΟΣ", "\u0345", "con.md", "x. "} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) {
		Fault(name)
		if !utf8.ValidString(name) {
			return
		}
		if once := Fold(name); Fold(once) != once {
			t.Errorf("folding %q twice: %q, then %q", name, once, Fold(once))
		}
	})
}
