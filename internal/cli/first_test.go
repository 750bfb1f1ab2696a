package cli

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/amends-guide/amends/internal/serve"
)

// The page that is looked at is shown before the rest is made; who asks for another meanwhile waits for the rest.
func TestPagesInViewComeFirst(t *testing.T) {
	edits := &running{TB: t, dir: siteToEdit(t)}
	var said said
	site := siteFlags{dir: edits.dir, drafts: true}
	p := &preview{session: &session{stdout: &said, stderr: &said}, flags: &serveFlags{}, options: site.options(), status: newStatus(&said, &said)}
	defer p.close()
	p.server = serve.New(serve.Options{})
	ask := func(address string) string {
		r := httptest.NewRequest("GET", "http://localhost"+address, nil)
		r.Header.Set("Sec-Fetch-Dest", "document")
		w := httptest.NewRecorder()
		p.server.ServeHTTP(w, r)
		if w.Code != http.StatusOK {
			t.Fatalf("%s: %d", address, w.Code)
		}
		body, _ := io.ReadAll(w.Body)
		return string(body)
	}
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
