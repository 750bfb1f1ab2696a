package output

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// project is a site's folder with everything in it that must not come to harm.
func project(t *testing.T) (dir string, opts Options) {
	t.Helper()
	home := filepath.Join(t.TempDir(), "home")
	dir = filepath.Join(home, "site")
	put(t, home, map[string]string{
		"letters.txt": "x", "site/config.toml": "x", "site/content/en/a.md": "x", "site/theme/a.css": "x", "repo/.git/config": "x", "full/photo.jpg": "x",
	})
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	return dir, Options{Inputs: []string{filepath.Join(dir, "content"), filepath.Join(dir, "theme")}, Around: []string{dir}}
}

func wantRefusal(t *testing.T, dir string, tr *Tree, opts Options) {
	t.Helper()
	_, err := Write(context.Background(), dir, tr, opts)
	refusal, ok := errors.AsType[*Refusal](err)
	if !ok {
		t.Fatalf("%q: want a refusal, got %v", dir, err)
	}
	if refusal.Dir != dir || refusal.Reason == "" || refusal.Hint == "" {
		t.Errorf("%q: says too little: %+v", dir, refusal)
	}
}

// A8, A9, B1 to B4: no output where somebody's own files are.
func TestRefusals(t *testing.T) {
	dir, opts := project(t)
	home := filepath.Dir(dir)
	for link, target := range map[string]string{"link": "site/content", "site/away": ".."} {
		if err := os.Symlink(filepath.FromSlash(target), filepath.Join(home, filepath.FromSlash(link))); err != nil {
			t.Skip(err)
		}
	}
	before := onDisk(t, filepath.Join(home, "site"))
	for name, out := range map[string]string{
		"B1 the site":            dir,
		"B1 through a link":      filepath.Join(dir, "away", "site"),
		"B2 the content":         filepath.Join(dir, "content"),
		"B2 in the content":      filepath.Join(dir, "content", "public"),
		"B2 deep in the content": filepath.Join(dir, "content", "not", "there", "yet"),
		"B2 through a link":      filepath.Join(home, "link", "public"),
		"B3 the parent":          home,
		"B3 above":               filepath.Dir(home),
		"B3 the root":            string(filepath.Separator),
		"B3 a git repository":    filepath.Join(home, "repo"),
		"B4 a full folder":       filepath.Join(home, "full"),
		"A8 a file":              filepath.Join(dir, "config.toml"),
		"A9 a link":              filepath.Join(home, "link"),
		"nothing":                "",
	} {
		t.Run(name, func(t *testing.T) {
			for _, adopt := range []bool{false, name != "B4 a full folder"} {
				opts.Adopt = adopt
				wantRefusal(t, out, tree(t, file("index.html", "x")), opts)
				if err := Check(out, opts); err == nil {
					t.Error("Check lets it pass")
				}
			}
		})
	}
	if diff := cmp.Diff(before, onDisk(t, filepath.Join(home, "site"))); diff != "" {
		t.Error(diff)
	}
}

func TestUsualPlacesAreNotRefused(t *testing.T) {
	dir, opts := project(t)
	for _, out := range []string{filepath.Join(dir, "public"), filepath.Join(dir, "content-public"), filepath.Join(filepath.Dir(dir), "www", "site")} {
		if err := Check(out, opts); err != nil {
			t.Error(err)
		}
		mustWrite(t, out, tree(t, file("index.html", "x")), opts)
	}
}

// B5: what others put beside our files stays: CNAME, uploads, and the .git file of a work tree.
func TestAdopt(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	foreign := map[string]string{"CNAME": "example.org", "uploads/a.jpg": "jpg", ".git": "gitdir: elsewhere", ".htaccess": "x", "same.html": "same"}
	put(t, dir, foreign)
	one := tree(t, file("index.html", "one"), file("same.html", "same"), file("uploads/index.html", "x"))
	wantRefusal(t, dir, one, Options{})
	mustWrite(t, dir, one, Options{Adopt: true})
	wantOnDisk(t, dir, site(one, foreign))
	two := tree(t, file("index.html", "two"))
	delete(foreign, "same.html") // it was our page too, with our bytes
	mustWrite(t, dir, two, Options{})
	wantOnDisk(t, dir, site(two, foreign))
}

// A page may not take the place of somebody's file, in an adopted folder or later; nor may it once the first try was refused.
func TestForeignFileInTheWay(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	foreign := map[string]string{"index.html": "mine", "a/b.txt": "mine"}
	put(t, dir, foreign)
	for _, tr := range []*Tree{tree(t, file("index.html", "x")), tree(t, file("a", "x")), tree(t, file("a/b.txt/c.html", "x")), tree(t, file("index.html", "x"))} {
		for _, adopt := range []bool{true, false} {
			if _, err := Write(context.Background(), dir, tr, Options{Adopt: adopt}); err == nil {
				t.Errorf("%q took a foreign file's place", tr.Paths())
			}
		}
		wantOnDisk(t, dir, foreign)
	}
}

// A link in the output leads nowhere: neither writing nor deleting goes through it.
func TestLinkInsideTheOutput(t *testing.T) {
	outside := t.TempDir()
	dir := filepath.Join(t.TempDir(), "public")
	old := tree(t, file("cards/a.html", "a"), file("cards/b.html", "b"), file("index.html", "i"))
	mustWrite(t, dir, old, Options{})
	precious := map[string]string{"a.html": "a", "b.html": "b"} // the very bytes we wrote
	put(t, outside, precious)
	cards := filepath.Join(dir, "cards")
	if err := errors.Join(os.RemoveAll(cards), os.Symlink(outside, cards)); err != nil {
		t.Skip(err)
	}
	wantRefusal(t, dir, tree(t, file("cards/a.html", "A"), file("index.html", "i")), Options{})
	result := mustWrite(t, dir, tree(t, file("index.html", "i")), Options{})
	if diff := cmp.Diff([]string{"cards/a.html", "cards/b.html"}, result.Kept); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(precious, onDisk(t, outside)); diff != "" {
		t.Error(diff)
	}

	if err := errors.Join(os.RemoveAll(filepath.Join(dir, ".amends")), os.Symlink(outside, filepath.Join(dir, ".amends"))); err != nil {
		t.Fatal(err)
	}
	wantRefusal(t, dir, old, Options{})
}
