// Package check reads finished trees back, as a browser would, and says what a reader would stumble over.
//
// In comes a tree; out come problems: links and fragments that lead nowhere, pages without exactly one h1, code inside a
// page (scripts, styles, handlers), anything fetched from elsewhere, cookies, text that is not UTF-8 or was cut off. It is
// a proof, not a repair: nothing is ever changed. Reading one page depends on that page alone, so a [Crawler] remembers what
// it read by the page's sum; whether links lead somewhere is asked anew each time, of all pages.
package check

import (
	"hash/maphash"
	"slices"
	"strings"
	"sync"

	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/parallel"
	"github.com/amends-guide/amends/internal/report"
)

// A Crawler crawls one tree after the other. Only Look is for use by several goroutines at once.
type Crawler struct {
	seed   maphash.Seed
	last   []place             // by path
	places map[uint64]*reading // by the hash of the address
	clean  bool                // whether every link of the last crawl led somewhere

	mu    sync.Mutex       // of ahead, while pages are looked at
	ahead map[string]place // what was looked at since the last crawl, by path
}

// A place is a file and what was read in it. Links are relative, so that depends on the path too.
type place struct {
	path    string
	sum     [32]byte
	reading *reading
}

// NewCrawler makes a crawler that has read nothing yet.
func NewCrawler() *Crawler {
	return &Crawler{seed: maphash.MakeSeed(), ahead: map[string]place{}}
}

// Look reads a page ahead of the crawl of the tree that it will be in, while its bytes are at hand; Crawl reads the others. It says
// whether the page is sound in itself; where its links lead is not known yet.
func (c *Crawler) Look(f output.File, page []byte, base string) (sound bool) {
	r := c.readPage(f, page, base)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.ahead[f.Path] = place{f.Path, f.Sum, r}
	return len(r.problems) == 0
}

// Crawl verifies every page and style sheet of a tree. base is the path of the guide's address, "/" or "/guide/": only
// a page that can be shown at any address (404.html) writes it in its links.
func (c *Crawler) Crawl(t *output.Tree, base string) []report.Problem {
	files := t.Files()
	readings := c.readAll(files, base)

	same := c.clean && c.samePlaces(files, readings)
	places := c.places
	if !same {
		places = make(map[uint64]*reading, 2*len(files))
	}
	for i, f := range files {
		if !same || readings[i] != c.last[i].reading {
			places[c.hash(address(f.Path))] = readings[i]
		}
	}
	c.places = places
	c.clean = true
	var problems []report.Problem
	for i, f := range files {
		r := readings[i]
		problems = append(problems, r.problems...)
		if same && r == c.last[i].reading {
			continue
		}
		if r.leadsNowhere(places) {
			c.clean = false
			problems = append(problems, c.brokenLinks(f, base, places)...)
		}
	}
	c.keep(files, readings)
	return problems
}

// samePlaces says whether links lead to what they led to in the last crawl: the same files, with the same ids in them. Then a
// page that has not changed need not be asked again where its links lead.
func (c *Crawler) samePlaces(files []output.File, readings []*reading) bool {
	if len(files) != len(c.last) {
		return false
	}
	for i, f := range files {
		was := c.last[i]
		if was.path != f.Path || was.reading != readings[i] && !slices.Equal(was.reading.ids, readings[i].ids) {
			return false
		}
	}
	return true
}

func (c *Crawler) keep(files []output.File, readings []*reading) {
	c.ahead = map[string]place{}
	clear(c.last)
	c.last = slices.Grow(c.last[:0], len(files))
	for i, f := range files {
		c.last = append(c.last, place{f.Path, f.Sum, readings[i]})
	}
}

// readAll reads every file that is not as it was in the last crawl, unless it was looked at since.
func (c *Crawler) readAll(files []output.File, base string) []*reading {
	readings := c.known(files)
	parallel.Each(len(files), func(i int) {
		if readings[i] == nil {
			readings[i] = c.readFile(files[i], base)
		}
	})
	return readings
}

// known is what was read of each file as it is; nil of the others. Files and places are sorted by path.
func (c *Crawler) known(files []output.File) []*reading {
	readings, last := make([]*reading, len(files)), c.last
	for i, f := range files {
		for len(last) > 0 && last[0].path < f.Path {
			last = last[1:]
		}
		if len(last) > 0 && last[0].path == f.Path && last[0].sum == f.Sum {
			readings[i] = last[0].reading
		} else if seen := c.ahead[f.Path]; seen.sum == f.Sum {
			readings[i] = seen.reading
		}
	}
	return readings
}

func (c *Crawler) hash(s string) uint64 { return maphash.String(c.seed, s) }

// address is what a browser asks for to get the file at an output path: folders stand for their index page.
func address(path string) string {
	if dir, ok := strings.CutSuffix(path, "index.html"); ok && (dir == "" || strings.HasSuffix(dir, "/")) {
		return dir
	}
	return path
}
