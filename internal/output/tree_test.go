package output

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func file(path, text string) File { return NewFile(path, []byte(text), "test") }

func tree(t testing.TB, files ...File) *Tree {
	t.Helper()
	tree, err := New(files)
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

func TestTreeIsSortedAndFound(t *testing.T) {
	tr := tree(t, file("b/index.html", "b"), file("a.css", "a"), file("b-c.html", "c"))
	if diff := cmp.Diff([]string{"a.css", "b-c.html", "b/index.html"}, tr.Paths()); diff != "" {
		t.Error(diff)
	}
	got, ok := tr.Get("a.css")
	if !ok || got.Sum != sha256.Sum256([]byte("a")) {
		t.Errorf("a.css: %v %x", ok, got.Sum)
	}
	if _, ok := tr.Get("b"); ok {
		t.Error("a folder is not a file")
	}
	if tr.Len() != 3 || tr.Bytes() != 3 {
		t.Errorf("%d files, %d bytes", tr.Len(), tr.Bytes())
	}
}

func TestNoTreeIsTheEmptySite(t *testing.T) {
	var none *Tree
	if _, ok := none.Get("a"); ok || none.Len() != 0 || none.Bytes() != 0 || len(none.Paths()) != 0 {
		t.Error("a nil tree should be empty")
	}
}

// C23, C24: two makers of one place, in every way that some computer would see it.
func TestClashes(t *testing.T) {
	pairs := [][2]string{
		{"a.html", "a.html"}, {"a.html", "A.html"}, {"caf\u00e9/index.html", "cafe\u0301/index.html"}, {"X", "x"}, {"x", "x/y.html"},
		{"About/index.html", "aBOUT/index.html"},
	}
	for _, pair := range pairs {
		for _, between := range []string{"a-.html", "x-y"} {
			_, err := New([]File{{Path: pair[0], Maker: "essay one"}, {Path: between}, {Path: pair[1], Maker: "essay two"}})
			var clash *Clash
			if !errors.As(err, &clash) || !strings.Contains(err.Error(), "essay one") || !strings.Contains(err.Error(), "essay two") {
				t.Errorf("%q and %q: want a clash that names both makers, got %v", pair[0], pair[1], err)
			}
		}
	}
}

func TestAllClashesAtOnce(t *testing.T) {
	_, err := New([]File{{Path: "a"}, {Path: "a"}, {Path: "b"}, {Path: "B"}, {Path: "../c"}})
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok || len(joined.Unwrap()) != 3 {
		t.Errorf("want three errors, got %v", err)
	}
}

// C25, C27, C28, C19, C20: paths that would leave the output, or that some host could not hold.
func TestCheckPath(t *testing.T) {
	bad := []string{
		"", ".", "..", "/", "/etc/passwd", "../a", "a/../b", "a/./b", "a//b", "a/", `a\b`, `..\a`, "%2e%2e/a", "a%00", "a\x00b", "a\nb", ".git/config",
		"a/.git/config", ".htaccess", ".amends/manifest", ".well-known2/x", "C:/a", "con/index.html", "a/nul.html", "a./b", "a /b", "caf\xe9",
		strings.Repeat("a/", 100) + "b",
	}
	for _, path := range bad {
		if CheckPath(path) == nil {
			t.Errorf("%q passes, and should not", path)
		}
		if _, err := New([]File{{Path: path}}); err == nil {
			t.Errorf("a tree takes %q", path)
		}
	}
	good := []string{"index.html", "when/i-snapped/index.html", ".nojekyll", ".well-known/security.txt", "fa/آشتی/index.html", strings.Repeat("a", 200)}
	for _, path := range good {
		if err := CheckPath(path); err != nil {
			t.Error(err)
		}
	}
}

func FuzzCheckPath(f *testing.F) {
	for _, seed := range []string{"a/b.html", "../a", ".git/x", "a\\b", "%2e", "con", "a//b", "a/."} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, path string) {
		if CheckPath(path) != nil {
			return
		}
		if !utf8.ValidString(path) || strings.ContainsAny(path, "\\%\x00:") || path[0] == '/' || strings.Contains("/"+path+"/", "/../") ||
			strings.Contains("/"+path, "/.git") {
			t.Errorf("%q passes", path)
		}
	})
}

func TestDiff(t *testing.T) {
	old := tree(t, file("a", "1"), file("b", "1"), file("c", "1"))
	now := tree(t, file("b", "2"), file("c", "1"), file("d", "1"))
	want := Changes{Added: []string{"d"}, Changed: []string{"b"}, Removed: []string{"a"}}
	if diff := cmp.Diff(want, Diff(old, now)); diff != "" {
		t.Error(diff)
	}
	if !Diff(now, now).None() || Diff(nil, now).None() {
		t.Error("None is wrong")
	}
}

func TestWith(t *testing.T) {
	old := tree(t, file("a", "1"), file("b", "1"), file("c", "1"))
	now, err := old.With([]File{file("b", "2"), file("a/x", "1"), file("d", "1")}, []string{"a", "c", "d", "no"})
	if err != nil {
		t.Fatal(err)
	}
	want := tree(t, file("b", "2"), file("a/x", "1"), file("d", "1"))
	if d := Diff(want, now); !d.None() || now.Bytes() != want.Bytes() {
		t.Errorf("differs: %+v", d)
	}
	if !slices.Equal(old.Paths(), []string{"a", "b", "c"}) {
		t.Error("the old tree was changed")
	}
	if _, err := old.With([]File{file("A", "1")}, nil); err == nil {
		t.Error("a clash with an old file was not seen")
	}
}

// guideFiles is a site of n pages of 6 KB, each in its own folder, as ours are.
func guideFiles(n int) []File {
	body := strings.Repeat("It names the moment, and it lifts the blame. ", 136)
	files := make([]File, n)
	for i := range files {
		files[i] = file(fmt.Sprintf("cards/own-%05d/index.html", i), fmt.Sprintf("%05d %s", i, body))
	}
	return files
}

func BenchmarkNew(b *testing.B) {
	files := guideFiles(10_000)
	for b.Loop() {
		tree(b, files...)
	}
}

func BenchmarkWith(b *testing.B) {
	old := tree(b, guideFiles(10_000)...)
	put := []File{file("cards/own-00500/index.html", "new")}
	for b.Loop() {
		if _, err := old.With(put, []string{"cards/own-00007/index.html"}); err != nil {
			b.Fatal(err)
		}
	}
}
