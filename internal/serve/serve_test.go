package serve

import (
	"fmt"
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/report"
)

// tree is a small site: pages by path, whatever else as it is.
func tree(t testing.TB, files map[string]string) *output.Tree {
	t.Helper()
	var list []output.File
	for name, text := range files {
		list = append(list, output.NewFile(name, []byte(text), "content/"+name))
	}
	tree, err := output.New(list)
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

func page(body string) string {
	return "<!doctype html>\n<html lang=\"en\">\n<head>\n<title>T</title></head>\n<body>" + body + "</body>\n</html>\n"
}

func smallTree(t testing.TB) *output.Tree {
	return tree(t, map[string]string{
		"index.html": page("Home"), "cards/own-it/index.html": page("Own it"), "404.html": page("Not here"), "de/404.html": page("Nicht hier"),
		"assets/1/style.css": "p{}", "assets/1/js/a.js": "1", "assets/1/icon.svg": "<svg/>", "media/a.mp3": strings.Repeat("0123456789", 100),
	})
}

func showing(t testing.TB, o Options) *Server {
	t.Helper()
	s := New(o)
	s.Show(Site{Tree: smallTree(t), Root: "/"}, nil)
	return s
}

// ask asks a server as a browser on this computer would, with other headers where they are given as "Name: value".
func ask(s *Server, method, target string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://localhost:4747/", nil)
	r.URL.Path, r.URL.RawQuery, _ = strings.Cut(target, "?")
	r.RemoteAddr = "127.0.0.1:50000"
	for _, header := range headers {
		name, value, _ := strings.Cut(header, ": ")
		if name == "Host" {
			r.Host = value
			continue
		}
		r.Header.Add(name, value)
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

// never is what no answer may say, whatever was asked.
func never(t *testing.T, w *httptest.ResponseRecorder) {
	t.Helper()
	for name := range w.Header() {
		if strings.HasPrefix(name, "Access-Control-") {
			t.Errorf("the answer says %s", name)
		}
	}
	for name, want := range map[string]string{"Cache-Control": "no-store", "Cross-Origin-Resource-Policy": "same-origin", "X-Content-Type-Options": "nosniff"} {
		if got := w.Header().Get(name); got != want {
			t.Errorf("%s is %q", name, got)
		}
	}
}

// E1: a page somewhere that has its own name lead to this computer reads nothing.
func TestE1ForeignHost(t *testing.T) {
	s := showing(t, Options{Hosts: []string{"192.0.2.7", "kitchen.local"}})
	for host, want := range map[string]int{
		"localhost:4747": 200, "127.0.0.1:4747": 200, "[::1]:4747": 200, "localhost": 200, "LOCALHOST:4747": 200,
		"localhost:9999": 200, // the near end of a tunnel
		"192.0.2.7:4747": 200, "kitchen.local:4747": 200,
		"evil.example": 421, "evil.example:4747": 421, "localhost.evil.example": 421, "evil.localhost": 421, "": 421,
		"127.0.0.2:4747": 421, "0.0.0.0:4747": 421, "192.0.2.8:4747": 421, "2130706433": 421, "localhost@evil.example": 421,
	} {
		w := ask(s, "GET", "/", "Host: "+host)
		if w.Code != want {
			t.Errorf("Host %q: %d, want %d", host, w.Code, want)
		}
		if want == 421 && strings.Contains(w.Body.String(), "Home") {
			t.Errorf("Host %q reads the page", host)
		}
		never(t, w)
	}
	if w := ask(s, "GET", "/", "Host: evil.example", "X-Forwarded-Host: localhost:4747", "Forwarded: host=localhost"); w.Code != 421 {
		t.Errorf("a header in between is believed: %d", w.Code)
	}
}

// E2: another site may link here, and nothing else.
func TestE2ForeignOrigin(t *testing.T) {
	s := showing(t, Options{})
	for _, c := range []struct {
		want    int
		headers []string
	}{
		{200, []string{"Origin: http://localhost:4747"}},
		{200, []string{"Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: cors", "Sec-Fetch-Dest: empty"}},
		{200, []string{"Sec-Fetch-Site: none", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"}},
		{200, []string{"Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"}},
		{403, []string{"Origin: https://evil.example"}},
		{403, []string{"Origin: http://localhost:3000"}},
		{403, []string{"Origin: https://localhost:4747"}},
		{403, []string{"Origin: null"}},
		{403, []string{"Origin: "}},
		{403, []string{"Origin: http://localhost:4747", "Origin: https://evil.example"}},
		{403, []string{"Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: script"}},
		{403, []string{"Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: cors", "Sec-Fetch-Dest: empty"}},
		{403, []string{"Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"}},
		{403, []string{"Sec-Fetch-Site: cross-site"}},
	} {
		for _, target := range []string{"/", "/.amends/problems", "/.amends/preview.js"} {
			w := ask(s, "GET", target, c.headers...)
			if w.Code != c.want {
				t.Errorf("%s with %q: %d, want %d", target, c.headers, w.Code, c.want)
			}
			never(t, w)
		}
	}
}

// E3: what the preview's own pages ask for is for them alone, and events name nothing.
func TestE3OnlyOwnPagesListen(t *testing.T) {
	s := showing(t, Options{Follow: true})
	for _, name := range []string{"events", "edited", "drafts", "open"} {
		for _, query := range []string{"", "?token=", "?token=guess", "?token=" + s.run} {
			if w := ask(s, "GET", "/.amends/"+name+query); w.Code != 403 {
				t.Errorf("%s%s: %d", name, query, w.Code)
			}
		}
		if w := ask(s, "GET", "/.amends/"+name+"?token="+s.token, "Host: evil.example", "Origin: http://evil.example"); w.Code != 421 {
			t.Errorf("%s under another name: %d", name, w.Code)
		}
	}
	close(s.closed)
	w := ask(s, "GET", "/.amends/events?token="+s.token)
	if !regexp.MustCompile(`^retry: 500\ndata: [A-Z0-9]{6}-\d+ \d+ \d+\n\n$`).MatchString(w.Body.String()) {
		t.Errorf("an event says %q", w.Body.String())
	}
}

// E4: no request leads anywhere but to the tree.
func TestE4Traversal(t *testing.T) {
	s := showing(t, Options{})
	server := httptest.NewServer(s)
	defer server.Close()
	for _, target := range []string{
		"/../go.mod", "/..%2fgo.mod", "/%2e%2e/go.mod", "/%2e%2e%2fgo.mod", "/cards/../../go.mod", "/..\\go.mod", "/%5c..%5cgo.mod", "//etc/passwd",
		"/.amends/../../go.mod", "/.amends/%2e%2e/serve.go", "/.amends/problems.html", "/.amends/assets/preview.js", "/.amends/", "/.amends",
		"/%00", "/index.html%00.css", "/cards/own-it/index.html/", "/C:/Windows/win.ini", "/serve.go", "/" + strings.Repeat("a", 9<<10), "/" + strings.Repeat("../", 500) + "etc/passwd",
		"/%c0%ae%c0%ae/go.mod", "/%252e%252e/go.mod",
	} {
		r, err := http.NewRequest("GET", server.URL, nil)
		if err != nil {
			t.Fatal(err)
		}
		r.URL.Opaque = target
		r.Host = "localhost"
		w, err := http.DefaultTransport.RoundTrip(r)
		if err != nil {
			t.Fatal(target, err)
		}
		body, _ := io.ReadAll(w.Body)
		w.Body.Close()
		if w.StatusCode != 404 && w.StatusCode != 400 && w.StatusCode != 421 || strings.Contains(string(body), "module ") || strings.Contains(string(body), "package serve") {
			t.Errorf("%.60s: %d", target, w.StatusCode)
		}
	}
	if w := ask(s, "GET", "/"); w.Code != 200 {
		t.Error("it lives no more")
	}
}

// E5: a preview can only be looked at.
func TestE5OnlyLooking(t *testing.T) {
	s := showing(t, Options{})
	for _, method := range []string{"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"} {
		for _, target := range []string{"/", "/.amends/open?token=" + s.token} {
			w := ask(s, method, target)
			if w.Code != 405 || w.Header().Get("Allow") != "GET, HEAD" {
				t.Errorf("%s %s: %d", method, target, w.Code)
			}
			never(t, w)
		}
	}
	for _, target := range []string{"/", "/nowhere", "/.amends/problems", "/.amends/preview.js", "/assets/1/style.css"} {
		if w := ask(s, "HEAD", target); w.Body.Len() != 0 {
			t.Errorf("HEAD %s has a body", target)
		}
	}
}

func TestPages(t *testing.T) {
	s := showing(t, Options{})
	for target, want := range map[string]struct {
		status            int
		kind, text, leads string
	}{
		"/":                       {200, "text/html; charset=utf-8", "Home", ""},
		"/index.html":             {200, "text/html; charset=utf-8", "Home", ""},
		"/cards/own-it/":          {200, "text/html; charset=utf-8", "Own it", ""},
		"/cards/own-it":           {307, "", "", "/cards/own-it/"},
		"/nowhere/":               {404, "text/html; charset=utf-8", "Not here", ""},
		"/de/nirgends":            {404, "text/html; charset=utf-8", "Nicht hier", ""},
		"/cards/":                 {404, "text/html; charset=utf-8", "Not here", ""},
		"/assets/1/style.css":     {200, "text/css; charset=utf-8", "p{}", ""},
		"/assets/1/js/a.js":       {200, "text/javascript; charset=utf-8", "1", ""},
		"/assets/1/icon.svg":      {200, "image/svg+xml", "<svg/>", ""},
		"/media/a.mp3":            {200, "audio/mpeg", "0123", ""},
		"/.amends/wall":           {307, "", "", "/.amends/wall/"},
		"/.amends/wall/cards/a b": {200, "text/html; charset=utf-8", `src="/cards/a%20b"`, ""},
	} {
		w := ask(s, "GET", target)
		if w.Code != want.status || w.Header().Get("Content-Type") != want.kind || !strings.Contains(w.Body.String(), want.text) || w.Header().Get("Location") != want.leads {
			t.Errorf("%s: %d, %q to %q:\n%.300s", target, w.Code, w.Header().Get("Content-Type"), w.Header().Get("Location"), w.Body)
		}
		if isPage := strings.HasPrefix(want.kind, "text/html") && !strings.HasPrefix(target, "/.amends"); isPage != strings.Contains(w.Body.String(), "/.amends/preview.js") {
			t.Errorf("%s: the preview's script is in it: %t", target, !isPage)
		}
	}
}

// A page differs from the tree's bytes by one tag and nothing else.
func TestOnlyOneTagIsAdded(t *testing.T) {
	s := showing(t, Options{})
	got := regexp.MustCompile(`<script src="/\.amends/preview\.js"[^>]*></script>`).ReplaceAllString(ask(s, "GET", "/").Body.String(), "")
	if want := page("Home"); got != want {
		t.Errorf("%q", got)
	}
}

// A guide that lives in a folder of its domain is shown there.
func TestRoot(t *testing.T) {
	s := New(Options{})
	s.Show(Site{Tree: smallTree(t), Root: "/guide/"}, nil)
	for target, want := range map[string]string{"/": "/guide/", "/guide/cards/own-it": "/guide/cards/own-it/"} {
		if w := ask(s, "GET", target); w.Code != 307 || w.Header().Get("Location") != want {
			t.Errorf("%s: %d to %q", target, w.Code, w.Header().Get("Location"))
		}
	}
	for target, want := range map[string]int{"/guide/": 200, "/guide/cards/own-it/": 200, "/cards/own-it/": 404, "/guide/nowhere": 404} {
		if w := ask(s, "GET", target); w.Code != want {
			t.Errorf("%s: %d, want %d", target, w.Code, want)
		}
	}
}

// E12: odd ranges are answered by the book.
func TestE12Ranges(t *testing.T) {
	s := showing(t, Options{})
	for header, want := range map[string]struct {
		status int
		text   string
	}{
		"bytes=0-4": {206, "01234"}, "bytes=-5": {206, "56789"}, "bytes=995-": {206, "56789"}, "bytes=0-99999": {206, "0123"},
		"bytes=1000-": {416, ""}, "bytes=5-2": {416, ""}, "bytes=99999999999999999999-": {416, ""}, "bytes=a-b": {416, ""}, "chars=0-4": {416, ""},
		"bytes=" + strings.TrimSuffix(strings.Repeat("0-0,", 1000), ","): {206, "0"},
	} {
		w := ask(s, "GET", "/media/a.mp3", "Range: "+header)
		if w.Code != want.status && (want.status != 206 || w.Code != 200) || !strings.Contains(w.Body.String(), want.text) || w.Body.Len() > 300_000 {
			t.Errorf("%.30s: %d, %d bytes", header, w.Code, w.Body.Len())
		}
	}
}

func TestETags(t *testing.T) {
	s := showing(t, Options{})
	for _, target := range []string{"/", "/nowhere/", "/assets/1/style.css"} {
		etag := ask(s, "GET", target).Header().Get("ETag")
		if w := ask(s, "GET", target, "If-None-Match: "+etag); w.Code != 304 || w.Body.Len() != 0 {
			t.Errorf("%s: %d", target, w.Code)
		}
	}
	etag := ask(s, "GET", "/").Header().Get("ETag")
	s.Show(Site{Tree: smallTree(t), Root: "/", Drafts: map[string]string{"index.html": "draft"}}, nil)
	if w := ask(s, "GET", "/", "If-None-Match: "+etag); w.Code != 200 {
		t.Error("a page that became a draft is taken for the same")
	}
}

func TestNumbers(t *testing.T) {
	s := New(Options{Follow: true})
	numbers := func() string { _, n, _ := strings.Cut(s.numbers(s.state.Load()), "-"); return n }
	wrong := []report.Problem{{Severity: report.Error, Text: "a"}}
	files := map[string]string{"index.html": page("1"), "a/index.html": page("a")}
	for i, step := range []struct {
		site   Site
		edited []string
		want   string
	}{
		{Site{Problems: wrong}, nil, "1 0 0"}, // no site yet: the problems are the page
		{Site{Tree: tree(t, files)}, nil, "2 0 0"},
		{Site{Tree: tree(t, files)}, nil, "2 0 0"},
		{Site{Problems: wrong}, nil, "2 3 0"},
		{Site{Problems: wrong}, nil, "2 3 0"},
		{Site{Tree: tree(t, files), Problems: wrong}, nil, "2 3 0"}, // a warning beside a whole site
		{Site{Tree: tree(t, files)}, nil, "2 0 0"},
		{Site{Tree: tree(t, files)}, []string{"content/a/index.html"}, "2 0 0"}, // saved, and nothing changed
		{Site{Tree: tree(t, map[string]string{"index.html": page("1"), "a/index.html": page("b")})}, []string{"content/a/index.html"}, "3 0 1"},
	} {
		step.site.Root = "/"
		s.Show(step.site, step.edited)
		if got := numbers(); got != step.want {
			t.Errorf("step %d: %s, want %s", i, got, step.want)
		}
	}
	if w := ask(s, "GET", "/.amends/edited?token="+s.token); w.Body.String() != "\"/a/\"\n" {
		t.Errorf("the page to follow to is %s", w.Body)
	}
}

// What an author or a contributor wrote stays text in the page of problems, wherever it stands.
func TestProblemsAreText(t *testing.T) {
	const evil = `"><script>alert(1)</script>`
	s := showing(t, Options{Dir: "/site"})
	editor, _ := EditorNamed("vscode")
	s.Show(Site{
		Editor:   editor,
		Problems: []report.Problem{{Severity: report.Error, Class: "unknown-move", Text: evil, Hint: evil, Notes: []string{evil}, Pos: report.Pos{File: evil + " b.md", Line: 3, Col: 2, Len: 4}}},
		Lines:    func(string, int) (string, bool) { return evil, true },
	}, nil)
	w := ask(s, "GET", "/.amends/problems")
	body := w.Body.String()
	if strings.Contains(body, "<script>") || strings.Count(body, "&lt;script&gt;") < 4 {
		t.Error(body)
	}
	for _, want := range []string{"<mark>&gt;&lt;sc</mark>", "What this means"} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s in\n%s", want, body)
		}
	}
	if got := follow(s, body).Header().Get("Location"); got != "vscode://file/site/%22%3E%3Cscript%3Ealert%281%29%3C/script%3E%20b.md:3:2" {
		t.Error("the place leads to", got)
	}
	if body := ask(s, "GET", "/").Body.String(); !strings.Contains(body, "Home") {
		t.Error("the last good page is gone")
	}
}

func TestManyProblems(t *testing.T) {
	s := New(Options{})
	var many []report.Problem
	for i := range 250 {
		many = append(many, report.Problem{Severity: report.Error, Text: fmt.Sprint("p", i)})
	}
	s.Show(Site{Problems: many}, nil)
	w := ask(s, "GET", "/anything")
	if body := w.Body.String(); w.Code != 503 || strings.Count(body, "<li ") != mostShown || !strings.Contains(body, "150 more") || !strings.Contains(body, "preview.js") {
		t.Errorf("%d: %s", w.Code, body)
	}
}

// follow follows the link of a problem's place.
func follow(s *Server, body string, headers ...string) *httptest.ResponseRecorder {
	link := regexp.MustCompile(`href="(/\.amends/open[^"]*)"`).FindStringSubmatch(body)
	if link == nil {
		return httptest.NewRecorder()
	}
	return ask(s, "GET", html.UnescapeString(link[1]), headers...)
}

// The editor is run for somebody at this computer who has clicked on a problem that is being shown, and for nobody else.
func TestEditor(t *testing.T) {
	opened := filepath.Join(t.TempDir(), "opened")
	s := showing(t, Options{Dir: t.TempDir(), Hosts: []string{"192.0.2.7"}})
	wrong := Site{Editor: EditorCommand([]string{"touch", opened + "-{line}-{column}"}), Problems: []report.Problem{{Severity: report.Error, Text: "a", Pos: report.Pos{File: "content/a.md", Line: 7, Col: 3}}}}
	s.Show(wrong, nil)
	body := ask(s, "GET", "/.amends/problems").Body.String()
	if w := follow(s, body, "Sec-Purpose: prefetch"); w.Code != 403 {
		t.Errorf("loading ahead opens it: %d", w.Code)
	}
	if w := follow(s, body, "Host: 192.0.2.7:4747"); w.Code != 403 {
		t.Errorf("the network opens it: %d", w.Code)
	}
	if strings.Contains(ask(s, "GET", "/.amends/problems", "Host: 192.0.2.7:4747").Body.String(), "/.amends/open") {
		t.Error("the network is shown how to open it")
	}
	if w := ask(s, "GET", "/.amends/open?list=1&problem=9&token="+s.token); w.Code != 404 {
		t.Errorf("a problem that is none: %d", w.Code)
	}
	if _, err := os.Stat(opened + "-7-3"); err == nil {
		t.Fatal("it was opened")
	}
	if w := follow(s, body); w.Code != 204 {
		t.Errorf("a click: %d, %s", w.Code, w.Body)
	}
	for late := time.Now().Add(patience); ; time.Sleep(time.Millisecond) {
		if _, err := os.Stat(opened + "-7-3"); err == nil {
			break
		}
		if time.Now().After(late) {
			t.Fatal("it was not opened")
		}
	}
	s.Show(Site{Tree: smallTree(t), Root: "/", Editor: wrong.Editor}, nil)
	if w := follow(s, body); w.Code != 404 {
		t.Errorf("a problem that is mended: %d", w.Code)
	}
}

// Every editor that can be named opens the file, at the line.
func TestEditors(t *testing.T) {
	for name, e := range editors {
		pattern := e.address + strings.Join(e.command, " ")
		if (e.address == "") == (e.command == nil) || !strings.Contains(pattern, "{line}") || !regexp.MustCompile(`\{(file|address)\}`).MatchString(pattern) {
			t.Errorf("%s: %q", name, pattern)
		}
	}
	if got := EditorCommand([]string{"ed"}).command; len(got) != 2 || got[1] != "{file}" {
		t.Errorf("a command without a place for the file: %q", got)
	}
}

// A file that the tree has only a ticket for is made when it is asked for; what keeps it from being made is told in its place.
func TestPaper(t *testing.T) {
	s := New(Options{})
	made := 0
	s.Show(Site{
		Tree: tree(t, map[string]string{"print/a.pdf": "ticket", "print/b.pdf": "ticket", "media/own.pdf": "%PDF-own"}), Root: "/",
		Paper: func(path string) ([]byte, []report.Problem, bool) {
			switch path {
			case "print/a.pdf":
				made++
				return []byte("%PDF-made"), []report.Problem{{Severity: report.Warning, Text: "a small thing"}}, true
			case "print/b.pdf":
				return nil, []report.Problem{{Severity: report.Error, Text: "the front of the card x needs 2 more lines"}}, true
			}
			return nil, nil, false
		},
	}, nil)
	for target, want := range map[string]string{"/print/a.pdf": "%PDF-made", "/media/own.pdf": "%PDF-own"} {
		if w := ask(s, "GET", target); w.Code != http.StatusOK || w.Body.String() != want || w.Header().Get("Content-Type") != "application/pdf" {
			t.Errorf("%s: %d %s %q", target, w.Code, w.Header().Get("Content-Type"), w.Body)
		}
	}
	w := ask(s, "GET", "/print/b.pdf")
	never(t, w)
	if w.Code != http.StatusInternalServerError || !strings.Contains(w.Body.String(), "needs 2 more lines") || !strings.Contains(w.Header().Get("Content-Type"), "text/html") {
		t.Errorf("%d %v %s", w.Code, w.Header(), w.Body)
	}
	if made != 1 {
		t.Errorf("made %d times before anybody asked again", made)
	}
}
