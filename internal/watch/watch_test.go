package watch

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// folder makes a folder with a few files in it, and watches it.
func folder(t *testing.T) (dir string, w *Watcher) {
	t.Helper()
	dir = t.TempDir()
	write(t, filepath.Join(dir, "config.toml"), "title")
	write(t, filepath.Join(dir, "content/en/cards/a.md"), "a")
	return dir, watching(t, New(dir, "config.toml", "content"))
}

func watching(t *testing.T, w *Watcher) *Watcher {
	t.Helper()
	t.Cleanup(w.Close)
	return w
}

func write(t *testing.T, name, text string) {
	t.Helper()
	check(t, os.MkdirAll(filepath.Dir(name), 0o755))
	check(t, os.WriteFile(name, []byte(text), 0o644))
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// until waits for Changes, looks again after each as a preview would, and fails when none of them came late enough to see it.
func until(t *testing.T, w *Watcher, what string, seen func() bool) (changes []Change) {
	t.Helper()
	for late := time.After(time.Minute); ; {
		select {
		case c := <-w.Changes():
			changes = append(changes, c)
			if seen() {
				return changes
			}
		case <-late:
			t.Fatalf("%s was not seen; %d changes", what, len(changes))
		}
	}
}

func holds(name, text string) func() bool {
	return func() bool {
		data, err := os.ReadFile(name)
		return err == nil && string(data) == text
	}
}

func gone(name string) func() bool {
	return func() bool {
		_, err := os.Lstat(name)
		return errors.Is(err, os.ErrNotExist)
	}
}

// F1: all the ways in which editors save.
func TestF1EverySaveIsSeen(t *testing.T) {
	dir, w := folder(t)
	name := filepath.Join(dir, "content/en/cards/a.md")
	for i, save := range map[string]func(text string) error{
		"in place": func(text string) error { return os.WriteFile(name, []byte(text), 0o644) },
		"vim": func(text string) error {
			return errors.Join(os.Rename(name, name+"~"), os.WriteFile(name, []byte(text), 0o644), os.Remove(name+"~"))
		},
		"rename over": func(text string) error {
			return errors.Join(os.WriteFile(filepath.Dir(name)+"/.a.md.tmp", []byte(text), 0o644), os.Rename(filepath.Dir(name)+"/.a.md.tmp", name))
		},
		"emacs": func(text string) error {
			os.Remove(name + "~")
			return errors.Join(os.Link(name, name+"~"), os.Remove(name), os.WriteFile(name, []byte(text), 0o644))
		},
		"truncate, then write": func(text string) error {
			if err := os.Truncate(name, 0); err != nil {
				return err
			}
			return os.WriteFile(name, []byte(text), 0o644)
		},
	} {
		check(t, save(i))
		until(t, w, "the save "+i, holds(name, i))
	}
	check(t, os.Chmod(name, 0o600))
	until(t, w, "a change of mode", func() bool { return true })
}

func TestHints(t *testing.T) {
	dir, w := folder(t)
	write(t, filepath.Join(dir, "content/en/cards/a.md"), "b")
	changes := until(t, w, "the edit", func() bool { return true })
	if got := changes[len(changes)-1].Hints; !slices.Contains(got, "content/en/cards/a.md") {
		t.Errorf("hints %q", got)
	}
}

// F7: what is written beside the watched names, such as the output, and what editors hide, wakes nobody.
func TestF7OthersWakeNobody(t *testing.T) {
	dir, w := folder(t)
	write(t, filepath.Join(dir, "public/index.html"), "x")
	write(t, filepath.Join(dir, "content/en/cards/.a.md.swp"), "x")
	write(t, filepath.Join(dir, "notes.txt"), "x")
	write(t, filepath.Join(dir, "config.toml"), "y")
	for _, c := range until(t, w, "the settings", holds(filepath.Join(dir, "config.toml"), "y")) {
		for _, hint := range c.Hints {
			if hint != "config.toml" {
				t.Errorf("woken by %q", hint)
			}
		}
	}
}

// F2: a file in folders that are only just there.
func TestF2NewFolders(t *testing.T) {
	dir, w := folder(t)
	for i := range 40 {
		name := filepath.Join(dir, fmt.Sprintf("content/n%d/b/c/x.md", i))
		write(t, name, "x")
		until(t, w, name, holds(name, "x"))
		write(t, name, "y") // and it stays watched
		until(t, w, name, holds(name, "y"))
	}
}

// F3: folders that move: in, inside, out; what lies in them is watched where it is.
func TestF3MovedFolders(t *testing.T) {
	dir, w := folder(t)
	outside := filepath.Join(t.TempDir(), "draft.d")
	write(t, filepath.Join(outside, "deep/x.md"), "x")
	name := filepath.Join(dir, "content/in/deep/x.md")
	check(t, os.Rename(outside, filepath.Join(dir, "content/in")))
	until(t, w, "a folder moved in", holds(name, "x"))
	write(t, name, "y")
	until(t, w, "an edit in it", holds(name, "y"))
	for i, from := range []string{"in", "in2", "in3.d", "in4"} {
		to := []string{"in2", "in3.d", "in4", "in5"}[i]
		check(t, os.Rename(filepath.Join(dir, "content", from), filepath.Join(dir, "content", to)))
		name = filepath.Join(dir, "content", to, "deep/x.md")
		until(t, w, "a folder renamed", holds(name, "y"))
		write(t, name, to)
		until(t, w, "an edit in it", holds(name, to))
		write(t, name, "y")
		until(t, w, "another", holds(name, "y"))
	}
	check(t, os.Rename(filepath.Join(dir, "content/in5"), outside))
	until(t, w, "a folder moved out", gone(name))
}

// F4: a storm is a few Changes, and the last of them comes after the last write.
func TestF4Storm(t *testing.T) {
	dir, w := folder(t)
	const files = 5000
	stormed := make(chan error, 1)
	go func() {
		for i := range files {
			if err := os.WriteFile(filepath.Join(dir, "content/en/cards", fmt.Sprintf("s%d.md", i)), []byte("x"), 0o644); err != nil {
				stormed <- err
				return
			}
		}
		stormed <- nil
	}()
	last := filepath.Join(dir, "content/en/cards", fmt.Sprintf("s%d.md", files-1))
	changes := until(t, w, "the last file", holds(last, "x"))
	check(t, <-stormed)
	if len(changes) > files/10 { // it is one or two, where nothing else holds up whoever writes
		t.Errorf("%d changes for one storm", len(changes))
	}
	for _, c := range changes {
		if len(c.Hints) > mostHint {
			t.Errorf("%d hints", len(c.Hints))
		}
	}
}

// F4: what overflows the queue is told as an error that names nothing; it too means looking again.
func TestF4Overflow(t *testing.T) {
	_, w := folder(t)
	w.events.Errors <- fsnotify.ErrEventOverflow
	until(t, w, "the overflow", func() bool { return true })
}

// F5: where folders cannot be watched the watcher says so once, polls, and watches again when it can.
func TestF5Limit(t *testing.T) {
	for what, c := range map[string]struct {
		open  func() (*fsnotify.Watcher, error)
		words string
	}{
		"no watcher":   {func() (*fsnotify.Watcher, error) { return nil, syscall.EMFILE }, "max_user_instances"},
		"four folders": {fsnotify.NewWatcher, "max_user_watches"},
	} {
		dir := t.TempDir()
		name := filepath.Join(dir, "content/en/cards/a.md")
		write(t, name, "a")
		watched, limit := map[string]bool{}, 3
		limited := func(w *fsnotify.Watcher, path string) error {
			if watched[path] = true; len(watched) > limit {
				delete(watched, path)
				return syscall.ENOSPC
			}
			return w.Add(path)
		}
		w := watching(t, start(dir, []string{"content"}, 20*time.Millisecond, c.open, limited))
		notices := 0
		for _, text := range []string{what, what + "!", what + "?"} {
			write(t, name, text)
			for _, c := range until(t, w, "an edit", holds(name, text)) {
				if c.Notice != "" {
					notices++
				}
			}
		}
		check(t, os.Remove(name))
		until(t, w, "a removal", gone(name))
		if notices != 1 {
			t.Errorf("%s: told %d times", what, notices)
		}
	}
}

func TestF5IsSaidInWords(t *testing.T) {
	for fault, words := range map[error]string{syscall.ENOSPC: "max_user_watches", syscall.EMFILE: "max_user_instances", errRemote: "network", errors.New("odd"): "odd"} {
		w := &Watcher{quiet: time.NewTimer(time.Hour), every: time.Hour}
		w.fallBack(fault)
		w.fallBack(fault)
		if !strings.Contains(w.burst.change.Notice, words) || w.poll == nil {
			t.Errorf("%v: %q", fault, w.burst.change.Notice)
		}
	}
}

// F6: the content goes and comes back, and so does the whole folder.
func TestF6GoneAndBack(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	name := filepath.Join(dir, "content/en/a.md")
	write(t, name, "a")
	w := watching(t, start(dir, []string{"content"}, 20*time.Millisecond, fsnotify.NewWatcher, (*fsnotify.Watcher).Add))
	for i, goes := range []string{"content", "", "content", ""} {
		check(t, os.RemoveAll(filepath.Join(dir, goes)))
		until(t, w, "the removal", gone(name))
		write(t, name, fmt.Sprint(i))
		until(t, w, "its return", holds(name, fmt.Sprint(i)))
		write(t, name, fmt.Sprint(i, "!"))
		until(t, w, "an edit", holds(name, fmt.Sprint(i, "!")))
	}
}

// The longer a burst, the longer it must be quiet; but not for ever.
func TestQuietFor(t *testing.T) {
	for age, want := range map[time.Duration]time.Duration{
		0: shortest, 50 * time.Millisecond: 50 * time.Millisecond, time.Second: longest,
		patience - time.Millisecond: time.Millisecond, patience: 0, 2 * patience: 0,
	} {
		if got := quietFor(age); got != want {
			t.Errorf("after %v: %v, want %v", age, got, want)
		}
	}
}
