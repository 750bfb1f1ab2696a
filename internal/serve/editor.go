package serve

import (
	"fmt"
	"net/http"
	"net/url"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/amends-guide/amends/internal/report"
)

// An Editor opens a file at a line: by an address that the browser hands to it, or by a program with arguments. In both,
// {file}, {line} and {column} stand for the place.
type Editor struct {
	address string
	command []string
}

// editors are those that can be named in config.toml. Such a name comes from whoever wrote the guide, so it can only choose
// from these; a command of one's own is taken from the command line alone.
var editors = map[string]Editor{
	"vscode":       {address: "vscode://file{address}:{line}:{column}"},
	"vscodium":     {address: "vscodium://file{address}:{line}:{column}"},
	"cursor":       {address: "cursor://file{address}:{line}:{column}"},
	"zed":          {address: "zed://file{address}:{line}:{column}"},
	"idea":         {address: "idea://open?file={address}&line={line}&column={column}"},
	"textmate":     {address: "txmt://open?url=file://{address}&line={line}&column={column}"},
	"sublime":      {command: []string{"subl", "{file}:{line}:{column}"}},
	"emacs":        {command: []string{"emacsclient", "--no-wait", "+{line}:{column}", "{file}"}},
	"kate":         {command: []string{"kate", "--line", "{line}", "--column", "{column}", "{file}"}},
	"gnome":        {command: []string{"gnome-text-editor", "+{line}:{column}", "{file}"}},
	"notepad-plus": {command: []string{"notepad++", "-n{line}", "-c{column}", "{file}"}},
}

// EditorHere returns the first editor, of the common ones, whose program was on this computer when it was first asked for; nil if
// none was.
func EditorHere() *Editor { return editorHere() }

var editorHere = sync.OnceValue(func() *Editor {
	for _, e := range []struct{ name, program string }{{"vscode", "code"}, {"vscodium", "codium"}, {"cursor", "cursor"}, {"zed", "zed"}, {"sublime", "subl"}, {"kate", "kate"}} {
		if _, err := exec.LookPath(e.program); err == nil {
			found, _ := EditorNamed(e.name)
			return found
		}
	}
	return nil
})

// EditorNamed returns the editor of that name; ok is false when there is none.
func EditorNamed(name string) (e *Editor, ok bool) {
	known, ok := editors[name]
	return &known, ok
}

// EditorCommand returns an editor that is run as a program: words, in which {file}, {line} and {column} are filled in.
// Where none of the words names the file, it is added as the last.
func EditorCommand(words []string) *Editor {
	if !slices.ContainsFunc(words, func(w string) bool { return strings.Contains(w, "{file}") }) {
		words = append(slices.Clip(words), "{file}")
	}
	return &Editor{command: words}
}

// A place is where an editor is to open a file.
type place struct {
	file, address string // the file's whole path; the same as part of an address
	line, column  int
}

func (s *Server) placeOf(pos report.Pos) place {
	file := filepath.Join(s.options.Dir, filepath.FromSlash(pos.File))
	address := filepath.ToSlash(file)
	if !strings.HasPrefix(address, "/") { // C:/…
		address = "/" + address
	}
	return place{file, (&url.URL{Path: address}).EscapedPath(), max(pos.Line, 1), max(pos.Col, 1)}
}

// fill fills a place into a pattern.
func (p place) fill(pattern string) string {
	return strings.NewReplacer("{file}", p.file, "{address}", p.address,
		"{line}", strconv.Itoa(p.line), "{column}", strconv.Itoa(p.column)).Replace(pattern)
}

// link is what a problem's place leads to; empty when it leads nowhere: without an editor, or for somebody who looks from
// another computer.
func (s *Server) link(r *http.Request, st *state, i int) string {
	if st.Editor == nil || !isHere(r) || st.Problems[i].Pos.File == "" {
		return ""
	}
	return fmt.Sprintf("/.amends/open?token=%s&list=%d&problem=%d", s.token, st.problems, i)
}

// open opens the editor at the place of a problem that is being shown. The request only has its number: nobody can name a file.
// Either answer leaves the browser on its page.
func (s *Server) open(w http.ResponseWriter, r *http.Request) {
	st := s.state.Load()
	e := st.Editor
	i, err := strconv.Atoi(r.URL.Query().Get("problem"))
	switch {
	case e == nil || !isHere(r) || r.Header.Get("Sec-Purpose") != "": // what a browser loads ahead nobody has clicked on
		refuse(w, http.StatusForbidden, "no editor is opened from there")
		return
	case err != nil || i < 0 || i >= len(st.Problems) || r.URL.Query().Get("list") != strconv.Itoa(st.problems):
		refuse(w, http.StatusNotFound, "that problem is gone")
		return
	}
	p := s.placeOf(st.Problems[i].Pos)
	if e.address != "" {
		w.Header().Set("Location", p.fill(e.address))
		w.WriteHeader(http.StatusSeeOther)
		return
	}
	if err := p.run(e.command, s.options.Dir); err != nil {
		refuse(w, http.StatusInternalServerError, err.Error())
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// run starts a program, and does not wait for it.
func (p place) run(command []string, dir string) error {
	words := make([]string, len(command))
	for i, word := range command {
		words[i] = p.fill(word)
	}
	cmd := exec.Command(words[0], words[1:]...)
	cmd.Dir = dir
	if err := cmd.Start(); err != nil {
		return err
	}
	go cmd.Wait()
	return nil
}
