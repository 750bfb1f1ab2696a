package serve

import (
	"maps"
	"net/http"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/amends-guide/amends/internal/output"
)

// What browsers show is made before the rest of a site, and shown as soon as it is there. From then on until the rest is there,
// whatever else is asked for waits, so that nobody ever sees pages of two sites beside each other: not the new page and, a click
// later, an old list. If nothing comes of the rest, the page goes back to the last site that was whole.

// views count by whom an address is looked at. The zero value is ready to use.
type views struct {
	mu    sync.Mutex
	count map[string]int
}

// look notes that an address is looked at, until the function it returns is called.
func (v *views) look(address string) (leave func()) {
	add := func(n int) {
		v.mu.Lock()
		defer v.mu.Unlock()
		if v.count == nil {
			v.count = map[string]int{}
		}
		if v.count[address] += n; v.count[address] == 0 {
			delete(v.count, address)
		}
	}
	add(1)
	return func() { add(-1) }
}

// mostFirst is how many pages are made before the rest: with more of them, each would come later.
const mostFirst = 16

// InView are the addresses of pages that browsers show or wait for, or of the last that one has shown, from the root of a site that
// lives there: "/cards/own-it/". They are few.
func (s *Server) InView(root string) (addresses []string) {
	last := root
	if visited := s.visited.Load(); visited != nil {
		last = *visited
	}
	s.viewed.mu.Lock()
	all := append([]string{last}, slices.Sorted(maps.Keys(s.viewed.count))...)
	s.viewed.mu.Unlock()
	for _, address := range all {
		if address == "/" { // which leads to the root
			address = root
		}
		inSite, ok := strings.CutPrefix(address, strings.TrimSuffix(root, "/"))
		if ok && !slices.Contains(addresses, inSite) && len(addresses) < mostFirst {
			addresses = append(addresses, inSite)
		}
	}
	return addresses
}

// ShowFirst shows some files of a site that is still being made. Show must follow, with the rest or with what is wrong with it. Where
// no page among them differs from what is shown, nothing happens: there is nothing to see, and nobody need wait.
func (s *Server) ShowFirst(site Site, files []output.File) {
	s.show.Lock()
	defer s.show.Unlock()
	old := s.state.Load()
	if !old.making && (old.Root != site.Root || !old.differs(files)) {
		return
	}
	now := *old
	now.making, now.first, now.passed = true, make(map[string]output.File, len(files)), make(chan struct{})
	for _, f := range files {
		now.first[f.Path] = f
	}
	if old.Tree == nil { // of what is shown nothing is given up before the rest is there
		now.Root, now.Drafts = site.Root, site.Drafts
	}
	now.scripts = scriptsOf(files)
	now.pages++
	s.state.Store(&now)
	close(old.passed)
}

// differs says whether a page among the files is not as it is in the tree.
func (st *state) differs(files []output.File) bool {
	return slices.ContainsFunc(files, func(f output.File) bool {
		was, ok := st.Tree.Get(f.Path)
		return path.Ext(f.Path) == ".html" && (!ok || was.Sum != f.Sum)
	})
}

// stateFor is the state to answer a request from, which may have to be waited for; nil where the server ends or nobody waits for the
// answer any more.
func (s *Server) stateFor(w http.ResponseWriter, r *http.Request) *state {
	st := s.state.Load()
	if st.answers(r.URL.Path) {
		return st
	}
	defer s.viewed.look(r.URL.Path)()
	control := http.NewResponseController(w)
	control.SetWriteDeadline(time.Time{}) // what cannot be set is no limit of ours
	defer func() { control.SetWriteDeadline(time.Now().Add(writeLimit)) }()
	for ; !st.answers(r.URL.Path); st = s.state.Load() {
		select {
		case <-st.passed:
		case <-s.closed:
			return nil
		case <-r.Context().Done():
			return nil
		}
	}
	return st
}

// answers says whether the state has an answer for an address, or knows that there is none.
func (st *state) answers(address string) bool {
	if !st.making {
		return true
	}
	inSite, ok := strings.CutPrefix(address, st.Root)
	_, found := st.at(inSite)
	return ok && found || address == "/" && st.Root != "/" // which is known by now, and leads there
}
