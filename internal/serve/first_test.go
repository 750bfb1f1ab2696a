package serve

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/report"
)

// asking asks for an address that has to be waited for, until the test ends.
func asking(t *testing.T, s *Server, address string) (answered chan *httptest.ResponseRecorder, leave context.CancelFunc) {
	t.Helper()
	ctx, leave := context.WithCancel(context.Background())
	t.Cleanup(leave)
	answered = make(chan *httptest.ResponseRecorder, 1)
	r := httptest.NewRequest("GET", "http://localhost:4747"+address, nil).WithContext(ctx)
	w := httptest.NewRecorder()
	go func() { s.ServeHTTP(w, r); answered <- w }()
	for !slices.Contains(s.InView("/"), address) {
		select {
		case w := <-answered:
			t.Fatalf("%s was answered with %d:\n%s", address, w.Code, w.Body)
		case <-time.After(time.Millisecond):
		}
	}
	return answered, leave
}

func files(list map[string]string) (files []output.File) {
	for name, text := range list {
		files = append(files, output.NewFile(name, []byte(text), "content/"+name))
	}
	return files
}

// What is made first is shown at once; whoever asks for anything else gets it from the same site, and waits for it.
func TestFirst(t *testing.T) {
	s := showing(t, Options{})
	before := s.state.Load()
	now := map[string]string{"index.html": page("New home"), "cards/own-it/index.html": page("New own it"), "assets/2/style.css": "q{}"}
	s.ShowFirst(Site{Root: "/"}, files(map[string]string{"cards/own-it/index.html": now["cards/own-it/index.html"], "assets/2/style.css": "q{}"}))
	select {
	case <-before.passed:
	default:
		t.Error("nobody is told")
	}
	for address, want := range map[string]string{"/cards/own-it/": "New own it", "/assets/2/style.css": "q{}"} {
		if w := ask(s, "GET", address); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), want) {
			t.Errorf("%s: %d\n%s", address, w.Code, w.Body)
		}
	}
	home, _ := asking(t, s, "/")
	gone, _ := asking(t, s, "/assets/1/style.css")
	left, leave := asking(t, s, "/404")
	leave()
	if w := <-left; w.Code == http.StatusOK {
		t.Error("who has left is answered")
	}
	s.Show(Site{Root: "/", Tree: tree(t, now)}, nil)
	if w := <-home; !strings.Contains(w.Body.String(), "New home") {
		t.Errorf("%d\n%s", w.Code, w.Body)
	}
	if w := <-gone; w.Code != http.StatusNotFound {
		t.Errorf("a file of the site before: %d", w.Code)
	}
	if got := s.InView("/"); len(got) != 1 {
		t.Errorf("nobody looks or waits, but at %q", got)
	}
}

// Where nothing comes of the rest, what was shown first goes back.
func TestFirstAndNoMore(t *testing.T) {
	s := showing(t, Options{})
	s.ShowFirst(Site{Root: "/"}, files(map[string]string{"index.html": page("New home")}))
	before := s.state.Load()
	s.Show(Site{Problems: []report.Problem{{Severity: report.Error, Text: "no"}}}, nil)
	if now := s.state.Load(); now.pages == before.pages {
		t.Error("nobody is told that the page has gone back")
	}
	if w := ask(s, "GET", "/"); !strings.Contains(w.Body.String(), "Home") || strings.Contains(w.Body.String(), "New home") {
		t.Errorf("%s", w.Body)
	}
}

// Where no page differs there is nothing to see, and nobody waits; nor where the whole site moves.
func TestNothingFirst(t *testing.T) {
	s := showing(t, Options{})
	before := s.state.Load()
	s.ShowFirst(Site{Root: "/"}, files(map[string]string{"index.html": page("Home"), "assets/2/style.css": "q{}"}))
	s.ShowFirst(Site{Root: "/guide/"}, files(map[string]string{"index.html": page("New home")}))
	if s.state.Load() != before {
		t.Error("something is shown")
	}
}

// Before anything can be shown, whoever asks waits, and is whom the first page is made for.
func TestVeryFirst(t *testing.T) {
	s := New(Options{})
	if got := s.InView("/guide/"); !slices.Equal(got, []string{"/"}) {
		t.Errorf("before anybody has asked: %q", got)
	}
	card, _ := asking(t, s, "/guide/cards/own-it/")
	if got := s.InView("/guide/"); !slices.Equal(got, []string{"/", "/cards/own-it/"}) {
		t.Errorf("in view: %q", got)
	}
	s.ShowFirst(Site{Root: "/guide/"}, files(map[string]string{"cards/own-it/index.html": page("Own it")}))
	if w := <-card; w.Code != http.StatusOK {
		t.Errorf("%d\n%s", w.Code, w.Body)
	}
	if w := ask(s, "GET", "/"); w.Header().Get("Location") != "/guide/" {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	other, _ := asking(t, s, "/guide/cards/other/")
	close(s.closed)
	if w := <-other; w.Code != http.StatusServiceUnavailable {
		t.Errorf("at the end: %d", w.Code)
	}
}

// A page is in view while its stream is open, and the last one that was visited is first of all.
func TestInView(t *testing.T) {
	s, address, stop := serving(t)
	defer stop()
	ask(s, "GET", "/cards/own-it/", "Sec-Fetch-Dest: document")
	ctx, leave := context.WithCancel(context.Background())
	defer leave()
	for i := range 2 * mostFirst {
		r, err := http.NewRequestWithContext(ctx, "GET", "http://"+address+"/.amends/events?token="+s.token+"&page=%2Fa%2F"+fmt.Sprintf("%02d%%2F", i), nil)
		if err != nil {
			t.Fatal(err)
		}
		answer, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		defer answer.Body.Close()
	}
	if got := s.InView("/"); len(got) != mostFirst || got[0] != "/cards/own-it/" || got[1] != "/a/00/" {
		t.Errorf("in view: %q", got)
	}
	leave()
	for late := time.After(patience); len(s.InView("/")) > 1; {
		select {
		case <-late:
			t.Fatalf("still in view: %q", s.InView("/"))
		case <-time.After(time.Millisecond):
		}
	}
}
