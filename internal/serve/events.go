package serve

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"time"
)

const (
	mostStreams = 1024
	heartbeat   = 20 * time.Second // so that a stream nobody reads any more is noticed
	writeLimit  = 30 * time.Second
)

// numbers are all that an event says: which tree, which list of problems and which edit is the last. They mean nothing outside
// of this run, and name nothing. A number 0 of problems says that there are none.
func (s *Server) numbers(st *state) string {
	problems := st.problems
	if len(st.Problems) == 0 || st.Tree == nil {
		problems = 0
	}
	return fmt.Sprintf("%s-%d %d %d", s.run, st.pages, problems, st.edits)
}

// stream keeps a page informed for as long as it listens.
func (s *Server) stream(w http.ResponseWriter, r *http.Request) {
	if s.streams.Add(1) > mostStreams {
		s.streams.Add(-1)
		refuse(w, http.StatusServiceUnavailable, "too many pages are listening")
		return
	}
	defer s.streams.Add(-1)
	if page, err := url.PathUnescape(r.URL.Query().Get("page")); err == nil {
		defer s.viewed.look(page)()
	}
	s.options.Looked()
	w.Header().Set("Content-Type", "text/event-stream")
	control := http.NewResponseController(w)
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	text := "retry: 500\n"
	for {
		st := s.state.Load()
		text += "data: " + s.numbers(st) + "\n\n"
		control.SetWriteDeadline(time.Now().Add(writeLimit)) // what cannot be set fails the write below
		if _, err := w.Write([]byte(text)); err != nil {
			return
		}
		if err := control.Flush(); err != nil {
			return
		}
		text = ""
		select {
		case <-st.passed:
		case <-beat.C:
		case <-s.closed:
			return
		case <-r.Context().Done():
			return
		}
	}
}

// tellEdited tells the address of the page to follow to.
func (s *Server) tellEdited(w http.ResponseWriter, _ *http.Request) {
	st := s.state.Load()
	address := ""
	if st.edited != "" {
		address = st.addressOf(st.edited)
	}
	tell(w, address)
}

// tellDrafts tells the addresses of the pages that are not published, so that links to them can be marked.
func (s *Server) tellDrafts(w http.ResponseWriter, _ *http.Request) {
	st := s.state.Load()
	drafts := make(map[string]string, len(st.Drafts))
	for file, status := range st.Drafts {
		drafts[st.addressOf(file)] = status
	}
	tell(w, drafts)
}

func tell(w http.ResponseWriter, what any) {
	text, err := json.Marshal(what)
	if err != nil {
		panic("internal error: " + err.Error())
	}
	w.Header().Set("Content-Type", "application/json")
	w.Write(slices.Concat(text, []byte("\n")))
}
