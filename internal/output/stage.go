package output

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// A Stage is a [Write] under way, for a site too large to be held: each file goes to the disk as soon as it is made, beside what
// readers see, and Commit lets all take their places. It holds the output's lock until it ends by Commit or Abort.
type Stage struct {
	dir   string
	held  *lock
	way   way
	mu    sync.Mutex
	fault error // the first file that could not be written
}

// A way is how files get to their places: of the first site in a folder, or of the next one.
type way interface {
	// put writes a file to the disk, unless its place holds it already, and says where its bytes lie.
	put(f File, data []byte) (*spot, error)
	commit(ctx context.Context, tree *Tree) (Result, error)
	// abort takes away what was put and has no place yet: after a commit that went well there is nothing of the kind.
	abort()
}

// A spot is where on a disk a file's bytes lie.
type spot struct {
	disk    disk
	name    string
	number  int // among the staged; 0 if it lies in its place
	changed time.Time
}

// Begin begins to write an output. Its errors are those of [Write]; a Stage that was begun must be ended.
func Begin(ctx context.Context, dir string, opts Options) (*Stage, error) {
	if opts.open == nil {
		opts.open = openFolder
	}
	if err := refuse(dir, opts); err != nil {
		return nil, err
	}
	dir = resolve(dir)
	if err := os.MkdirAll(filepath.Dir(dir), folderMode); err != nil {
		return nil, err
	}
	held, err := acquire(ctx, dir, opts.open)
	if err != nil {
		return nil, err
	}
	begin := beginNext
	if held.isFirst {
		begin = beginFirst
	}
	way, err := begin(dir, opts.open)
	if err != nil {
		held.release()
		return nil, err
	}
	return &Stage{dir: dir, held: held, way: way}, nil
}

// NewFile is like the function of that name, but what it returns lies on the disk. A disk that fails is told of by Commit. It keeps
// no hold of data, and may be called by several goroutines at once.
func (s *Stage) NewFile(path string, data []byte, maker string) File {
	f := NewFile(path, data, maker)
	f.kept = nil
	spot, err := s.way.put(f, data)
	if err != nil {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.fault == nil {
			s.fault = fmt.Errorf("%s: %w", path, err)
		}
	}
	f.spot = spot
	return f
}

// Commit makes the folder hold the tree's files, be they staged or not, as [Write] does, and ends the Stage.
func (s *Stage) Commit(ctx context.Context, tree *Tree) (Result, error) {
	defer s.Abort()
	if s.fault != nil {
		return Result{}, fmt.Errorf("write to %q: %w", s.dir, s.fault)
	}
	return s.way.commit(ctx, tree)
}

// Abort leaves the output as it was. After Commit it does nothing.
func (s *Stage) Abort() {
	if s.held != nil {
		s.way.abort()
		s.held.release()
		s.held = nil
	}
}

// errMoved is the error when a file that needed no writing does need it at the end.
var errMoved = errors.New("somebody has changed it meanwhile; build again")
