package check

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/amends-guide/amends/internal/output"
)

// A walk goes through the tags of one page once.
type walk struct {
	c      *Crawler
	file   output.File
	base   string
	offset int // where the current tag begins
	r      *reading
	h1s    int
	*room
}

// A room is what a walk needs for its time.
type room struct {
	seen  map[uint64]bool // destinations as written, as hashes: most pages name the same ones again and again
	ids   []uint64
	pages []uint64
	links []link
	attrs []attribute
	small []byte
}

var rooms = sync.Pool{New: func() any { return &room{seen: map[uint64]bool{}} }}

func (c *Crawler) readPage(f output.File, page []byte, base string) *reading {
	room := rooms.Get().(*room)
	w := &walk{c: c, file: f, base: base, r: &reading{}, room: room}
	w.page(page)
	slices.Sort(w.ids)
	w.r.ids, w.r.pages, w.r.links = exactly(w.ids), exactly(w.pages), exactly(w.links)
	if len(w.seen) <= 1024 { // emptying a large one would cost every page after it
		clear(w.seen)
		room.ids, room.pages, room.links = room.ids[:0], room.pages[:0], room.links[:0]
		rooms.Put(room)
	}
	return w.r
}

// exactly is a copy without room to grow: it is kept for every page.
func exactly[T any](list []T) []T { return append(make([]T, 0, len(list)), list...) }

func (w *walk) page(data []byte) {
	if !utf8.Valid(data) {
		w.problem("page-not-utf8", "the page is not valid UTF-8")
	}
	if !bytes.HasSuffix(bytes.TrimSpace(data), []byte("</html>")) {
		w.offset = len(data)
		w.problem("page-cut", "the page does not end with </html>")
	}
	w.tags(data)
	if w.h1s != 1 {
		w.offset = 0
		w.problem("page-h1", "the page has %d h1 headings; it needs exactly one", w.h1s)
	}
}

func (w *walk) problem(class, format string, args ...any) {
	w.r.problems = append(w.r.problems, at(w.file, w.offset, class, format, args...))
}

func (w *walk) tags(data []byte) {
	s := scanner{data: data, attrs: w.attrs, small: w.small}
	for s.next() {
		w.offset = s.start
		w.tag(s.name, s.attrs)
	}
	w.attrs, w.small = s.attrs, s.small
}

// tag looks at one start tag. Which attributes make a browser fetch or run something is HTML's own list.
func (w *walk) tag(name []byte, attrs []attribute) {
	t := tag{object: string(name) == "object"}
	is := func(other string) bool { return string(name) == other }
	for _, a := range attrs {
		w.attribute(&t, a)
	}
	switch {
	case is("h1"):
		w.h1s++
	case is("style"):
		w.problem("page-inline-code", "a <style> element stands in the page")
	case is("script") && len(t.src) == 0 && !t.data:
		w.problem("page-inline-code", "a script stands in the page")
	case is("meta") && bytes.EqualFold(t.equiv, []byte("refresh")):
		_, to, _ := bytes.Cut(t.content.value(), []byte("url="))
		w.follow(to)
	case is("link") && len(t.href) > 0 && fetches(string(t.rel)):
		w.own(t.href)
	case is("link") && external(string(t.href)): // canonical, alternate: named, never fetched
	case len(t.href) > 0 && is("base"):
		w.problem("page-inline-code", "a <base> element changes where every link leads")
	case len(t.href) > 0:
		w.follow(t.href)
	}
}

// tag is what must be known of a whole tag before it can be judged.
type tag struct {
	object                bool // the one kind of tag whose attribute data is an address
	href, src, rel, equiv []byte
	content               attribute
	data                  bool // a data block, such as JSON-LD, which no browser runs
}

func (w *walk) attribute(t *tag, a attribute) {
	switch string(a.name) {
	case "id":
		w.ids = append(w.ids, maphashOf(w.c, a.value()))
	case "href":
		t.href = a.value()
	case "rel":
		t.rel = a.value()
	case "http-equiv":
		t.equiv = a.value()
	case "content":
		t.content = a
	case "type":
		t.data = bytes.HasSuffix(a.value(), []byte("json"))
	case "src", "poster", "data", "action", "formaction", "background", "manifest":
		if string(a.name) == "data" && !t.object {
			return
		}
		t.src = a.value()
		w.own(t.src)
	case "srcset", "imagesrcset":
		for candidate := range strings.SplitSeq(string(a.value()), ",") {
			w.own([]byte(strings.Fields(candidate + " .")[0]))
		}
	case "ping", "srcdoc", "style":
		w.problem("page-inline-code", "the attribute %s stands in the page", a.name)
	default:
		if len(a.name) > 2 && a.name[0] == 'o' && a.name[1] == 'n' {
			w.problem("page-inline-code", "the handler %s stands in the page", a.name)
		}
	}
}

// own is an address the browser fetches by itself: it must lie in this site.
func (w *walk) own(dest []byte) {
	if external(string(dest)) {
		w.problem("page-third-party", "the page fetches %q from elsewhere", dest)
		return
	}
	w.follow(dest)
}

// follow takes note of an address a reader may go to.
func (w *walk) follow(written []byte) {
	if hash := maphashOf(w.c, written); w.seen[hash] {
		return
	} else {
		w.seen[hash] = true
	}
	if l, ok := w.c.near(w.file.Path, written); ok {
		w.leads(l)
		return
	}
	dest := string(written)
	if scheme, _, ok := strings.Cut(strings.ToLower(strings.TrimSpace(dest)), ":"); ok && scheme == "javascript" {
		w.problem("page-inline-code", "a link runs code: %q", dest)
		return
	}
	if external(dest) {
		return
	}
	w.leads(w.c.resolve(w.file.Path, dest, w.base))
}

func (w *walk) leads(to link) {
	if to.fragment == 0 {
		w.pages = append(w.pages, to.address)
	} else {
		w.links = append(w.links, to)
	}
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
