package output

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// A next is an output that exists, and is brought up to date.
type next struct {
	dir    string
	disk   disk
	record manifest // of the last site
	whole  bool     // the record was found
	stage  func() error
	staged atomic.Int64 // files so far
	stuck  bool         // the stage is for the next Write
}

func beginNext(dir string, open opener) (way, error) {
	d, err := open(dir)
	if err != nil {
		return nil, err
	}
	w := &next{dir: dir, disk: d}
	w.stage = sync.OnceValue(w.makeStage)
	if err = finish(d); err != nil {
		err = fmt.Errorf("finish the build of %q that was cut off: %w", dir, err)
	} else {
		w.record, w.whole, err = readManifest(d)
	}
	if err != nil {
		d.Close()
		return nil, err
	}
	return w, nil
}

// makeStage makes room for staged files; as long as nothing has changed there is no need.
func (w *next) makeStage() error {
	for _, folder := range []string{stageName, stageName + "/new", stageName + "/old"} {
		if err := w.disk.Mkdir(folder); err != nil {
			return err
		}
	}
	return nil
}

func (w *next) put(f File, data []byte) (*spot, error) {
	if w.holds(f) {
		return &spot{disk: w.disk, name: f.Path}, nil
	}
	if err := w.stage(); err != nil {
		return nil, err
	}
	at := &spot{disk: w.disk, number: int(w.staged.Add(1))}
	at.name = stagedName(at.number)
	var err error
	at.changed, err = w.disk.WriteFile(at.name, data)
	return at, err
}

// holds says whether the output has the file as we left it.
func (w *next) holds(f File) bool {
	i, ok := slices.BinarySearchFunc(w.record, f.Path, func(e entry, path string) int { return strings.Compare(e.path, path) })
	if !ok || w.record[i].sum != f.Sum {
		return false
	}
	info, err := w.disk.Lstat(f.Path)
	return err == nil && w.record[i].isLeft(info)
}

func (w *next) commit(ctx context.Context, tree *Tree) (Result, error) {
	plan, err := compare(ctx, w.disk, w.record, tree, w.whole)
	if err != nil {
		return Result{}, inDir(w.dir, err)
	}
	if !w.whole {
		plan.result.Warnings = append(plan.result.Warnings, fmt.Sprintf("the record of what was written to %q is lost or damaged, so nothing old was deleted", w.dir))
	}
	if plan.nothing() && w.whole {
		return plan.result, nil
	}
	if err := w.apply(ctx, plan); err != nil {
		return Result{}, fmt.Errorf("write to %q: %w", w.dir, err)
	}
	return plan.result, nil
}

func (w *next) abort() {
	if !w.stuck {
		sweep(w.disk)
	}
	w.disk.Close()
}

// inDir puts the output's name into a refusal that was found by looking inside.
func inDir(dir string, err error) error {
	if refusal, ok := errors.AsType[*Refusal](err); ok {
		refusal.Dir = dir
		return refusal
	}
	return fmt.Errorf("look at %q: %w", dir, err)
}

// readManifest reads the record of the last Write; whole is false when it is lost or says what we never wrote.
func readManifest(d disk) (record manifest, whole bool, err error) {
	info, err := d.Lstat(manifestName)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, false, nil
	case err != nil:
		return nil, false, err
	case !info.Mode().IsRegular():
		return nil, false, nil
	}
	text, err := d.ReadFile(manifestName)
	if err != nil {
		return nil, false, err
	}
	record, err = parseManifest(text)
	return record, err == nil, nil
}
