package build_test

import (
	"context"
	"flag"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/amends-guide/amends"
	"github.com/amends-guide/amends/internal/build"
	"github.com/amends-guide/amends/internal/coverage"
	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/report"
)

var update = flag.Bool("update", false, "write the golden files from what the build makes; then read the diff")

// today is when the tests take place: problems of age depend on it, no byte of the output does.
var today = facts.Date{Year: 2026, Month: 11, Day: 23}

func options(dir string) build.Options {
	return build.Options{Dir: dir, BuiltIn: amends.BuiltIn, Today: today}
}

// buildOnce builds a site cold.
func buildOnce(t testing.TB, o build.Options) *build.Result {
	t.Helper()
	b, err := build.New(o)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	result, err := b.Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// said is a run's problems as an author would read them.
func said(t testing.TB, r *build.Result) string {
	t.Helper()
	var b strings.Builder
	if err := report.Write(&b, report.Text, r.Problems, report.Options{Lines: r.Lines}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// ownGuide is the guide in this repository, built once for all tests.
func ownGuide(t testing.TB) *build.Result {
	t.Helper()
	guide.Do(func() { guide.Result = buildOnce(t, options(root(t))) })
	if guide.Result == nil {
		t.Fatal("the guide in this repository cannot be built")
	}
	wantNoProblems(t, guide.Result)
	return guide.Result
}

var guide struct {
	sync.Once
	*build.Result
}

func wantNoProblems(t testing.TB, r *build.Result) {
	t.Helper()
	if len(r.Problems) > 0 {
		t.Fatalf("problems:\n%s", said(t, r))
	}
}

// The guide in this repository is what readers get: it has nothing to complain of.
func TestOwnGuide(t *testing.T) {
	result := ownGuide(t)
	for _, path := range []string{"index.html", "404.html", "safety/index.html", "cards/own-snapped-child/index.html", "robots.txt"} {
		if _, ok := result.Tree.Get(path); !ok {
			t.Errorf("no %s in the site", path)
		}
	}
}

// The guide in this repository holds all that its plan asks for.
func TestOwnGuideKeepsItsPlan(t *testing.T) {
	result := ownGuide(t)
	own := coverage.New(result.Guide, result.Plan, today).Languages[0]
	if len(own.Quotas) == 0 || len(own.Ideas) == 0 {
		t.Fatalf("the plan asks for %d quotas and %d ideas", len(own.Quotas), len(own.Ideas))
	}
	for _, q := range own.Quotas {
		if !q.Met() {
			t.Errorf("%s: %d planned, %d present", q.Name, q.Planned, q.Present)
		}
	}
	for _, i := range own.Ideas {
		if !i.Covered {
			t.Errorf("idea %s: %d essays, %d cards behind %d doors are too few", i.ID, i.Essays, i.Cards, i.Doors)
		}
	}
}

func root(t testing.TB) string {
	t.Helper()
	dir, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// The small site under testdata, compared whole with what was approved.
func TestGolden(t *testing.T) {
	result := buildOnce(t, options("testdata/site"))
	wantNoProblems(t, result)
	golden := filepath.Join("testdata", "golden")
	if *update {
		if err := os.RemoveAll(golden); err != nil {
			t.Fatal(err)
		}
		write(t, golden, pages(result.Tree))
	}
	if diff := cmp.Diff(read(t, golden), pages(result.Tree)); diff != "" {
		t.Errorf("the site differs from testdata/golden (-want +got); if that is wanted: go test ./internal/build -run Golden -update\n%s", diff)
	}
}

var (
	themeSum = regexp.MustCompile(`assets/[0-9a-f]{8}/`)
	wholeSum = regexp.MustCompile(`version = "[0-9a-f]+"|"bytes":\d+`)
)

// pages are the files of a tree but for the theme's, whose sum stands in every address of theirs: a change of style is not a
// change of every page. Nor is it one of what keeps the whole guide, for sums and sizes of all there is.
func pages(tree *output.Tree) map[string]string {
	files := map[string]string{}
	for path, data := range contents(tree) {
		if !themeSum.MatchString(path) {
			files[path] = wholeSum.ReplaceAllString(themeSum.ReplaceAllString(data, "assets/theme/"), "…")
		}
	}
	return files
}

func contents(tree *output.Tree) map[string]string {
	files := map[string]string{}
	for _, f := range tree.Files() {
		files[f.Path] = string(f.Data())
	}
	return files
}

// read is every file under a folder, by its path from there.
func read(t testing.TB, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(path)))
		files[path] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// copySite copies the small site to a folder the test may edit.
func copySite(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, read(t, "testdata/site"))
	return dir
}

// Promise 2: the same bytes whatever the clock, the time zone, the locale, the order and age of files, the number of processors.
func TestSameInputSameBytes(t *testing.T) {
	want := contents(buildOnce(t, options("testdata/site")).Tree)
	for name, vary := range map[string]func(t *testing.T) build.Options{
		"another folder, files made in another order": func(t *testing.T) build.Options {
			dir, files := t.TempDir(), read(t, "testdata/site")
			for _, name := range slices.Backward(slices.Sorted(maps.Keys(files))) {
				write(t, dir, map[string]string{name: files[name]})
			}
			return options(dir)
		},
		"old files": func(t *testing.T) build.Options {
			dir := copySite(t)
			for name := range read(t, dir) {
				if err := os.Chtimes(filepath.Join(dir, name), today.Time(), facts.Date{Year: 1999, Month: 1, Day: 1}.Time()); err != nil {
					t.Fatal(err)
				}
			}
			return options(dir)
		},
		"another locale and time zone": func(t *testing.T) build.Options {
			t.Setenv("LANG", "tr_TR.UTF-8")
			t.Setenv("LC_ALL", "tr_TR.UTF-8")
			t.Setenv("TZ", "Pacific/Apia")
			return options("testdata/site")
		},
		"tomorrow": func(t *testing.T) build.Options {
			o := options("testdata/site")
			o.Today = facts.Date{Year: 2026, Month: 11, Day: 24}
			return o
		},
		"one processor": func(t *testing.T) build.Options {
			before := runtime.GOMAXPROCS(1)
			t.Cleanup(func() { runtime.GOMAXPROCS(before) })
			return options("testdata/site")
		},
		"many processors": func(t *testing.T) build.Options {
			before := runtime.GOMAXPROCS(13)
			t.Cleanup(func() { runtime.GOMAXPROCS(before) })
			return options("testdata/site")
		},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(want, contents(buildOnce(t, vary(t)).Tree)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Promise 1, first half: whatever a build finds, it changes no file of the site.
func TestInputsAreNeverChanged(t *testing.T) {
	dir := copySite(t)
	write(t, dir, map[string]string{"content/en/cards/broken.md": "+++\nphrase = 1\n", "content/en/cards/.env": "KEY=1", "notes.txt": "mine"})
	before := read(t, dir)
	if result := buildOnce(t, options(dir)); report.Errors(result.Problems) == 0 {
		t.Fatal("the broken card is no problem")
	}
	if diff := cmp.Diff(before, read(t, dir)); diff != "" {
		t.Error(diff)
	}
}

// A site with mistakes has no tree: nothing half made can be written or shown.
func TestProblemsLeaveNoTree(t *testing.T) {
	dir := copySite(t)
	write(t, dir, map[string]string{"content/en/pages/about.md": "no front matter\n"})
	if result := buildOnce(t, options(dir)); result.Tree != nil {
		t.Error("there is a tree")
	}
}

// The one thing to mend must not drown in what follows from it.
// Who has moved the folder of their words away does not publish an empty site over the one that is there.
func TestNoEntries(t *testing.T) {
	dir := copySite(t)
	if err := os.Rename(filepath.Join(dir, "content"), filepath.Join(dir, "moved")); err != nil {
		t.Fatal(err)
	}
	if result := buildOnce(t, options(dir)); result.Tree != nil || !strings.Contains(said(t, result), "this guide has no entries") {
		t.Errorf("a tree, or other words:\n%s", said(t, result))
	}
	write(t, dir, map[string]string{"content/en/pages/about.md": "+++\ntitle = \"A page\"\nsummary = \"s\"\nupdated = 2026-11-23\ndraft = true\n+++\nx\n"})
	if result := buildOnce(t, options(dir)); strings.Contains(said(t, result), "this guide has no entries") {
		t.Errorf("a draft is an entry:\n%s", said(t, result))
	}
}

func TestFrontMatterThatIsNotClosedIsOneProblem(t *testing.T) {
	for _, text := range []string{"+++\nphrase = \"I was late.\"\n\nWhy it works.\n", "Why it works.\n", "---\nphrase: x\n---\nWhy.\n"} {
		dir := copySite(t)
		write(t, dir, map[string]string{"content/en/cards/new.md": text})
		result := buildOnce(t, options(dir))
		var of []string
		for _, p := range result.Problems {
			if p.Pos.File == "content/en/cards/new.md" {
				of = append(of, p.Class)
			}
		}
		if len(of) != 1 {
			t.Errorf("%q: %v\n%s", text, of, said(t, result))
		}
	}
}
