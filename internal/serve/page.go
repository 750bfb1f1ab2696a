package serve

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/amends-guide/amends/internal/offline"
	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/report"
)

// types are the kinds of file a site has. The system's own table is not asked: it differs from computer to computer.
var types = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".json": "application/json", ".xml": "application/xml", ".txt": "text/plain; charset=utf-8", ".webmanifest": "application/manifest+json",
	".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp",
	".avif": "image/avif", ".gif": "image/gif", ".ico": "image/x-icon", ".pdf": "application/pdf", ".mp3": "audio/mpeg",
	".woff2": "font/woff2", ".woff": "font/woff", ".ttf": "font/ttf", ".otf": "font/otf", ".zip": "application/zip", ".epub": "application/epub+zip",
}

// answerPage answers for the site itself.
func (s *Server) answerPage(w http.ResponseWriter, r *http.Request) {
	st := s.stateFor(w, r)
	switch {
	case st == nil:
		refuse(w, http.StatusServiceUnavailable, "the preview has ended")
		return
	case st.Tree == nil && !st.making:
		s.answerProblems(w, r, http.StatusServiceUnavailable)
		return
	}
	if r.URL.Path == "/" && st.Root != "/" {
		redirect(w, st.Root)
		return
	}
	inSite, ok := strings.CutPrefix(r.URL.Path, st.Root)
	if ok {
		if f, found := st.at(inSite); found {
			s.send(w, r, st, f, http.StatusOK)
			return
		}
		if _, found := st.at(inSite + "/"); found && inSite != "" {
			redirect(w, st.Root+inSite+"/")
			return
		}
	}
	if f, found := st.notFound(inSite); found {
		s.send(w, r, st, f, http.StatusNotFound)
		return
	}
	http.NotFound(w, r)
}

// redirect leads to an address that the tree is known to have.
func redirect(w http.ResponseWriter, address string) {
	w.Header().Set("Location", (&url.URL{Path: address}).EscapedPath())
	w.WriteHeader(http.StatusTemporaryRedirect)
}

// at is the file at an address of the site, without its first slash.
func (st *state) at(address string) (output.File, bool) {
	if address == "" || strings.HasSuffix(address, "/") {
		address += "index.html"
	}
	return st.get(address)
}

// get is the file at a path; while the next site is being made, only of what of it is there.
func (st *state) get(path string) (f output.File, ok bool) {
	if st.making {
		f, ok = st.first[path]
		return f, ok
	}
	return st.Tree.Get(path)
}

// notFound is the page for an address the site does not have, in the language of its folder if there is one.
func (st *state) notFound(address string) (output.File, bool) {
	lang, _, _ := strings.Cut(address, "/")
	if f, ok := st.Tree.Get(lang + "/404.html"); ok {
		return f, true
	}
	return st.Tree.Get("404.html")
}

// addressOf is where a file of the tree is looked at.
func (st *state) addressOf(file string) string {
	return st.Root + strings.TrimSuffix(file, "index.html")
}

// send sends one file of the tree; a page with the preview's script in it.
func (s *Server) send(w http.ResponseWriter, r *http.Request, st *state, f output.File, status int) {
	data := f.Data()
	if st.Paper != nil && path.Ext(f.Path) == ".pdf" {
		made, problems, ok := st.Paper(f.Path)
		if report.Errors(problems) > 0 {
			s.answerUnprintable(w, r, st, problems)
			return
		}
		if ok {
			data = made
		}
	}
	etag := hex.EncodeToString(f.Sum[:8]) + st.Drafts[f.Path]
	if path.Ext(f.Path) == ".html" {
		data = withTag(data, s.tag(st, etag, f.Path).html())
		if r.Header.Get("Sec-Fetch-Dest") == "document" {
			address := r.URL.Path
			s.visited.Store(&address)
			s.options.Looked()
		}
	}
	w.Header().Set("ETag", `"`+etag+`"`)
	w.Header().Set("Content-Type", typeOf(f.Path))
	if status != http.StatusOK {
		if match := r.Header.Get("If-None-Match"); match == `"`+etag+`"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.WriteHeader(status)
		if r.Method != http.MethodHead {
			w.Write(data)
		}
		return
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}

func typeOf(name string) string {
	if known, ok := types[path.Ext(name)]; ok {
		return known
	}
	return "application/octet-stream"
}

// A tag is the script element that makes a page a preview, and what the script has to know of this answer.
type tag struct {
	Numbers, Token, Scripts, ETag string
	Draft                         string // what the page's entry is, if it is not published
	Drafts                        int    // how many pages are not
}

func (s *Server) tag(st *state, etag, file string) tag {
	return tag{s.numbers(st), s.token, st.scripts, etag, st.Drafts[file], len(st.Drafts)}
}

func (t tag) html() []byte {
	var text bytes.Buffer
	if err := templates.ExecuteTemplate(&text, "tag.html", t); err != nil {
		panic("internal error: " + err.Error())
	}
	return bytes.TrimSpace(text.Bytes())
}

// withTag puts a tag at the head of a page, so that its script runs before all others that wait for the whole page.
func withTag(page, tag []byte) []byte {
	at := bytes.Index(page, []byte("<head>"))
	if at < 0 {
		return append(bytes.Clone(page), tag...)
	}
	at += len("<head>")
	whole := make([]byte, 0, len(page)+len(tag))
	whole = append(whole, page[:at]...)
	whole = append(whole, tag...)
	return append(whole, page[at:]...)
}

// scriptsOf names all scripts of a site's pages by one sum: a page whose scripts have changed cannot be patched.
func scriptsOf(files []output.File) string {
	var sums []string
	for _, f := range files {
		if path.Ext(f.Path) == ".js" && f.Path != offline.Worker { // which changes with every page
			sums = append(sums, string(f.Sum[:]))
		}
	}
	slices.Sort(sums)
	all := sha256.Sum256([]byte(strings.Join(sums, "")))
	return hex.EncodeToString(all[:6])
}
