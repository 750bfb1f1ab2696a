package build_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"github.com/amends-guide/amends/internal/browser"
	"github.com/amends-guide/amends/internal/output"
)

// A published tree is served below a sub-path, and remembers what it was asked for.
type published struct {
	*httptest.Server
	tree *output.Tree

	mu    sync.Mutex
	asked []string
	lost  string // what ends so is not there
}

func publish(t *testing.T, dir string) *published {
	t.Helper()
	p := &published{tree: buildOnce(t, options(dir)).Tree}
	p.Server = httptest.NewServer(p)
	t.Cleanup(p.Close)
	return p
}

func (p *published) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.asked = append(p.asked, r.URL.RequestURI())
	name := strings.TrimPrefix(r.URL.Path, "/guide/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	f, ok := p.tree.Get(name)
	if !ok || p.lost != "" && strings.HasSuffix(name, p.lost) {
		http.NotFound(w, r)
		return
	}
	kinds := map[string]string{".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml"}
	w.Header().Set("Content-Type", kinds[path.Ext(name)])
	w.Write(f.Data())
}

// lose makes what ends so be missing.
func (p *published) lose(end string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.lost = end
}

// indexes counts how often an index was asked for since the last call, and tells of what else was, beside files of the theme.
func (p *published) indexes(t *testing.T) (n int) {
	t.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, uri := range p.asked {
		switch {
		case strings.HasPrefix(uri, "/guide/search/index-") && strings.HasSuffix(uri, ".json"):
			n++
		case !strings.HasPrefix(uri, "/guide/assets/") && uri != "/favicon.ico":
			t.Errorf("asked for %s", uri)
		}
	}
	p.asked = nil
	return n
}

// A seeker is a reader on the search page.
type seeker struct {
	*testing.T
	ctx  context.Context
	site *published
}

// seeks opens the search page of the guide in this repository, as a reader does who was elsewhere before.
func seeks(t *testing.T, ctx context.Context, p *published, query string) *seeker {
	t.Helper()
	browser.Go(ctx, t, p.URL+"/guide/about/")
	browser.Go(ctx, t, p.URL+"/guide/search/"+query)
	p.mu.Lock()
	p.asked = nil
	p.mu.Unlock()
	return &seeker{t, ctx, p}
}

// asks types a query and presses Enter; it returns what the page then says, and the addresses of the results.
func (s *seeker) asks(query string) (status string, found []string) {
	s.Helper()
	browser.Value[bool](s.ctx, s.T, `(() => { const q = document.getElementById("search-q"); q.focus(); q.value = ""; return true })()`)
	if _, err := chromedp.Call(s.ctx, input.InsertText, input.InsertTextParams{Text: query}); err != nil {
		s.Fatal(err)
	}
	browser.Value[bool](s.ctx, s.T, `(() => { document.getElementById("search-status").textContent = "…"; return true })()`)
	if err := chromedp.Do(s.ctx, chromedp.KeyEvent("\r")); err != nil {
		s.Fatal(err)
	}
	browser.Await(s.ctx, s.T, `document.getElementById("search-status").textContent !== "…"`)
	return s.status(), s.found()
}

func (s *seeker) status() string {
	return browser.Value[string](s.ctx, s.T, `document.getElementById("search-status").textContent`)
}

func (s *seeker) found() []string {
	return browser.Value[[]string](s.ctx, s.T, `[...document.querySelectorAll("#search-hits a")].map((a) => a.pathname)`)
}

// is wants an expression to be true in the page.
func (s *seeker) is(expression string) {
	s.Helper()
	if !browser.Value[bool](s.ctx, s.T, "!!("+expression+")") {
		s.Errorf("not true: %s", expression)
	}
}

// visible says that of an element.
func visible(selector string) string {
	return fmt.Sprintf(`document.querySelector(%q)?.checkVisibility()`, selector)
}

// What a reader meets who searches the guide in this repository, published below a sub-path.
func TestSearching(t *testing.T) {
	ctx := browser.Tab(t)
	p := publish(t, root(t))

	t.Run("loads its index once, when somebody is about to search", func(t *testing.T) {
		s := seeks(t, ctx, p, "")
		if n := p.indexes(t); n != 0 {
			t.Errorf("the index was asked for %d times before anybody searched", n)
		}
		s.asks("child")
		s.asks("partner")
		if n := p.indexes(t); n != 1 {
			t.Errorf("the index was asked for %d times", n)
		}
	})
	t.Run("says what it assumed", func(t *testing.T) {
		s := seeks(t, ctx, p, "")
		if status, found := s.asks("apolgoise"); !strings.Contains(status, "Looked for: apolog") || len(found) == 0 {
			t.Errorf("says %q, finds %v", status, found)
		}
		if status, _ := s.asks("sory"); !strings.Contains(status, "Looked for: sorr") {
			t.Errorf("a letter typed once instead of twice: says %q", status)
		}
		if status, _ := s.asks("child"); strings.Contains(status, "Looked for") {
			t.Errorf("says %q though nothing was assumed", status)
		}
		s.is(`document.activeElement.id === "search-q"`)
		s.is(`document.querySelector("#search-hits mark")`)
	})
	t.Run("finds while one types", func(t *testing.T) {
		s := seeks(t, ctx, p, "")
		browser.Value[bool](ctx, t, `(document.getElementById("search-q").focus(), true)`)
		if err := chromedp.Do(ctx, chromedp.KeyEvent("defens")); err != nil {
			t.Fatal(err)
		}
		browser.Await(ctx, t, `document.querySelector("#search-hits a")`)
		s.is(`document.getElementById("search-hits").textContent.toLowerCase().includes("defens")`)
	})
	t.Run("leads on where it finds nothing", func(t *testing.T) {
		s := seeks(t, ctx, p, "")
		status, found := s.asks("xylophonium")
		if len(found) > 0 || strings.ContainsAny(status, "0123456789") || status == "" {
			t.Errorf("says %q, finds %v", status, found)
		}
		s.is(visible("#search-start .search-pause a"))
		s.is(visible("#search-start a[href$='/a-z/']"))
		s.is(visible("#search-start a[href$='/safety/']"))
		s.asks("child")
		s.is("!" + visible("#search-start"))
	})
	t.Run("puts safety before all else for words of fear", func(t *testing.T) {
		s := seeks(t, ctx, p, "")
		for _, query := range []string{"my husband scares me", "he threatned me", "no contact", "I want to die", "he hits me"} {
			status, _ := s.asks(query)
			s.is(visible("#search-care a[href$='/safety/']"))
			s.is(`document.getElementById("search-care").compareDocumentPosition(document.getElementById("search-hits")) & Node.DOCUMENT_POSITION_FOLLOWING`)
			if !strings.Contains(status, "safety") || strings.Contains(status, "Looked for") {
				t.Errorf("%q: says %q", query, status)
			}
		}
		if status, found := s.asks("he hits me"); len(found) > 5 || path.Base(found[0]) != "safety" || strings.ContainsAny(status, "0123456789") {
			t.Errorf("shows %v and says %q", found, status)
		}
		s.is(visible("#search-care a[href$='/safety/#helplines']"))
		s.is(`!document.querySelector("#search-hits mark")`)
		s.is(`![...document.querySelectorAll("#search-hits a")].some((a) => a.pathname.includes("/cards/"))`)
		browser.Value[bool](ctx, t, `(document.getElementById("search-more").click(), true)`)
		s.is(`document.activeElement === document.querySelectorAll("#search-hits a")[4] && document.querySelectorAll("#search-hits a").length > 20`)
		if _, found := s.asks("molest"); len(found) == 0 {
			t.Error("who is afraid finds nothing")
		}
		for _, query := range []string{"I forgot her birthday", "contact", "homework"} {
			s.asks(query)
			s.is("!" + visible("#search-care"))
		}
	})
	t.Run("takes markup for words", func(t *testing.T) {
		s := seeks(t, ctx, p, "")
		s.asks(`<img src=x onerror="document.title='run'"> child`)
		s.is(`!document.querySelector("main img, #search-status *") && document.title !== "run"`)
		s.is(`document.querySelectorAll("#search-hits *:not(li, p, h2, a, q, mark)").length === 0`)
		if n := p.indexes(t); n != 1 {
			t.Errorf("the index was asked for %d times", n)
		}
	})
	t.Run("keeps what was sought out of the address and the history", func(t *testing.T) {
		s := seeks(t, ctx, p, "?q=snapped")
		browser.Await(ctx, t, `document.querySelector("#search-hits a")`)
		s.is(`location.search === "" && document.getElementById("search-q").value === "snapped"`)
		before := browser.Value[int](ctx, t, `history.length`)
		s.asks("shouted")
		s.is(fmt.Sprintf(`location.search === "" && history.length === %d`, before))
		browser.Value[bool](ctx, t, `(document.querySelector("#search-hits a").click(), true)`)
		browser.Await(ctx, t, `location.pathname !== "/guide/search/" && document.readyState === "complete"`)
		browser.Value[bool](ctx, t, `(history.back(), true)`)
		browser.Await(ctx, t, `location.pathname === "/guide/search/" && document.querySelector("#search-hits a")`)
		s.is(`location.search === "" && document.getElementById("search-q").value === "shouted"`)
	})
	t.Run("shows all when asked, and stays where one was", func(t *testing.T) {
		s := seeks(t, ctx, p, "")
		if _, found := s.asks("partner"); len(found) != 20 {
			t.Fatalf("shows %d results", len(found))
		}
		s.is(visible("#search-more"))
		browser.Value[bool](ctx, t, `(document.getElementById("search-more").click(), true)`)
		s.is(`document.activeElement === document.querySelectorAll("#search-hits a")[20]`)
		s.is("!" + visible("#search-more"))
	})
	t.Run("says so when it cannot be loaded, and tries again", func(t *testing.T) {
		p.lose(".json")
		s := seeks(t, ctx, p, "")
		if status, _ := s.asks("child"); !strings.Contains(status, "could not be loaded") {
			t.Errorf("says %q", status)
		}
		s.is(visible("#search-start"))
		p.lose("")
		if _, found := s.asks("child"); len(found) == 0 {
			t.Error("finds nothing once the index is there")
		}
	})
	t.Run("leads to the list without scripts", func(t *testing.T) {
		scripts := func(off bool) {
			if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: off}); err != nil {
				t.Fatal(err)
			}
		}
		scripts(true)
		defer scripts(false)
		s := seeks(t, ctx, p, "")
		s.is(visible(".search-off a[href$='/a-z/']"))
		s.is("!" + visible("form.search"))
		s.is(visible("#search-start .tile a"))
	})
}

// Every language has a search of its own, in its own direction.
func TestSearchingOtherLanguages(t *testing.T) {
	ctx := browser.Tab(t)
	p := publish(t, copySite(t))
	for _, c := range []struct{ lang, query, want string }{
		{"de", "angebrüllt zuhören", "/guide/de/cards/listen-more/"},
		{"ar", "أسمعك", "/guide/ar/cards/listen-more/"},
	} {
		browser.Go(ctx, t, p.URL+"/guide/"+c.lang+"/search/")
		s := &seeker{t, ctx, p}
		if status, found := s.asks(c.query); !slices.Contains(found, c.want) {
			t.Errorf("%s: %q finds %v and says %q", c.lang, c.query, found, status)
		}
	}
}
