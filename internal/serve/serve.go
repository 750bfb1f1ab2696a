// Package serve shows a finished tree to the author's own browser while it is being written.
//
// In comes a [Site], again and again; out go answers over HTTP. Pages are the tree's own bytes with one script tag added to
// the answer, never to a file. That script keeps one stream of events open, on which nothing but the numbers of builds is
// ever sent; what has changed it finds out by asking for its own page again. Problems are shown over the last good site.
// Everything the preview adds lives below /.amends/, an address that no site can have.
//
// Nobody else gets in: only requests to names of this computer are answered, only those a page of ours can have made, only
// to look. No path of the request ever meets the disk: answers come from the tree in memory. Nothing is written, and no
// program is run but the author's editor, by name, when the author clicks on a problem's place (see [Editor]).
package serve

import (
	"crypto/rand"
	"maps"
	"net/http"
	"path"
	"reflect"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/amends-guide/amends/internal/coverage"
	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/report"
)

// Options say what a preview is like, whatever it shows.
type Options struct {
	Hosts  []string // names and addresses it may be asked under, beside this computer's own
	Dir    string   // the site's folder, as a whole path, for the editor
	Follow bool     // go to the page of the entry that was edited
	Looked func()   // is called when somebody opens a page or comes back to one, by many at once; nil: nobody need know
}

// A Site is what is shown from now on.
type Site struct {
	Tree     *output.Tree // nil: nothing could be made, and the last one stays
	Root     string       // where the site lives on its server: "/", or "/guide/"
	Problems []report.Problem
	Lines    report.Lines      // for excerpts
	Editor   *Editor           // nil: the place of a problem is only told
	Drafts   map[string]string // path in the tree → what its entry is, such as "draft"
	// Report makes the report of the guide that the tree was made from. It may be called by many at once; nil: there is none.
	Report func() *coverage.Report
	// Paper makes a file that the tree has only a ticket for, or says what is wrong with it; ok is false for all other files. It may
	// be called by many at once; nil: there are no tickets.
	Paper func(path string) (data []byte, problems []report.Problem, ok bool)
}

// A Server is a preview. It is an [http.Handler] and may be asked by many at once.
type Server struct {
	options Options
	run     string // names this run, so that a page of an earlier one is never taken for up to date
	token   string // what our own pages know and no other page can
	show    sync.Mutex
	state   atomic.Pointer[state]
	visited atomic.Pointer[string] // address of the page that was last looked at
	viewed  views
	streams atomic.Int32
	closed  chan struct{} // once it is, every stream ends
}

// A state is one Site and its numbers. It is frozen; the next one closes passed.
type state struct {
	Site
	pages    int    // counts the trees that differ
	problems int    // counts the lists of problems that differ
	edits    int    // counts the edits to follow
	edited   string // path in the tree of the page that the last of them changed
	scripts  string
	broken   bool // nothing could be made of the last site, and the tree is of one before
	passed   chan struct{}

	making bool                   // the rest of a site is still to come: what is asked for and not among first waits for it
	first  map[string]output.File // what can be shown of it already, by path
}

// New returns a preview that shows nothing yet: whoever asks for a page waits for the first site.
func New(o Options) *Server {
	if o.Looked == nil {
		o.Looked = func() {}
	}
	s := &Server{options: o, run: rand.Text()[:6], token: rand.Text(), closed: make(chan struct{})}
	s.state.Store(&state{Site: Site{Root: "/"}, making: true, passed: make(chan struct{})})
	return s
}

// Show shows a site from now on, and says in which files it differs from the one before. The edited files are those that were
// saved, as far as anybody knows; a page that was made from one of them, and has changed, is the one to follow to.
func (s *Server) Show(site Site, edited []string) output.Changes {
	s.show.Lock()
	defer s.show.Unlock()
	old := s.state.Load()
	now := &state{Site: site, pages: old.pages, problems: old.problems, edits: old.edits, edited: old.edited, passed: make(chan struct{})}
	if site.Tree == nil {
		now.Tree, now.Root, now.Drafts, now.Report, now.Paper = old.Tree, old.Root, old.Drafts, old.Report, old.Paper
		now.broken = true
	}
	changes := output.Diff(old.Tree, now.Tree)
	if !changes.None() || old.making && old.first != nil || now.Root != old.Root || !maps.Equal(now.Drafts, old.Drafts) {
		now.pages++
	}
	if !reflect.DeepEqual(site.Problems, old.Problems) {
		now.problems++
		if now.Tree == nil {
			now.pages++ // the problems are the page
		}
	}
	if page := now.pageOf(edited, changes); s.options.Follow && page != "" {
		now.edits++
		now.edited = page
	}
	now.scripts = scriptsOf(now.Tree.Files())
	s.state.Store(now)
	close(old.passed)
	return changes
}

// pageOf is the first page that has changed and was made from one of those files; empty if there is none.
func (st *state) pageOf(edited []string, changes output.Changes) string {
	for _, file := range slices.Concat(changes.Changed, changes.Added) {
		f, _ := st.Tree.Get(file)
		if path.Ext(file) == ".html" && slices.Contains(edited, f.Maker) {
			return file
		}
	}
	return ""
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	setHeaders(w.Header())
	if status, why := s.refusal(r); status != 0 {
		refuse(w, status, why)
		return
	}
	if own, ok := strings.CutPrefix(path.Clean(r.URL.Path), ownPrefix); ok && strings.HasPrefix(r.URL.Path, ownPrefix) {
		s.answerOwn(w, r, own)
		return
	}
	s.answerPage(w, r)
}

const ownPrefix = "/.amends/"

// answerOwn answers for what the preview adds to a site.
func (s *Server) answerOwn(w http.ResponseWriter, r *http.Request, name string) {
	first, _, _ := strings.Cut(name, "/")
	switch {
	case name == "events" || name == "edited" || name == "drafts" || name == "open":
		if r.URL.Query().Get("token") != s.token {
			refuse(w, http.StatusForbidden, "only a page of this preview may ask for that")
			return
		}
		map[string]http.HandlerFunc{"events": s.stream, "edited": s.tellEdited, "drafts": s.tellDrafts, "open": s.open}[name](w, r)
	case name == "problems":
		s.answerProblems(w, r, http.StatusOK)
	case name == "report":
		s.answerReport(w, r)
	case first == "wall":
		s.answerWall(w, r)
	default:
		s.answerAsset(w, r, name)
	}
}
