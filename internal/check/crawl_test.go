package check

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"weak"

	"golang.org/x/net/html"

	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/report"
)

const whole = "<!doctype html><html lang=en><title>t</title><h1>One</h1>%</html>\n"

func page(path, body string) output.File {
	return output.NewFile(path, []byte(strings.Replace(whole, "%", body, 1)), "test")
}

func tree(t testing.TB, files ...output.File) *output.Tree {
	t.Helper()
	tree, err := output.New(files)
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

func classes(ps []report.Problem) string {
	var all []string
	for _, p := range report.Sort(ps) {
		all = append(all, p.Class)
	}
	return strings.Join(all, " ")
}

func TestCrawlPage(t *testing.T) {
	for _, test := range []struct{ name, body, want string }{
		{"plain text", "<p>words</p>", ""},
		{"a link to a page, by its folder", `<a href="../b/">b</a>`, ""},
		{"a link to itself", `<a href="">here</a> <a href=".">here</a> <a href="#x">x</a><p id=x>`, ""},
		{"a link to the root", `<a href="../">home</a> <a href="..">home</a>`, ""},
		{"a link to a picture", `<img src="../b/p.png" alt="">`, ""},
		{"a fragment elsewhere", `<a href="../b/#there">b</a>`, ""},
		{"a query is not part of the address", `<a href="../b/?for=child#there">b</a>`, ""},
		{"an escaped address", `<a href="../%62/">b</a>`, ""},
		{"the base path", `<a href="/guide/b/">b</a>`, ""},
		{"an address outside", `<a href="https://example.org/">out</a> <a href="tel:112">112</a>`, ""},
		{"canonical names, it does not fetch", `<link rel=canonical href="https://example.org/a/">`, ""},
		{"a data block is not code", `<script type="application/ld+json">{}</script>`, ""},
		{"an own script", `<script src="../s.js"></script>`, ""},

		{"no such page", `<a href="../c/">c</a>`, "page-broken-link"},
		{"a folder without its slash is another address", `<a href="../b">b</a>`, "page-broken-link"},
		{"above the root", `<a href="../../../etc/passwd">c</a>`, "page-broken-link"},
		{"the host's root is not ours", `<a href="/b/">b</a>`, "page-broken-link"},
		{"a fragment for a script", `<a href="../b/#x=essays/c">b</a>`, ""},
		{"no such fragment", `<a href="../b/#nowhere">b</a>`, "page-broken-fragment"},
		{"no such fragment here", `<a href="#nowhere">b</a>`, "page-broken-fragment"},
		{"no such picture", `<img src="gone.png" srcset="../b/p.png 1x, gone2.png 2x" alt="">`, "page-broken-link page-broken-link"},
		{"a redirect to nowhere", `<meta http-equiv=refresh content="0; url=../c/">`, "page-broken-link"},
		{"two h1", `<h1>Two</h1>`, "page-h1"},
		{"inline script", `<script>1</script>`, "page-inline-code"},
		{"inline style", `<style>p{}</style>`, "page-inline-code"},
		{"a style attribute", `<p style="color:red">`, "page-inline-code"},
		{"a handler", `<p onclick="x()">`, "page-inline-code"},
		{"a handler in capitals", `<p ONCLICK="x()">`, "page-inline-code"},
		{"a script address", `<a href=" JavaScript:x()">`, "page-inline-code"},
		{"srcdoc", `<iframe srcdoc="<p>"></iframe>`, "page-inline-code"},
		{"base", `<base href="../">`, "page-inline-code"},
		{"a foreign picture", `<img src="https://e.example/p.png" alt="">`, "page-third-party"},
		{"a foreign picture without scheme", `<img src="//e.example/p.png" alt="">`, "page-third-party"},
		{"a foreign style sheet", `<link rel="stylesheet" href="https://e.example/a.css">`, "page-third-party"},
		{"a foreign font, ahead of time", `<link rel="preconnect" href="https://e.example">`, "page-third-party"},
		{"a foreign form", `<form action="https://e.example/"></form>`, "page-third-party"},
		{"a foreign frame", `<iframe src="https://e.example/"></iframe>`, "page-third-party"},
		{"a beacon", `<a ping="https://e.example/" href="">x</a>`, "page-inline-code"},
		{"not UTF-8", "\xff", "page-not-utf8"},
	} {
		t.Run(test.name, func(t *testing.T) {
			site := tree(t, page("index.html", ""), page("a/index.html", test.body), page("b/index.html", `<p id="there">`),
				output.NewFile("b/p.png", []byte("x"), "test"), output.NewFile("s.js", []byte("1"), "test"))
			got := NewCrawler().Crawl(site, "/guide/")
			if classes(got) != test.want {
				t.Errorf("got %q, want %q\n%+v", classes(got), test.want, got)
			}
			for _, p := range got {
				if p.Pos.File != "a/index.html" || p.Pos.Line < 1 || p.Pos.Col < 1 {
					t.Errorf("stands at %+v", p.Pos)
				}
			}
		})
	}
}

// A guide may live in a folder whose name is written with escapes.
func TestCrawlBelowAnEscapedPath(t *testing.T) {
	site := tree(t, page("index.html", ""), page("404.html", `<a href="/%C3%BCber%20uns/b/">b</a> <a href="/%C3%BCber%20uns/c/">c</a>`), page("b/index.html", ""))
	if got := NewCrawler().Crawl(site, "/%C3%BCber%20uns/"); len(got) != 1 || !strings.Contains(got[0].Text, "/c/") {
		t.Errorf("%+v", got)
	}
}

func TestCrawlOtherFiles(t *testing.T) {
	for _, test := range []struct{ path, data, want string }{
		{"cut.html", "<!doctype html><html><h1>x</h1><p>half", "page-cut"},
		{"a.css", `@import "b.css"; p{background:url(p.png)} q{background:url("data:image/png;base64,xx")}`, ""},
		{"a.css", `p{background:url( "https://e.example/p.png")}`, "page-third-party"},
		{"a.css", `p{background:url(//e.example/p.png)}`, "page-third-party"},
		{"a.css", `@import 'https://e.example/a.css'`, "page-third-party"},
		{"a.js", `fetch("/own.json"); e.setAttributeNS("http://www.w3.org/2000/svg", 1)`, ""},
		{"a.js", `fetch("https://e.example/")`, "page-third-party"},
		{"a.js", "new WebSocket(`//e.example/`)", "page-third-party"},
		{"a.js", `document.cookie = "a=b"`, "page-third-party"},
		{"a.xml", "\xff", "page-not-utf8"},
		{"a.png", "\xff", ""},
	} {
		got := NewCrawler().Crawl(tree(t, output.NewFile(test.path, []byte(test.data), "test")), "/")
		if classes(got) != test.want {
			t.Errorf("%s %q: got %q, want %q", test.path, test.data, classes(got), test.want)
		}
	}
}

// What was read of a page is forgotten with the page: who edits all day would keep a day's pages.
func TestCrawlForgets(t *testing.T) {
	c := NewCrawler()
	var read []weak.Pointer[reading]
	for i := range 5 {
		files := []output.File{page("a/index.html", fmt.Sprintf("<p id=x>%d", i))}
		for j := range 20 {
			files = append(files, page(fmt.Sprintf("b%d/index.html", j), `<a href="../a/#x">a</a>`))
		}
		if problems := c.Crawl(tree(t, files...), "/"); len(problems) > 0 {
			t.Error(problems)
		}
		read = append(read, weak.Make(c.last[0].reading))
	}
	runtime.GC()
	for i, was := range read[:4] {
		if was.Value() != nil {
			t.Errorf("version %d of the page is kept", i)
		}
	}
	runtime.KeepAlive(c)
}

// A page read once must be asked again where its links lead, for the pages around it may have gone.
func TestCrawlRemembersPagesNotLinks(t *testing.T) {
	c := NewCrawler()
	a, b := page("a/index.html", `<a href="../b/#there">b</a>`), page("b/index.html", `<p id="there">`)
	for i, step := range []struct {
		files []output.File
		want  string
	}{
		{[]output.File{a, b}, ""},
		{[]output.File{a, page("b/index.html", "")}, "page-broken-fragment"},
		{[]output.File{a}, "page-broken-link"},
		{[]output.File{a, b}, ""},
		{[]output.File{output.NewFile("d/e/index.html", a.Data(), "test"), b}, "page-broken-link"},
	} {
		if got := classes(c.Crawl(tree(t, step.files...), "/")); got != step.want {
			t.Errorf("step %d: got %q, want %q", i, got, step.want)
		}
	}
}

func FuzzCrawl(f *testing.F) {
	f.Add(`<a href="../b/#x">`, "a/index.html")
	f.Add(`<img srcset=", ,">`, "index.html")
	f.Add(`<meta http-equiv=refresh content="0;url=">`, "x.html")
	f.Fuzz(func(t *testing.T, body, path string) {
		if output.CheckPath(path) != nil {
			t.Skip("not a path of a tree")
		}
		for _, p := range NewCrawler().Crawl(tree(t, page(path, body)), "/") {
			if p.Pos.Line < 1 || p.Pos.Col < 1 {
				t.Errorf("%+v", p)
			}
		}
	})
}

// FuzzTags holds the scanner to the tokenizer of the library: the same start tags at the same places, with the same attributes.
func FuzzTags(f *testing.F) {
	for _, seed := range []string{
		`<!doctype html><p class="a b" ID=x hidden>&amp;<br/><a href='?a&amp;b' href=2>x</a>`, `<a <b =x ==y z= "q">`, `<!-- <a> --><b><!--><i><!--->`,
		`<title><a></title><script>"<b>"</script ><style></styles><c></style>`, `<!-x><a></ x><b><?y?><i>`, `<a href="cut`, `< a><é><a/ b/=c>`, "<\x00a>",
		`<textarea><p></TEXTAREA/x><em>`, `<!--a--!><b>`, `<x a=&quot;&#60; b=&copy>`, `</p <b>><i>`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, page string) {
		if strings.ContainsAny(page, "\x00\r") || strings.Contains(page, "<!--") && strings.Contains(page, "<script") || strings.Contains(strings.ToLower(page), "<plaintext") {
			return // what no template can write: the rules for scripts within comments within scripts
		}
		var want, got []string
		z := html.NewTokenizer(strings.NewReader(page))
		offset, next := 0, 0
		for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
			offset, next = next, next+len(z.Raw())
			if kind == html.StartTagToken || kind == html.SelfClosingTagToken {
				token := z.Token()
				said, seen := fmt.Sprintf("%d <%s", offset, token.Data), map[string]bool{}
				for _, a := range token.Attr {
					if !seen[a.Key] {
						said += fmt.Sprintf(" %s=%q", a.Key, a.Val)
					}
					seen[a.Key] = true
				}
				want = append(want, said)
			}
		}
		s := scanner{data: []byte(page)}
		for s.next() {
			said := fmt.Sprintf("%d <%s", s.start, s.name)
			for _, a := range s.attrs {
				said += fmt.Sprintf(" %s=%q", a.name, a.value())
			}
			got = append(got, said)
		}
		if !slices.Equal(want, got) {
			t.Errorf("%q:\nwant %q\ngot  %q", page, want, got)
		}
	})
}

func BenchmarkCrawl(b *testing.B) {
	var body strings.Builder
	for i := range 40 {
		body.WriteString(`<section class="part"><h2 id="h` + string(rune('a'+i%26)) + `">Heading</h2><p>Some words and <a href="../b/">a link</a> or two.</p></section>`)
	}
	files := []output.File{page("b/index.html", "")}
	for i := range 1000 {
		files = append(files, page("p"+string(rune('a'+i%26))+string(rune('a'+i/26%26))+string(rune('a'+i/676))+"/index.html", body.String()))
	}
	site := tree(b, files...)
	b.SetBytes(site.Bytes())
	b.Run("cold", func(b *testing.B) {
		for b.Loop() {
			NewCrawler().Crawl(site, "/")
		}
	})
	b.Run("warm", func(b *testing.B) {
		c := NewCrawler()
		for b.Loop() {
			c.Crawl(site, "/")
		}
	})
}
