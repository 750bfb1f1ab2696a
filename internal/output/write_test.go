package output

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// onDisk is what lies in an output, by path: the files' bytes, and "folder" for empty folders. Our own .amends is left out.
func onDisk(t testing.TB, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(dir, path)
		name = filepath.ToSlash(name)
		switch {
		case name == ownFolder:
			return fs.SkipDir
		case d.IsDir():
			if inside, err := os.ReadDir(path); err != nil || len(inside) > 0 || name == "." {
				return err
			}
			found[name] = "folder"
			return nil
		case !d.Type().IsRegular():
			found[name] = d.Type().String()
			return nil
		}
		data, err := os.ReadFile(path)
		found[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// site is what a tree should look like on the disk, among some foreign files.
func site(tr *Tree, foreign map[string]string) map[string]string {
	files := map[string]string{}
	for _, f := range tr.Files() {
		files[f.Path] = string(f.Data())
	}
	for name, text := range foreign {
		files[name] = text
	}
	return files
}

func put(t testing.TB, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
}

func mustWrite(t testing.TB, dir string, tr *Tree, opts Options) Result {
	t.Helper()
	result, err := Write(context.Background(), dir, tr, opts)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func wantOnDisk(t testing.TB, dir string, want map[string]string) {
	t.Helper()
	if diff := cmp.Diff(want, onDisk(t, dir)); diff != "" {
		t.Errorf("the output (-want +got):\n%s", diff)
	}
	if unfinished, err := Unfinished(dir); unfinished || err != nil {
		t.Errorf("the stage is left: %v", err)
	}
}

func TestFirstWrite(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "deep", "public")
	tr := tree(t, file("index.html", "home"), file("cards/own/index.html", "card"), file(".nojekyll", ""))
	result := mustWrite(t, dir, tr, Options{})
	if diff := cmp.Diff(Changes{Added: tr.Paths()}, result.Changes); diff != "" {
		t.Error(diff)
	}
	wantOnDisk(t, dir, site(tr, nil))
	if names, _ := os.ReadDir(filepath.Dir(dir)); len(names) != 1 {
		t.Errorf("something is left beside the output: %v", names)
	}
	if again := mustWrite(t, dir, tr, Options{}); !again.None() || len(again.Warnings) > 0 {
		t.Errorf("nothing changed, but: %+v", again)
	}
}

func TestWriteIntoAnEmptyFolder(t *testing.T) {
	dir := t.TempDir()
	tr := tree(t, file("index.html", "home"), file("a/b/c.html", "c"))
	if result := mustWrite(t, dir, tr, Options{}); len(result.Added) != 2 || len(result.Warnings) > 0 {
		t.Errorf("%+v", result)
	}
	wantOnDisk(t, dir, site(tr, nil))
}

func TestNextWriteTouchesOnlyWhatDiffers(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	old := tree(t, file("a.html", "a"), file("b.html", "b"), file("c/d/e.html", "e"), file("mine/f.html", "f"))
	mustWrite(t, dir, old, Options{})
	if err := os.Mkdir(filepath.Join(dir, "empty"), 0o755); err != nil {
		t.Fatal(err)
	}
	put(t, dir, map[string]string{"mine/notes.txt": "foreign"})
	before, err := os.Stat(filepath.Join(dir, "a.html"))
	if err != nil {
		t.Fatal(err)
	}
	now := tree(t, file("a.html", "a"), file("b.html", "B"), file("new/g.html", "g"))
	result := mustWrite(t, dir, now, Options{})
	want := Changes{Added: []string{"new/g.html"}, Changed: []string{"b.html"}, Removed: []string{"c/d/e.html", "mine/f.html"}}
	if diff := cmp.Diff(want, result.Changes); diff != "" {
		t.Error(diff)
	}
	wantOnDisk(t, dir, site(now, map[string]string{"mine/notes.txt": "foreign", "empty": "folder"})) // B6, B7: what is gone is gone
	after, err := os.Stat(filepath.Join(dir, "a.html"))
	if err != nil || !os.SameFile(before, after) || !before.ModTime().Equal(after.ModTime()) {
		t.Error("an unchanged file was written")
	}
}

// A folder where a file was, and a file where a folder was.
func TestFilesAndFoldersChangePlaces(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	one := tree(t, file("x", "x"), file("y/a/b.html", "b"), file("y/c.html", "c"))
	other := tree(t, file("x/a/b.html", "b"), file("x/c.html", "c"), file("y", "y"))
	for _, tr := range []*Tree{one, other, one} {
		mustWrite(t, dir, tr, Options{})
		wantOnDisk(t, dir, site(tr, nil))
	}
	put(t, dir, map[string]string{"y/foreign.txt": "mine"})
	if _, err := Write(context.Background(), dir, other, Options{}); err == nil {
		t.Error("a folder with a foreign file gave way")
	}
	wantOnDisk(t, dir, site(one, map[string]string{"y/foreign.txt": "mine"}))
}

func TestTouchedFilesAreNotWritten(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	tr := tree(t, file("a.html", "a"))
	mustWrite(t, dir, tr, Options{})
	long := time.Now().Add(-time.Hour).Truncate(time.Second)
	path := filepath.Join(dir, "a.html")
	if err := os.Chtimes(path, long, long); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if result := mustWrite(t, dir, tr, Options{}); !result.None() {
			t.Errorf("%+v", result)
		}
		if info, err := os.Stat(path); err != nil || !info.ModTime().Equal(long) {
			t.Error("the file was written")
		}
	}
}

func TestDamagedFilesAreWrittenAnew(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	tr := tree(t, file("a.html", "right"), file("b.html", "b"))
	mustWrite(t, dir, tr, Options{})
	put(t, dir, map[string]string{"a.html": "wrong"}) // same size
	if err := os.Remove(filepath.Join(dir, "b.html")); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Changes{Added: []string{"b.html"}, Changed: []string{"a.html"}}, mustWrite(t, dir, tr, Options{}).Changes); diff != "" {
		t.Error(diff)
	}
	wantOnDisk(t, dir, site(tr, nil))
}

// B6, and I3: a stale page that somebody has edited is theirs.
func TestStaleButEditedIsKept(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, dir, tree(t, file("a.html", "a"), file("b.html", "b"), file("c.html", "c")), Options{})
	put(t, dir, map[string]string{"b.html": "B"})
	if err := os.Remove(filepath.Join(dir, "c.html")); err != nil {
		t.Fatal(err)
	}
	now := tree(t, file("a.html", "a"))
	if result := mustWrite(t, dir, now, Options{}); len(result.Removed) > 0 || !cmp.Equal(result.Kept, []string{"b.html"}) {
		t.Errorf("%+v", result)
	}
	wantOnDisk(t, dir, site(now, map[string]string{"b.html": "B"}))
	if result := mustWrite(t, dir, now, Options{}); len(result.Kept) > 0 {
		t.Errorf("it is told twice: %+v", result)
	}
}

// B8: a manifest that is missing, cut, or forged gives no leave to delete, and the build goes on.
func TestManifestLostOrForged(t *testing.T) {
	evil := string(manifest{{path: "a.html"}, {path: "z.html"}}.text())
	for name, damage := range map[string]func(text string) string{
		"missing":   func(string) string { return "" },
		"cut":       func(text string) string { return text[:len(text)/2] },
		"cut short": func(text string) string { return text[:strings.LastIndex(text, "end")] },
		"forged":    func(string) string { return strings.Replace(evil, "a.html", "../precious.txt", 1) },
		"unsorted":  func(string) string { return strings.Replace(evil, "a.html", "zz.html", 1) },
		"binary":    func(string) string { return "\x00\xff" },
	} {
		t.Run(name, func(t *testing.T) {
			parent := t.TempDir()
			dir := filepath.Join(parent, "public")
			put(t, parent, map[string]string{"precious.txt": "precious"})
			mustWrite(t, dir, tree(t, file("a.html", "a"), file("z.html", "z"), file("same.html", "s")), Options{})
			path := filepath.Join(dir, ".amends", "manifest")
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if bad := damage(string(text)); bad == "" {
				err = os.Remove(path)
			} else {
				err = os.WriteFile(path, []byte(bad), 0o644)
			}
			if err != nil {
				t.Fatal(err)
			}
			now := tree(t, file("a.html", "A"), file("same.html", "s"))
			if result := mustWrite(t, dir, now, Options{}); len(result.Removed) > 0 || len(result.Warnings) != 1 {
				t.Errorf("%+v", result)
			}
			wantOnDisk(t, dir, site(now, map[string]string{"z.html": "z"}))
			if kept, err := os.ReadFile(filepath.Join(parent, "precious.txt")); err != nil || string(kept) != "precious" {
				t.Errorf("a file outside was touched: %v", err)
			}
			if result := mustWrite(t, dir, now, Options{}); len(result.Warnings) > 0 || !result.None() {
				t.Errorf("the record is not mended: %+v", result)
			}
		})
	}
}
