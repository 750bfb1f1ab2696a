package output

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"sync"

	"github.com/amends-guide/amends/internal/parallel"
	"github.com/amends-guide/amends/internal/slab"
)

// A first is an output that does not exist yet: all of it is made beside its place, and then takes it with one rename.
type first struct {
	dir     string
	parent  disk
	disk    disk // of the folder beside
	mu      sync.Mutex
	folders map[string]bool // that are made
	below   map[string]disk // some of them, in which folders lie
	spots   slab.Of[spot]
	done    bool
}

func (w *first) beside() string { return "." + filepath.Base(w.dir) + ".amends-stage" }

func beginFirst(dir string, open opener) (way, error) {
	w := &first{dir: dir, folders: map[string]bool{}, below: map[string]disk{}}
	var err error
	if w.parent, err = open(filepath.Dir(dir)); err != nil {
		return nil, err
	}
	err = w.parent.RemoveAll(w.beside()) // of a first build that was killed
	if err == nil {
		err = w.parent.Mkdir(w.beside())
	}
	if err == nil {
		w.disk, err = open(filepath.Join(filepath.Dir(dir), w.beside()))
	}
	if err == nil {
		err = w.disk.Mkdir(ownFolder)
	}
	if err != nil {
		w.abort()
		return nil, fmt.Errorf("write to %q: %w", dir, err)
	}
	return w, nil
}

func (w *first) put(f File, data []byte) (*spot, error) {
	if err := w.folder(path.Dir(f.Path)); err != nil {
		return nil, err
	}
	d, name := w.near(f.Path, path.Dir(path.Dir(f.Path)))
	changed, err := d.WriteFile(name, data)
	return w.spots.Keep(spot{disk: w.disk, name: f.Path, changed: changed}), err
}

// folder makes a folder and those above it, unless they are there.
func (w *first) folder(name string) error {
	w.mu.Lock()
	made := w.folders[name]
	w.mu.Unlock()
	if made || name == "." {
		return nil
	}
	if err := w.folder(path.Dir(name)); err != nil {
		return err
	}
	if err := w.open(path.Dir(name)); err != nil {
		return err
	}
	d, rest := w.near(name, path.Dir(name))
	if err := d.Mkdir(rest); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	w.mu.Lock()
	w.folders[name] = true
	w.mu.Unlock()
	return nil
}

// mostBelow is how many folders may be open at once: the large ones are among the first.
const mostBelow = 64

// open opens a folder in which folders are to be made.
func (w *first) open(name string) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.below[name] != nil || name == "." || len(w.below) == mostBelow {
		return nil
	}
	d, err := w.disk.Below(name)
	if err == nil {
		w.below[name] = d
	}
	return err
}

// near is from where to reach a file or folder: from the folder above, if that is open.
func (w *first) near(name, above string) (d disk, rest string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if d = w.below[above]; d == nil {
		return w.disk, name
	}
	return d, name[len(above)+1:]
}

func (w *first) commit(ctx context.Context, tree *Tree) (Result, error) {
	if err := w.fill(ctx, tree); err != nil {
		return Result{}, fmt.Errorf("write to %q: %w", w.dir, err)
	}
	if err := w.parent.Rename(w.beside(), filepath.Base(w.dir)); err != nil {
		return Result{}, fmt.Errorf("write to %q: %w", w.dir, err)
	}
	w.done = true
	return Result{Changes: Changes{Added: tree.Paths()}}, nil
}

// fill writes what is not written yet, and the record.
func (w *first) fill(ctx context.Context, tree *Tree) error {
	files := tree.Files()
	record := make(manifest, len(files))
	err := parallel.Try(ctx, len(files), func(i int) (err error) {
		at := files[i].spot
		if at == nil {
			files[i].Use(func(data []byte) { at, err = w.put(files[i], data) })
		}
		if err == nil {
			record[i] = entryOf(files[i], at.changed)
		}
		return err
	})
	if err != nil {
		return err
	}
	if _, err := w.disk.WriteFile(manifestName, record.text()); err != nil {
		return err
	}
	if _, err = w.disk.WriteFile(lockName, nil); err != nil { // from now on a manifest that is missing was lost
		return err
	}
	return w.close() // some systems do not rename what is open
}

func (w *first) close() error {
	var err error
	for name, d := range w.below {
		err = errors.Join(err, d.Close())
		delete(w.below, name)
	}
	return errors.Join(err, w.disk.Close())
}

func (w *first) abort() {
	if w.disk != nil {
		w.close()
	}
	if !w.done {
		w.parent.RemoveAll(w.beside())
	}
	w.parent.Close()
}
