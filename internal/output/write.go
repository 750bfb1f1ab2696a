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
	stage, err := Begin(ctx, dir, opts)
	if err != nil {
		return Result{}, err
	}
	return stage.Commit(ctx, tree)
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
