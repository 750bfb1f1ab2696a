package output

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

const (
	lockWait  = time.Second           // for another build to end
	lockPause = 20 * time.Millisecond // between two tries
)

// Locked is the error when another process is writing the same folder, and has not ended within a second.
type Locked struct {
	Dir string // the output
	PID int    // the other process, 0 when it did not say
}

func (l *Locked) Error() string {
	if l.PID == 0 {
		return fmt.Sprintf("another process is writing %q", l.Dir)
	}
	return fmt.Sprintf("another process, number %d, is writing %q", l.PID, l.Dir)
}

// errBusy is what tryLock returns when another process holds the lock.
var errBusy = errors.New("locked")

// A lock is held by the kernel for this process, and let go when the process ends, in whatever way.
type lock struct {
	file    *os.File
	isFirst bool // it lies beside an output that does not exist yet
}

// acquire locks an output. The lock's file lies in .amends; before the output exists it lies beside it, and goes with the
// first build, so that nothing is left in the parent folder.
func acquire(ctx context.Context, dir string, open opener) (*lock, error) {
	for end := time.Now().Add(lockWait); ; {
		path, isFirst, err := lockPath(dir, open)
		if err != nil {
			return nil, err
		}
		file, err := lockFile(path)
		switch {
		case err == nil && isFirst == isAbsent(dir):
			file.Truncate(0) // the number is a courtesy: on a full disk the lock holds without it
			fmt.Fprintf(file, "%d\n", os.Getpid())
			return &lock{file, isFirst}, nil
		case err == nil: // another's first build came to its end meanwhile
			(&lock{file, isFirst}).release()
			continue
		case !errors.Is(err, errBusy):
			return nil, err
		case time.Now().After(end):
			return nil, &Locked{Dir: dir, PID: holder(path)}
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(lockPause):
		}
	}
}

func isAbsent(dir string) bool {
	_, err := os.Lstat(dir)
	return errors.Is(err, fs.ErrNotExist)
}

func lockPath(dir string, open opener) (path string, isFirst bool, err error) {
	if isAbsent(dir) {
		return filepath.Join(filepath.Dir(dir), "."+filepath.Base(dir)+".amends-lock"), true, nil
	}
	d, err := open(dir)
	if err != nil {
		return "", false, err
	}
	defer d.Close()
	return filepath.Join(dir, filepath.FromSlash(lockName)), false, mark(d)
}

// mark makes an existing folder ours. The lock's file comes last of all, so without one nothing was ever written here, and an
// empty manifest is the truth; a manifest that is missing beside a lock was lost.
func mark(d disk) error {
	if _, err := d.Lstat(lockName); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := d.Mkdir(ownFolder); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	if err := d.Remove(manifestName); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	_, err := d.WriteFile(manifestName, manifest{}.text())
	return err
}

// lockFile opens and locks the file at that path; a file that is removed from there in the meantime locks nothing.
func lockFile(path string) (*os.File, error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, fileMode)
	if err != nil {
		return nil, err
	}
	if err := tryLock(file); err != nil {
		file.Close()
		return nil, err
	}
	mine, err := file.Stat()
	if there, errThere := os.Stat(path); err != nil || errThere != nil || !os.SameFile(mine, there) {
		file.Close()
		return nil, errBusy
	}
	return file, nil
}

func holder(path string) int {
	text, _ := os.ReadFile(path)
	pid, _ := strconv.Atoi(string(bytes.TrimSpace(text)))
	return pid
}

func (l *lock) release() {
	gone := l.isFirst && os.Remove(l.file.Name()) == nil // while it is held, so that no other can hold a file without a name
	l.file.Close()
	if l.isFirst && !gone { // Windows cannot remove an open file
		os.Remove(l.file.Name())
	}
}
