package render

import (
	"bytes"
	"errors"
	"math"
	"sync"
	"sync/atomic"
	"time"

	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/site"
)

// What one page may cost. Templates are programs, and a guide's own may go round for ever; what they write is kept in memory.
const (
	freeBytes = 1 << 20 // of HTML that any page may have
	perByte   = 16      // and so many more for each byte of the entry it shows
)

// A patience is how long a page may take: so many ticks. One that then stops for nobody is given up two ticks later.
type patience struct {
	ticks int
	tick  time.Duration
}

var usual = patience{10, time.Second}

var (
	errTooLarge = errors.New("the page is too large")
	errTooSlow  = errors.New("the page takes too long")
)

// A sheet takes what a template writes, up to a size, and for as long as nobody has lost patience.
type sheet struct {
	*bytes.Buffer
	most int
	post *post
}

// Write implements [io.Writer].
func (s sheet) Write(p []byte) (int, error) {
	switch {
	case s.Len()+len(p) > s.most:
		return 0, errTooLarge
	case s.post != nil && s.post.late.Load():
		return 0, errTooSlow
	}
	return s.Buffer.Write(p)
}

// WriteString keeps strings from passing by Write.
func (s sheet) WriteString(text string) (int, error) { return s.Write([]byte(text)) }

// full says whether nobody waits for what would come after so many bytes more.
func (s sheet) full(more int) bool {
	return s.Len()+more > s.most || s.post != nil && s.post.late.Load()
}

// mostBytes is how large a page may become.
func (r *run) mostBytes(page *site.Page) int {
	if page.Entry == nil {
		return limits(r.site) * perByte * freeBytes // it lists what others hold, a hundred at a time
	}
	return limits(r.site) * (freeBytes + perByte*len(page.Entry.Doc.Raw(0, math.MaxInt32)))
}

// limits is how many times the usual cost a page of this guide may have.
func limits(s *site.Site) int { return max(s.Config.Limits, 1) }

// A post is where a page is being made.
type post struct {
	page *site.Page
	late atomic.Bool
	age  int // in ticks; the watchdog's alone
}

// watch looks at the posts on every tick until done is closed. It says so to pages that are late, and returns the page that
// goes on all the same, or nil.
func (most patience) watch(posts *sync.Map, done <-chan struct{}) (stuck *site.Page) {
	ticker := time.NewTicker(most.tick)
	defer ticker.Stop()
	for {
		select {
		case <-done:
			return nil
		case <-ticker.C:
		}
		for key := range posts.Range {
			p := key.(*post)
			if p.age++; p.age > most.ticks+2 {
				return p.page
			}
			p.late.Store(p.age > most.ticks)
		}
	}
}

// excess is the problem of a page that costs too much.
func (r *run) excess(page *site.Page, err error) report.Problem {
	pos := report.Pos{File: fileOf(page.Template)}
	if errors.Is(err, errTooSlow) {
		return report.New("page-too-slow", pos, "making %s takes more than %s", page.Path, time.Duration(r.ticks)*r.tick).
			Hinted("look for a range in this template that goes round too often")
	}
	return report.New("page-too-large", pos, "%s would hold more than %d KiB of HTML", page.Path, r.mostBytes(page)>>10).
		Hinted("look for a range in this template that goes round too often, or make the entry shorter")
}
