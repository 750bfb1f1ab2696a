package cli

import (
	"context"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/amends-guide/amends"
)

// visit opens a page of a preview that has no door, as a browser would.
func visit(t *testing.T, p *preview, address string) (body string) {
	t.Helper()
	r := httptest.NewRequest("GET", "http://localhost"+address, nil)
	r.Header.Set("Sec-Fetch-Dest", "document")
	w := httptest.NewRecorder()
	p.server.ServeHTTP(w, r)
	if w.Code != http.StatusOK {
		t.Errorf("%s: %d", address, w.Code)
	}
	return w.Body.String()
}

// unserved is a preview that builds when it is told to, and its site.
func unserved(t *testing.T) (*running, *preview) {
	edits := &running{TB: t, dir: siteToEdit(t)}
	site := siteFlags{dir: edits.dir, drafts: true}
	p := (&session{stdout: &edits.out, stderr: &edits.out}).newPreview(&serveFlags{}, edits.dir, site.options())
	t.Cleanup(p.close)
	return edits, p
}

// F7: on a disk that takes the watch and then tells nothing, an edit shows as soon as somebody looks.
func TestF7SilentDisk(t *testing.T) {
	edits, p := unserved(t)
	first, err := p.build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	p.show(first, nil)
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() { defer close(ended); p.keepShowing(ctx, nil) }()
	defer func() { cancel(); <-ended }()
	for _, text := range []string{"Sit or kneel 1.", "Sit or kneel 2."} {
		before := edits.read(card)
		edits.write(card, regexp.MustCompile(`Sit or kneel[^.]*\.`).ReplaceAllString(before, text))
		edits.until("the edit", func() bool { return strings.Contains(visit(t, p, "/guide/cards/own-snapped/"), text) })
	}
	edits.until("the file to be named", func() bool { return strings.Contains(edits.out.String(), card+": ") })
}

// While the site has a mistake that only the whole of it shows, whoever looks sees the last good one, and need not wait.
func TestLookAtABrokenSite(t *testing.T) {
	edits, p := unserved(t)
	const page, list = "/guide/cards/own-snapped/", "/guide/cards/move/own/"
	look := func() {
		t.Helper()
		planned, err := p.build(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if !p.shows(planned) {
			p.show(planned, nil)
		}
		for _, address := range []string{list, page} { // the last is in view
			answered := make(chan string, 1)
			go func() { answered <- visit(t, p, address) }()
			select {
			case body := <-answered:
				if strings.Contains(body, "nowhere") {
					t.Errorf("%s is shown with its mistake", address)
				}
			case <-time.After(patience):
				t.Fatalf("%s is never answered", address)
			}
		}
	}
	look()
	template, err := amends.BuiltIn.ReadFile("templates/card.html")
	if err != nil {
		t.Fatal(err)
	}
	edits.write("templates/card.html", strings.Replace(string(template), "<h1", `<a href="/nowhere/">nowhere</a><h1`, 1))
	look()
	look()
	if p.shown != nil {
		t.Error("a link to nowhere is no mistake")
	}
}

// The page that is looked at is shown before the rest is made; who asks for another meanwhile waits for the rest.
func TestPagesInViewComeFirst(t *testing.T) {
	edits, p := unserved(t)
	ask := func(address string) string { return visit(t, p, address) }
	build := func() (show func()) {
		t.Helper()
		planned, err := p.build(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		return func() { p.show(planned, nil) }
	}
	build()()
	const page, list = "/guide/cards/own-snapped/", "/guide/cards/move/own/"
	ask(page)
	edits.replace(card, "I snapped at you", "I shouted at you")
	show := build()
	if !strings.Contains(ask(page), "I shouted at you") {
		t.Error("the page in view is not shown before the rest")
	}
	listed := make(chan string)
	go func() { listed <- ask(list) }()
	for !slices.Contains(p.server.InView("/guide/"), strings.TrimPrefix(list, "/guide")) {
		select {
		case <-listed:
			t.Fatal("a list is shown before the rest is made")
		case <-time.After(time.Millisecond):
		}
	}
	show()
	if !strings.Contains(<-listed, "I shouted at you") {
		t.Error("an old list is shown beside the new page")
	}
}

// What is wrong with the page in view itself is known before the rest is made: a template caught in the middle of its save empties no
// page.
func TestHalfASaveIsNotShown(t *testing.T) {
	edits, p := unserved(t)
	planned, err := p.build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	p.show(planned, nil)
	const page = "/guide/cards/own-snapped/"
	visit(t, p, page)
	edits.write("templates/card.html", "")
	for range 2 { // the second time the page is known
		if _, err := p.build(context.Background()); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(visit(t, p, page), "I snapped at you") {
			t.Error("an empty page is shown")
		}
	}
}
