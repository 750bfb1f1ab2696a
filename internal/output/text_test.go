package output

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestManifestRoundTrip(t *testing.T) {
	var m manifest
	for _, f := range guideFiles(50) {
		m = append(m, entryOf(f, time.Unix(1, 2)))
	}
	for _, want := range []manifest{m, {}} {
		got, err := parseManifest(want.text())
		if err != nil || !cmp.Equal(want, got, cmp.AllowUnexported(entry{})) {
			t.Errorf("%v: %+v", err, got)
		}
	}
}

// B8: whatever is wrong with it, a manifest is taken whole or not at all.
func TestManifestIsStrict(t *testing.T) {
	good := string(manifest{entryOf(file("a.html", "a"), time.Now()), entryOf(file("b.html", "b"), time.Now())}.text())
	for i := range len(good) {
		if _, err := parseManifest([]byte(good[:i])); err == nil {
			t.Errorf("cut at byte %d it still passes", i)
		}
	}
	for was, is := range map[string]string{
		"manifest 1": "manifest 2", "a.html": "../a.html", "b.html": "a.html", " a.html": " .git/config", "end 2": "end 3", "end": "END", "\n": "\r\n",
	} {
		if _, err := parseManifest([]byte(strings.Replace(good, was, is, 1))); err == nil {
			t.Errorf("with %q for %q it still passes", is, was)
		}
	}
	if _, err := parseManifest([]byte(good + "more\n")); err == nil {
		t.Error("with something after its end it still passes")
	}
}

func FuzzParseManifest(f *testing.F) {
	f.Add(manifest{}.text())
	f.Add(manifest{entryOf(file("a/b.html", "a"), time.Unix(0, -5)), entryOf(file("c d", "b"), time.Now())}.text())
	f.Add([]byte("amends manifest 1\n00 1 2 ../x\nend 1\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		m, err := parseManifest(text)
		if err != nil {
			return
		}
		for i, e := range m {
			if CheckPath(e.path) != nil || i > 0 && m[i-1].path >= e.path {
				t.Fatalf("path %q passes", e.path)
			}
		}
		again, err := parseManifest(m.text())
		if err != nil || !cmp.Equal(m, again, cmp.AllowUnexported(entry{})) {
			t.Fatalf("not the same when written and read again: %v", err)
		}
	})
}

func FuzzParseJournal(f *testing.F) {
	f.Add(journalText(nil))
	f.Add(journalText([]step{{number: 0, path: "a/b.html"}, {number: 1, path: "old.html", isDrop: true, sum: [32]byte{7}}}))
	f.Add([]byte("amends journal 1\nput 0 ../x\nend 1\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		steps, err := parseJournal(text)
		if err != nil {
			return
		}
		for _, s := range steps {
			if CheckPath(s.path) != nil {
				t.Fatalf("path %q passes", s.path)
			}
		}
		again, err := parseJournal(journalText(steps))
		if err != nil || !cmp.Equal(steps, again, cmp.AllowUnexported(step{})) {
			t.Fatalf("not the same when written and read again: %v", err)
		}
	})
}

func TestStepsAreInOrder(t *testing.T) {
	items := pair(nil, tree(t,
		file("css/a.css", ""), file("index.html", ""), file("cards/own/index.html", ""), file("cards/index.html", ""), file("sitemap.xml", ""), file("sw.js", "")))
	for i := range items {
		items[i].verdict = isMissing
	}
	var got []string
	for _, s := range newPlan(items).steps {
		got = append(got, s.path)
	}
	want := []string{"css/a.css", "sw.js", "cards/own/index.html", "cards/index.html", "index.html", "sitemap.xml"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
