package serve

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"path"

	"github.com/amends-guide/amends/internal/report"
)

//go:embed assets
var assetFiles embed.FS

var templates = template.Must(template.ParseFS(assetFiles, "assets/*.html"))

const mostShown = 100 // problems; nobody mends more at a sitting

// A problemsView is what problems.html shows.
type problemsView struct {
	Tag      *tag // the preview's script, where the page is shown in place of a site
	Summary  string
	IsError  bool // whether the site stayed as it was
	HasSite  bool
	Problems []problemView
	More     int // how many are not shown
}

// A problemView is one problem as the browser shows it: the same words as in the terminal, and what amends explain would say.
type problemView struct {
	report.Problem
	Link                  string // where a click on its place leads; empty for nowhere
	HasExcerpt            bool
	Before, Marked, After string
	Class                 report.Class
}

// answerProblems answers with a page of the problems there are. The script takes the sheet on it for the overlay.
func (s *Server) answerProblems(w http.ResponseWriter, r *http.Request, status int) {
	s.answerProblemsOf(w, r, s.state.Load(), status)
}

// answerUnprintable answers with what keeps a file from being made for paper.
func (s *Server) answerUnprintable(w http.ResponseWriter, r *http.Request, st *state, problems []report.Problem) {
	told := *st
	told.Tree, told.Problems, told.Editor = nil, problems, nil // an editor opens the places of the site's own problems alone
	s.answerProblemsOf(w, r, &told, http.StatusInternalServerError)
}

func (s *Server) answerProblemsOf(w http.ResponseWriter, r *http.Request, st *state, status int) {
	view := problemsView{
		Summary: report.Summary(st.Problems),
		IsError: report.Errors(st.Problems) > 0,
		HasSite: st.Tree != nil,
		More:    max(0, len(st.Problems)-mostShown),
	}
	if status != http.StatusOK {
		tag := s.tag(st, fmt.Sprint("problems-", st.problems), "")
		view.Tag = &tag
	}
	for i := range st.Problems[:len(st.Problems)-view.More] {
		view.Problems = append(view.Problems, s.problemView(r, st, i))
	}
	answerTemplate(w, r, status, "problems.html", view)
}

func (s *Server) problemView(r *http.Request, st *state, i int) problemView {
	p := st.Problems[i]
	v := problemView{Problem: p, Link: s.link(r, st, i)}
	v.Class, _ = report.ClassNamed(p.Class)
	if st.Lines == nil || p.Pos.Line == 0 {
		return v
	}
	var line string
	line, v.HasExcerpt = st.Lines(p.Pos.File, p.Pos.Line)
	text := []rune(line)
	from := min(max(p.Pos.Col-1, 0), len(text))
	to := min(from+max(p.Pos.Len, 1), len(text))
	if p.Pos.Col == 0 {
		to = from
	}
	v.Before, v.Marked, v.After = string(text[:from]), string(text[from:to]), string(text[to:])
	return v
}

func answerTemplate(w http.ResponseWriter, r *http.Request, status int, name string, view any) {
	var page bytes.Buffer
	if err := templates.ExecuteTemplate(&page, name, view); err != nil {
		panic("internal error: " + err.Error())
	}
	w.Header().Set("Content-Type", types[".html"])
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(page.Bytes())
	}
}

// answerAsset answers with one of the preview's own scripts and styles.
func (s *Server) answerAsset(w http.ResponseWriter, r *http.Request, name string) {
	data, err := assetFiles.ReadFile("assets/" + name)
	if err != nil || path.Ext(name) == ".html" {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", typeOf(name))
	if r.Method != http.MethodHead {
		w.Write(data)
	}
}
