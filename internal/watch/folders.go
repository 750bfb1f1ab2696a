package watch

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

// follow watches every folder there is. One that is watched already costs nothing, and the system forgets those that are
// gone. When it cannot be done the folder is polled, and each poll tries again.
func (w *Watcher) follow() {
	if w.events == nil {
		return
	}
	if err := w.addAll(); err != nil {
		w.fallBack(err)
	} else if w.poll != nil && !w.isSilent() {
		w.poll.Stop()
		w.poll = nil
	}
}

func (w *Watcher) addAll() error {
	if err := w.add(w.events, w.dir); err != nil {
		return err
	}
	for _, name := range w.names {
		if err := w.addBelow(filepath.Join(w.dir, name)); err != nil {
			return err
		}
	}
	return nil
}

func (w *Watcher) addBelow(top string) error {
	return filepath.WalkDir(top, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil: // gone again, or not to be read: whoever looks will say so
			return nil
		case !d.IsDir():
			return nil
		case path != top && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		}
		if err := w.add(w.events, path); err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission) {
			return err
		}
		return nil
	})
}

// isSilent says whether the folder, or one of the names in it, is on a disk that may keep changes to itself.
func (w *Watcher) isSilent() bool {
	return isRemote(w.dir) || slices.ContainsFunc(w.names, func(name string) bool { return isRemote(filepath.Join(w.dir, name)) })
}

var errRemote = errors.New("the folder is on a network or foreign disk, which does not always tell when a file changes")

// fallBack polls from now on, and says so once.
func (w *Watcher) fallBack(reason error) {
	if w.poll == nil {
		w.poll = time.NewTicker(w.every)
		w.last = w.scan()
	}
	if w.told || errors.Is(reason, fs.ErrNotExist) { // a folder that is gone may be back in a moment
		return
	}
	w.told = true
	switch {
	case errors.Is(reason, syscall.ENOSPC):
		reason = errors.New("the system's limit of watched folders is reached (on Linux: fs.inotify.max_user_watches)")
	case errors.Is(reason, syscall.EMFILE), errors.Is(reason, syscall.ENFILE):
		reason = errors.New("the system's limit of watchers or open files is reached (on Linux: fs.inotify.max_user_instances)")
	}
	w.burst.change.Notice = reason.Error()
	w.stir(false)
}

// A scan is what every file looked like.
type scan map[string]look

type look struct {
	size    int64
	changed time.Time
	mode    fs.FileMode
}

// look polls: it compares what every file looks like with the last time.
func (w *Watcher) look() {
	now, old := w.scan(), w.last
	w.last = now
	for path, seen := range now {
		if before, ok := old[path]; !ok || !before.changed.Equal(seen.changed) || before.size != seen.size || before.mode != seen.mode {
			w.stir(false, seen.hint(path)...)
		}
	}
	for path, seen := range old {
		if _, ok := now[path]; !ok {
			w.stir(false, seen.hint(path)...)
		}
	}
	w.follow()
}

// hint is the path of a file; a folder's would say little.
func (l look) hint(path string) []string {
	if l.mode.IsDir() {
		return nil
	}
	return []string{path}
}

func (w *Watcher) scan() scan {
	s := scan{}
	for _, name := range w.names {
		filepath.WalkDir(filepath.Join(w.dir, name), func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil
			}
			name, _ := filepath.Rel(w.dir, path)
			if w.ignores(name) {
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			if info, err := os.Lstat(path); err == nil {
				s[filepath.ToSlash(name)] = look{info.Size(), info.ModTime(), info.Mode()}
			}
			return nil
		})
	}
	return s
}
