package output

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

const (
	ownFolder    = ".amends"
	lockName     = ownFolder + "/lock"
	manifestName = ownFolder + "/manifest"
	stageName    = ownFolder + "/stage"
)

// Options say what is around an output.
type Options struct {
	// Inputs are folders that are read to build the site: the output must not be one, hold one, or lie in one.
	Inputs []string
	// Around are folders that the output may lie in, but must not be or hold: the site's own. The home, the root of the disk
	// and any git repository's top are refused whatever is said here.
	Around []string
	// Adopt allows a folder that already holds somebody's files; they stay as they are.
	Adopt bool

	open opener // the tests have disks that fail
}

// An opener opens a folder to be written.
type opener func(dir string) (disk, error)

// A Result is what [Write] did.
type Result struct {
	Changes           // on the disk, from what we last wrote there
	Kept     []string // stale files of ours that somebody has changed: they stay, and are no longer ours
	Warnings []string // what somebody should know: lower case, no full stop
}

// Write makes a folder hold the tree's files, and takes away those of an earlier Write that the tree has no more. The
// package's promises say what happens on the way.
//
// The error is a [*Refusal], [*Locked], the context's, or the disk's; it wraps the system's, so errors.Is finds fs.ErrPermission
// and syscall.ENOSPC. Once the renames have begun the context is not asked any more.
func Write(ctx context.Context, dir string, tree *Tree, opts Options) (Result, error) {
	if opts.open == nil {
		opts.open = openFolder
	}
	if err := refuse(dir, opts); err != nil {
		return Result{}, err
	}
	dir = resolve(dir)
	if err := os.MkdirAll(filepath.Dir(dir), folderMode); err != nil {
		return Result{}, err
	}
	held, err := acquire(ctx, dir, opts.open)
	if err != nil {
		return Result{}, err
	}
	defer held.release()
	if held.isFirst {
		return writeFirst(ctx, dir, tree, opts.open)
	}
	return update(ctx, dir, tree, opts.open)
}

// Check says early, before anything is built, what [Write] would refuse, and whether the disk lets itself be written to. It
// changes nothing.
func Check(dir string, opts Options) error {
	if err := refuse(dir, opts); err != nil {
		return err
	}
	for at := resolve(dir); ; at = filepath.Dir(at) {
		if !isAbsent(at) || at == filepath.Dir(at) {
			if err := mayWrite(at); err != nil {
				return fmt.Errorf("write to %q: %w", at, err)
			}
			return nil
		}
	}
}

// Unfinished says whether a Write into that folder was cut off; what lies there may then be partly old and partly new, until
// the next Write.
func Unfinished(dir string) (bool, error) {
	_, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(stageName)))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}

// update brings an existing output up to date.
func update(ctx context.Context, dir string, tree *Tree, open opener) (Result, error) {
	d, err := open(dir)
	if err != nil {
		return Result{}, err
	}
	defer d.Close()
	if err := finish(d); err != nil {
		return Result{}, fmt.Errorf("finish the build of %q that was cut off: %w", dir, err)
	}
	record, whole, err := readManifest(d)
	if err != nil {
		return Result{}, err
	}
	plan, err := compare(ctx, d, record, tree, whole)
	if err != nil {
		return Result{}, inDir(dir, err)
	}
	if !whole {
		plan.result.Warnings = append(plan.result.Warnings, fmt.Sprintf("the record of what was written to %q is lost or damaged, so nothing old was deleted", dir))
	}
	if plan.nothing() && whole {
		return plan.result, nil
	}
	if err := apply(ctx, d, plan); err != nil {
		return Result{}, fmt.Errorf("write to %q: %w", dir, err)
	}
	return plan.result, nil
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
