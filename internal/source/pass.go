package source

import (
	"context"
	"errors"
	"io/fs"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/amends-guide/amends/internal/report"
)

// A pass is one reading of the whole site: level by level, the names of all folders first, then every name looked at by a
// few goroutines. At most a handful of files are open at any time.
type pass struct {
	reader  *Reader
	started time.Time

	listed    map[string]*listing // every folder, by its path as the disk has it
	found     []*record           // every file, also those with problems
	problems  []report.Problem
	hasConfig bool
	reads     atomic.Int64 // how many files were opened
	lost      atomic.Bool  // something went away between being listed and being looked at
}

// A listing is what a folder holds.
type listing struct {
	stamp    stamp    // of the folder, just before
	all      []string // in the disk's own order
	chosen   []string // those worth a look, sorted
	problems []report.Problem
}

// A batch is some names of one folder, as many as are worth opening the folder again for.
type batch struct {
	folder string
	names  []string
	seen   []seen // one for each name
}

// seen is what a name turned out to be: a file, or else a folder, or neither with a problem, or gone.
type seen struct {
	file     *record
	isFolder bool
	problem  *report.Problem
}

const batchSize = 128

// walk reads the site's files, level by level.
func (p *pass) walk(ctx context.Context) error {
	level := []batch{newBatch("", []string{"config.toml", "content", "templates", "theme"})}
	for len(level) > 0 {
		if err := p.look(ctx, level); err != nil {
			return err
		}
		level = p.list(p.gather(level))
	}
	return nil
}

func newBatch(folder string, names []string) batch {
	return batch{folder: folder, names: names, seen: make([]seen, len(names))}
}

// look fills the batches' results, in parallel.
func (p *pass) look(ctx context.Context, level []batch) error {
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(len(level), max(4, runtime.GOMAXPROCS(0))) {
		group.Go(func() {
			for i := next.Add(1) - 1; int(i) < len(level) && ctx.Err() == nil; i = next.Add(1) - 1 {
				p.lookAt(&level[i])
			}
		})
	}
	group.Wait()
	return ctx.Err()
}

func (p *pass) lookAt(b *batch) {
	dir, err := p.open(b.folder)
	if err != nil {
		p.lost.Store(true) // it was there to be listed a moment ago
		return
	}
	defer dir.close()
	for i, name := range b.names {
		b.seen[i] = p.lookAtName(dir, key{b.folder, name})
	}
}

// open opens a folder; os.Root sees to it that no link leads out of the site.
func (p *pass) open(folder string) (*dir, error) {
	if folder == "" {
		folder = "."
	}
	return openDir(p.reader.root, folder)
}

// gather takes the batches' results in order, and returns the folders found.
func (p *pass) gather(level []batch) (folders []string) {
	for _, b := range level {
		for i, s := range b.seen {
			if b.folder == "" && b.names[i] == "config.toml" {
				p.hasConfig = s != seen{}
			}
			switch {
			case s.file != nil:
				p.found = append(p.found, s.file)
			case s.isFolder && b.folder == "":
				folders = append(folders, b.names[i])
			case s.isFolder:
				folders = append(folders, b.folder+"/"+b.names[i])
			case s.problem != nil:
				p.problems = append(p.problems, *s.problem)
			}
		}
	}
	return folders
}

// list reads the names in the folders, and cuts them into batches.
func (p *pass) list(folders []string) (level []batch) {
	for _, folder := range folders {
		l, err := p.listOne(folder)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			p.lost.Store(true)
			continue
		case err != nil:
			p.problems = append(p.problems, *unreadable(join("", folder), err))
			continue
		}
		p.listed[folder] = l
		p.problems = append(p.problems, l.problems...)
		for names := range slices.Chunk(l.chosen, batchSize) {
			level = append(level, newBatch(folder, names))
		}
	}
	return level
}

// listOne reads the names in a folder; they are judged anew only if they are not those of the last pass.
func (p *pass) listOne(folder string) (*listing, error) {
	dir, err := p.open(folder)
	if err != nil {
		return nil, err
	}
	defer dir.close()
	before, err := dir.self()
	if err != nil {
		return nil, err
	}
	names, err := dir.names()
	if err != nil {
		return nil, err
	}
	l := &listing{stamp: before, all: names}
	if old := p.reader.listed[folder]; old != nil && slices.Equal(old.all, names) {
		l.chosen, l.problems = old.chosen, old.problems
	} else {
		l.chosen, l.problems = p.reader.choose(folder, slices.Sorted(slices.Values(names)))
	}
	return l, nil
}

// settled says whether the site stood still: nothing was lost, and no folder has gained or lost a name since it was listed.
func (p *pass) settled() bool {
	if p.lost.Load() {
		return false
	}
	for folder, l := range p.listed {
		dir, err := p.open(folder)
		if err != nil {
			return false
		}
		now, err := dir.self()
		dir.close()
		if err != nil || now != l.stamp {
			return false
		}
	}
	return true
}
