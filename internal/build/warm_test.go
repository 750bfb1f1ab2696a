package build_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/amends-guide/amends/internal/build"
)

// Whatever an author does, in whatever order, a builder that remembers makes the tree and the problems that one without
// memory makes, byte for byte. The seeds are the test's; a longer search is -count with AMENDS_SEED.
func TestWarmEqualsCold(t *testing.T) {
	rounds := 60
	if testing.Short() {
		rounds = 15
	}
	for seed := range uint64(4) {
		t.Run(fmt.Sprintf("seed=%d", seed), func(t *testing.T) {
			t.Parallel()
			author := &author{r: rand.New(rand.NewPCG(seed, 7)), dir: copySite(t), t: t}
			warm, err := build.New(options(author.dir))
			if err != nil {
				t.Fatal(err)
			}
			defer warm.Close()
			var did []string
			for range rounds {
				did = append(did, author.edit())
				got, err := warm.Build(context.Background())
				if err != nil {
					t.Fatal(err)
				}
				want := buildOnce(t, options(author.dir))
				if diff := cmp.Diff(said(t, want), said(t, got)); diff != "" {
					t.Fatalf("after %s: problems differ (-cold +warm)\n%s", strings.Join(did, ", "), diff)
				}
				if diff := cmp.Diff(contents(want.Tree), contents(got.Tree)); diff != "" {
					t.Fatalf("after %s: trees differ (-cold +warm)\n%s", strings.Join(did, ", "), diff)
				}
			}
		})
	}
}

// An author makes one random edit after the other, sensible and not.
type author struct {
	r    *rand.Rand
	dir  string
	t    *testing.T
	undo map[string]string
}

func (a *author) edit() string {
	if a.undo != nil && a.r.IntN(2) == 0 { // mend the last mistake, or no round after it would make a tree
		for name, data := range a.undo {
			a.write(name, data)
		}
		a.undo = nil
		return "undo"
	}
	name := a.pick()
	switch a.r.IntN(9) {
	case 0, 1:
		a.replace(name, "a", "á")
		return "retype " + name
	case 2:
		a.replace(name, "title = \"", "title = \"New ")
		a.replace(name, "phrase = \"", "phrase = \"Well, ")
		return "retitle " + name
	case 3:
		a.remember(name)
		a.remove(name)
		return "delete " + name
	case 4:
		a.remember(name)
		a.write(name, "+++\nphrase = 3\n")
		return "break " + name
	case 5:
		data, other := a.read(name), strings.TrimSuffix(name, ".md")+"-two.md"
		if !strings.HasSuffix(name, ".md") {
			return "nothing"
		}
		a.write(other, data)
		return "copy to " + other
	case 6:
		a.replace(name, "move = \"own\"", "move = \"regret\"")
		a.replace(name, "label.en = \"", "label.en = \"The ")
		return "reword " + name
	case 7:
		file := a.one("templates/card.html", "theme/css/local.css", "config.toml")
		switch file {
		case "templates/card.html":
			return a.override(file)
		case "config.toml":
			a.replace(file, "small guide", "smaller guide")
			return "rename the guide"
		}
		a.write(file, fmt.Sprintf("/* %d */\n", a.r.IntN(9)))
		return "style"
	default:
		a.replace(name, "status = \"draft\"\n", "")
		return "publish " + name
	}
}

// override puts the built-in template beside the site's content, changed, or takes it away again.
func (a *author) override(file string) string {
	if path := filepath.Join(a.dir, file); a.exists(path) {
		a.remove(file)
		return "drop " + file
	}
	data, err := os.ReadFile(filepath.Join(root(a.t), file))
	if err != nil {
		a.t.Fatal(err)
	}
	a.write(file, strings.Replace(string(data), "<main", "<main data-n=\""+fmt.Sprint(a.r.IntN(9))+"\"", 1))
	return "override " + file
}

func (a *author) pick() string {
	var names []string
	for name := range read(a.t, a.dir) {
		if strings.HasSuffix(name, ".md") || strings.HasSuffix(name, "vocabulary.toml") || strings.HasSuffix(name, "sources.toml") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return a.one(names...)
}

func (a *author) one(of ...string) string { return of[a.r.IntN(len(of))] }

func (a *author) remember(name string) { a.undo = map[string]string{name: a.read(name)} }

func (a *author) exists(path string) bool { _, err := os.Stat(path); return err == nil }

func (a *author) read(name string) string {
	data, err := os.ReadFile(filepath.Join(a.dir, name))
	if err != nil {
		a.t.Fatal(err)
	}
	return string(data)
}

func (a *author) write(name, data string) { write(a.t, a.dir, map[string]string{name: data}) }

func (a *author) remove(name string) {
	if err := os.Remove(filepath.Join(a.dir, name)); err != nil {
		a.t.Fatal(err)
	}
}

func (a *author) replace(name, old, new string) {
	a.write(name, strings.Replace(a.read(name), old, new, 1))
}
