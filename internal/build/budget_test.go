package build_test

import (
	"bytes"
	"compress/gzip"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/output"
)

// What a reader with a slow line has to wait for, in bytes as they travel (gzip). A list may be long; every other page is
// light however the guide grows.
const (
	pageBudget  = 8 << 10  // one page
	listBudget  = 36 << 10 // one page that lists up to a hundred cards, or all works
	styleBudget = 12 << 10
	scripts     = 3 << 10 // on an ordinary page
	toolScripts = 6 << 10 // on one that is a tool
	viewBudget  = 25 << 10
	listView    = 40 << 10
	requests    = 8

	searchScript = 2560     // what a search adds to the page
	searchIndex  = 64 << 10 // and loads, once somebody searches
)

// isList says which pages list as much as there is.
var isList = regexp.MustCompile(`^(cards/((for|when|phase|move|role|readiness|channel|age)/[^/]+/)?(page/\d+/)?|decks/[^/]+/|sources/|a-z/.*)index\.html$`)

// isTool says on which pages one does more than read.
var isTool = regexp.MustCompile(`^(cards|say|soften|search|handout|offline)/`)

func scriptBudget(page string) int {
	if isTool.MatchString(page) {
		return toolScripts
	}
	return scripts
}

var loads = regexp.MustCompile(`<(?:script|img|link)\b[^>]*?\b(?:src|href)="([^"]+)"[^>]*>`)

func TestGuideIsLight(t *testing.T) {
	o := options(root(t))
	o.Minify = true
	tree := buildOnce(t, o).Tree
	size := map[string]int{}
	for _, f := range tree.Files() {
		if strings.HasPrefix(f.Path, "assets/") {
			size[f.Path] = gzipped(f)
		}
	}
	pages := 0
	for _, f := range tree.Files() {
		if path.Ext(f.Path) == ".html" && !strings.Contains(string(f.Data()), `http-equiv="refresh"`) {
			pages++
			weigh(t, f, size)
		}
	}
	if pages < 200 {
		t.Errorf("only %d pages: does the test still find them?", pages)
	}
	for pattern, most := range map[string]int{"assets/*/js/search.js": searchScript, "search/index-*.json": searchIndex} {
		found := 0
		for _, f := range tree.Files() {
			if is, _ := path.Match(pattern, f.Path); is {
				found++
				if n := gzipped(f); n > most {
					t.Errorf("%s: %d bytes, %d are the most", f.Path, n, most)
				}
			}
		}
		if found != 1 {
			t.Errorf("%d files %s", found, pattern)
		}
	}
}

// weigh adds up a page and all it loads before anybody touches it.
func weigh(t *testing.T, page output.File, size map[string]int) {
	t.Helper()
	own := gzipped(page)
	most, view := pageBudget, viewBudget
	if isList.MatchString(page.Path) {
		most, view = listBudget, listView
	}
	if own > most {
		t.Errorf("%s: %d bytes, %d are the most", page.Path, own, most)
	}
	total, asked, script := own, 1, 0
	seen := map[string]bool{}
	for _, m := range loads.FindAllSubmatch(page.Data(), -1) {
		file := path.Join(path.Dir(page.Path), string(m[1]))
		n, ok := size[file]
		if !ok || seen[file] { // a canonical or alternate address loads nothing
			continue
		}
		seen[file] = true
		total, asked = total+n, asked+1
		switch path.Ext(file) {
		case ".js":
			script += n
		case ".css":
			if n > styleBudget {
				t.Errorf("%s: %d bytes, %d are the most", file, n, styleBudget)
			}
		}
	}
	if most := scriptBudget(page.Path); script > most {
		t.Errorf("%s: scripts of %d bytes, %d are the most", page.Path, script, most)
	}
	if total > view || asked > requests {
		t.Errorf("%s: the first view takes %d bytes in %d requests; %d in %d are the most", page.Path, total, asked, view, requests)
	}
}

func gzipped(f output.File) int {
	var b bytes.Buffer
	z, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	_, _ = z.Write(f.Data())
	_ = z.Close()
	return b.Len()
}
