package serve

import (
	"net/http"
	"net/url"
	"strings"
)

const wallPrefix = ownPrefix + "wall"

// answerWall shows one page in many ways at once: /.amends/wall/cards/own-it/ is the wall of /cards/own-it/, and
// /.amends/wall alone that of the page that was last looked at.
func (s *Server) answerWall(w http.ResponseWriter, r *http.Request) {
	address := strings.TrimPrefix(r.URL.Path, wallPrefix)
	if address == "" {
		last := s.state.Load().Root
		if visited := s.visited.Load(); visited != nil {
			last = *visited
		}
		redirect(w, wallPrefix+last)
		return
	}
	w.Header().Set("Content-Security-Policy", policy+"; frame-src 'self'") // its frames hold pages of this preview
	answerTemplate(w, r, http.StatusOK, "wall.html", wallView{Page: (&url.URL{Path: address}).EscapedPath(), Frames: frames})
}

type wallView struct {
	Page   string
	Frames []frame
}

// A frame is one way to look at a page; wall.css knows its size, wall.js what else it takes.
type frame struct{ ID, Name, Note string }

var frames = []frame{
	{"phone", "Phone", "360 × 740"},
	{"dark", "Dark", "for readers who asked for it"},
	{"rtl", "Right to left", "as Arabic or Hebrew would run"},
	{"tablet", "Tablet", "768 × 1024"},
	{"print", "Print", "A4, as a printer sees it"},
	{"large", "Text at 200 %", "the reader’s own setting"},
	{"grey", "Greyscale", "does anything hang on colour alone?"},
}
