package build_test

import (
	"path"
	"regexp"
	"strings"
	"testing"
)

var tapped = regexp.MustCompile(`<li><a href="([^"#]+)"`)

// A reader just after a row comes from the first page to a sentence in two taps, on pages that are whole without scripts:
// what happened, with whom, and there it stands.
func TestTwoTaps(t *testing.T) {
	pages := map[string]string{}
	for _, f := range ownGuide(t).Tree.Files() {
		pages[f.Path] = string(f.Data())
	}
	tap := func(from, link string) string { return path.Join(path.Dir(from), link, "index.html") }
	first := linksUnder(pages["index.html"], "What happened?")
	ways := 0
	for _, happened := range first {
		whom := tap("index.html", happened)
		if !strings.HasPrefix(whom, "say/") { // the hurt side has its words after one tap
			if !strings.Contains(pages[whom], "data-phrase") {
				t.Errorf("%s has no phrase", whom)
			}
			continue
		}
		for _, person := range linksUnder(pages[whom], "With whom?") {
			said := tap(whom, person)
			ways++
			head, _, _ := strings.Cut(pages[said], "<footer")
			if at := strings.Index(head, "data-phrase"); at < 0 || strings.Contains(head[:at], "</article>") {
				t.Errorf("%s does not begin with a phrase", said)
			}
		}
	}
	if len(first) < 10 || ways < 100 {
		t.Errorf("%d things that happened, %d ways: does the test still read the pages?", len(first), ways)
	}
}

// linksUnder are the links of the list below a heading.
func linksUnder(page, heading string) (links []string) {
	_, rest, _ := strings.Cut(page, "<h2>"+heading+"</h2>")
	list, _, _ := strings.Cut(rest, "</ul>")
	for _, m := range tapped.FindAllStringSubmatch(list, -1) {
		links = append(links, m[1])
	}
	return links
}
