package source

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/amends-guide/amends/internal/report"
)

func snapshot(texts map[string]string) *Files {
	f := &Files{}
	for path, text := range texts {
		f.list = append(f.list, File{Path: path, Data: []byte(text), Sum: sumOf([]byte(text))})
	}
	f.list = layered(f.list, nil)
	return f
}

func paths(files []File) (paths []string) {
	for _, f := range files {
		paths = append(paths, f.Path)
	}
	return paths
}

func TestUnder(t *testing.T) {
	f := snapshot(map[string]string{"content/a.md": "", "content-old/b.md": "", "content/en/c.md": "", "content.md": "", "theme/x.css": ""})
	for folder, want := range map[string][]string{
		"content": {"content/a.md", "content/en/c.md"}, "content/": {"content/a.md", "content/en/c.md"}, "content/en": {"content/en/c.md"},
		"theme": {"theme/x.css"}, "templates": nil, "content/a.md": nil,
	} {
		if diff := cmp.Diff(want, paths(f.Under(folder))); diff != "" {
			t.Errorf("under %q: %s", folder, diff)
		}
	}
}

func TestNoFilesAtAll(t *testing.T) {
	var none *Files
	if _, ok := none.Get("a"); ok || len(none.All())+len(none.Under("a")) != 0 {
		t.Error("a nil snapshot should be empty")
	}
	if got := none.Changed(snapshot(map[string]string{"a": ""})); len(got) != 1 {
		t.Errorf("changed: %v", got)
	}
}

func TestLine(t *testing.T) {
	f := snapshot(map[string]string{"a.md": "one\ntwo\n\nfour"})
	var lines report.Lines = f.Line
	for line, want := range map[int]string{1: "one", 2: "two", 3: "", 4: "four"} {
		if got, ok := lines("a.md", line); !ok || got != want {
			t.Errorf("line %d: %q, %v", line, got, ok)
		}
	}
	for _, line := range []int{-1, 0, 5} {
		if _, ok := lines("a.md", line); ok {
			t.Errorf("there is no line %d", line)
		}
	}
	if _, ok := lines("b.md", 1); ok {
		t.Error("there is no b.md")
	}
}

func TestChanged(t *testing.T) {
	old := snapshot(map[string]string{"a": "1", "b": "1", "c": "1", "e": "1"})
	now := snapshot(map[string]string{"b": "2", "c": "1", "d": "1", "e": "1", "f": "1"})
	if diff := cmp.Diff([]string{"a", "b", "d", "f"}, now.Changed(old)); diff != "" {
		t.Error(diff)
	}
	if got := fmt.Sprint(now.Changed(now), len(now.Changed(nil))); got != "[] 5" {
		t.Error(got)
	}
}
