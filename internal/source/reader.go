package source

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/slab"
)

// ErrNoSite is the error of [Reader.Read] for a folder without a config.toml: it is no site, or not yet.
var ErrNoSite = errors.New("no config.toml here, so this is not a site")

// ErrUnsettled is the error of [Reader.Read] for a folder that would not hold still: files were added or removed during each
// of several readings, so no snapshot of it is true. Later it may well be.
var ErrUnsettled = errors.New("the site's files kept changing while they were read")

const (
	passes = 5                     // readings of a folder that changes meanwhile
	pause  = 20 * time.Millisecond // between two of them
)

// A Reader reads one site, again and again; what has not changed since the last time is not read twice. It is for one
// goroutine at a time.
type Reader struct {
	root    *os.Root
	builtIn []File            // sorted by path
	shipped map[string]string // folded path of each built-in file → its path
	times   int64             // how many times the usual size a file may have
	texts   slab.Of[byte]     // the bytes of most files

	listed map[string]*listing // what the last pass saw, by folder
	known  map[key]*record     // what the last pass found
	last   *Files              // the last snapshot, while it is true
}

// Open returns a reader of the site in that folder, over the files built into the program. It must be closed.
func Open(dir string, builtIn fs.FS) (*Reader, error) {
	files, err := readBuiltIn(builtIn)
	if err != nil {
		return nil, fmt.Errorf("read the built-in files: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &Reader{root: root, builtIn: files, shipped: foldedPaths(files), times: 1, texts: slab.Of[byte]{Block: 64 << 10}}, nil
}

// Allow lets files be so many times as large as usual, at least once, and says whether that makes another site of what was read:
// then the site must be read again. A site's own settings say how many, and they are read first.
func (r *Reader) Allow(times int) (changed bool) {
	r.times = int64(max(times, 1))
	for key, rec := range r.known {
		if size := rec.stamp.size; size > kindOf(key.path()).limit && rec.times != r.times {
			delete(r.known, key)
			changed = true
		}
	}
	if changed {
		r.last = nil
	}
	return changed
}

// Forget lets go of what was read: the next Read begins anew.
func (r *Reader) Forget() { r.listed, r.known, r.last = nil, nil, nil }

// Close lets go of the site's folder.
func (r *Reader) Close() error { return r.root.Close() }

// Read returns the site as it is now, with every problem of its files, sorted. When nothing has changed since the last Read,
// it returns the very same Files.
//
// Unchanged means: the same size, times and, where the system tells, file number. A file that was written less than two
// seconds before it was last read is read again, for some disks count time in steps of that length.
//
// The error is [ErrNoSite], [ErrUnsettled] or the context's; a file that cannot be read is a problem.
func (r *Reader) Read(ctx context.Context) (*Files, []report.Problem, error) {
	for range passes {
		p := &pass{reader: r, started: time.Now(), listed: map[string]*listing{}}
		if err := p.walk(ctx); err != nil {
			return nil, nil, err
		}
		r.remember(p)
		if p.settled() {
			return r.snapshot(p)
		}
		time.Sleep(pause)
	}
	return nil, nil, ErrUnsettled
}

// remember keeps what a pass found for the next one, and forgets the last snapshot if it is no longer true.
func (r *Reader) remember(p *pass) {
	r.listed = p.listed
	if p.reads.Load() == 0 && len(p.found) == len(r.known) {
		return
	}
	changed := len(p.found) != len(r.known)
	known := make(map[key]*record, len(p.found))
	for _, rec := range p.found {
		changed = changed || rec.isNew
		rec.isNew = false
		known[rec.key] = rec
	}
	r.known = known
	if changed {
		r.last = nil
	}
}

func (r *Reader) snapshot(p *pass) (*Files, []report.Problem, error) {
	if !p.hasConfig {
		return nil, nil, ErrNoSite
	}
	problems := p.problems
	for _, rec := range p.found {
		problems = append(problems, rec.problems...)
	}
	if r.last == nil {
		r.last = &Files{list: layered(r.builtIn, p.found), builtIn: r.builtIn}
	}
	return r.last, report.Sort(problems), nil
}

// layered puts the site's files over the built-in ones.
func layered(builtIn []File, found []*record) []File {
	list := make([]File, 0, len(builtIn)+len(found))
	for _, rec := range found {
		if rec.file.Path != "" {
			list = append(list, rec.file)
		}
	}
	slices.SortFunc(list, byPath)
	site := list
	for _, file := range builtIn {
		if i := search(site, file.Path); i == len(site) || site[i].Path != file.Path {
			list = append(list, file)
		}
	}
	slices.SortFunc(list, byPath)
	return slices.Clip(list)
}

func byPath(a, b File) int { return strings.Compare(a.Path, b.Path) }
