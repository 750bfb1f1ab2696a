package check

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/amends-guide/amends/internal/output"
)

// A walk goes through the tags of one page once.
type walk struct {
	c      *Crawler
	file   output.File
	base   string
	offset int // where the current token begins
	r      *reading
	h1s    int
	seen   map[string]bool // destinations as written: most pages name the same ones again and again
}

func (c *Crawler) readPage(f output.File, base string) *reading {
	w := &walk{c: c, file: f, base: base, r: &reading{}, seen: map[string]bool{}}
	if !utf8.Valid(f.Data) {
		w.problem("page-not-utf8", "the page is not valid UTF-8")
	}
	if !bytes.HasSuffix(bytes.TrimSpace(f.Data), []byte("</html>")) {
		w.offset = len(f.Data)
		w.problem("page-cut", "the page does not end with </html>")
	}
	w.tags()
	if w.h1s != 1 {
		w.offset = 0
		w.problem("page-h1", "the page has %d h1 headings; it needs exactly one", w.h1s)
	}
	slices.Sort(w.r.ids)
	return w.r
}

func (w *walk) problem(class, format string, args ...any) {
	w.r.problems = append(w.r.problems, at(w.file, w.offset, class, format, args...))
}

func (w *walk) tags() {
	z := html.NewTokenizer(bytes.NewReader(w.file.Data))
	for next := 0; ; {
		kind := z.Next()
		w.offset, next = next, next+len(z.Raw())
		switch kind {
		case html.ErrorToken:
			return
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			w.tag(z, atom.Lookup(name), more)
		}
	}
}

// tag looks at one start tag. Which attributes make a browser fetch or run something is HTML's own list.
func (w *walk) tag(z *html.Tokenizer, name atom.Atom, more bool) {
	t := tag{name: name}
	for more {
		var k, v []byte
		k, v, more = z.TagAttr()
		w.attribute(&t, k, v)
	}
	switch {
	case name == atom.H1:
		w.h1s++
	case name == atom.Style:
		w.problem("page-inline-code", "a <style> element stands in the page")
	case name == atom.Script && t.src == "" && !t.data:
		w.problem("page-inline-code", "a script stands in the page")
	case name == atom.Meta && strings.EqualFold(t.equiv, "refresh"):
		_, to, _ := strings.Cut(t.content, "url=")
		w.follow(to)
	case name == atom.Link && t.href != "" && fetches(t.rel):
		w.own(t.href)
	case name == atom.Link && external(t.href): // canonical, alternate: named, never fetched
	case t.href != "" && name == atom.Base:
		w.problem("page-inline-code", "a <base> element changes where every link leads")
	case t.href != "":
		w.follow(t.href)
	}
}

// tag is what must be known of a whole tag before it can be judged.
type tag struct {
	name                           atom.Atom
	href, src, rel, equiv, content string
	data                           bool // a data block, such as JSON-LD, which no browser runs
}

func (w *walk) attribute(t *tag, k, v []byte) {
	switch string(k) {
	case "id":
		w.r.ids = append(w.r.ids, maphashOf(w.c, v))
	case "href":
		t.href = string(v)
	case "rel":
		t.rel = string(v)
	case "http-equiv":
		t.equiv = string(v)
	case "content":
		t.content = string(v)
	case "type":
		t.data = strings.HasSuffix(string(v), "json")
	case "src", "poster", "data", "action", "formaction", "background", "manifest":
		if string(k) == "data" && t.name != atom.Object {
			return
		}
		t.src = string(v)
		w.own(t.src)
	case "srcset", "imagesrcset":
		for candidate := range strings.SplitSeq(string(v), ",") {
			w.own(strings.Fields(candidate + " .")[0])
		}
	case "ping", "srcdoc", "style":
		w.problem("page-inline-code", "the attribute %s stands in the page", k)
	default:
		if len(k) > 2 && k[0] == 'o' && k[1] == 'n' {
			w.problem("page-inline-code", "the handler %s stands in the page", k)
		}
	}
}

// own is an address the browser fetches by itself: it must lie in this site.
func (w *walk) own(dest string) {
	if external(dest) {
		w.problem("page-third-party", "the page fetches %q from elsewhere", dest)
		return
	}
	w.follow(dest)
}

// follow takes note of an address a reader may go to.
func (w *walk) follow(dest string) {
	if w.seen[dest] {
		return
	}
	w.seen[dest] = true
	if scheme, _, ok := strings.Cut(strings.ToLower(strings.TrimSpace(dest)), ":"); ok && scheme == "javascript" {
		w.problem("page-inline-code", "a link runs code: %q", dest)
		return
	}
	if external(dest) {
		return
	}
	w.r.links = append(w.r.links, w.c.resolve(w.file.Path, dest, w.base))
}

// fetches tells whether a browser loads a <link> of these relations without being asked.
func fetches(rel string) bool {
	for word := range strings.FieldsSeq(strings.ToLower(rel)) {
		switch word {
		case "stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "manifest", "apple-touch-icon":
			return true
		}
	}
	return false
}
