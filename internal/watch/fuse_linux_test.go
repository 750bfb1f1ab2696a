package watch

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// F7 with a real mount by FUSE, of a whole guide or of its content alone: what changes beneath it is told by no event. It is polled,
// and that is said once.
func TestF7Fuse(t *testing.T) {
	for _, mounted := range []string{"", "content"} {
		dir, beneath := t.TempDir(), t.TempDir()
		check(t, os.MkdirAll(filepath.Join(dir, mounted), 0o755))
		mount(t, filepath.Join(beneath, mounted), filepath.Join(dir, mounted))
		w := watching(t, start(dir, []string{"content"}, 20*time.Millisecond, fsnotify.NewWatcher, (*fsnotify.Watcher).Add))
		notices := ""
		see := func(what string, seen func() bool) {
			for _, c := range until(t, w, what, seen) {
				notices += c.Notice
			}
		}
		const name = "content/en/a.md"
		write(t, filepath.Join(beneath, name), "1")
		see("a file made beneath", holds(filepath.Join(dir, name), "1"))
		write(t, filepath.Join(beneath, name), "two")
		see("an edit beneath", holds(filepath.Join(dir, name), "two"))
		write(t, filepath.Join(dir, name), "three")
		see("an edit through the mount", holds(filepath.Join(dir, name), "three"))
		check(t, os.Rename(filepath.Join(beneath, "content/en"), filepath.Join(beneath, "content/de")))
		see("a folder renamed beneath", holds(filepath.Join(dir, "content/de/a.md"), "three"))
		if strings.Count(notices, "network or foreign disk") != 1 {
			t.Errorf("it is told as %q", notices)
		}
	}
}

// mount shows a folder in the place of another, by FUSE, until the test ends.
func mount(t *testing.T, folder, at string) {
	t.Helper()
	for _, name := range []string{"bindfs", "fusermount"} {
		if _, err := exec.LookPath(name); err != nil {
			if os.Getenv("CI") == "true" {
				t.Fatalf("%s is missing", name)
			}
			t.Skipf("to see a real mount by FUSE install %s (package bindfs)", name)
		}
	}
	check(t, os.MkdirAll(folder, 0o755))
	if said, err := exec.Command("bindfs", "--no-allow-other", "-o", "attr_timeout=0,entry_timeout=0", folder, at).CombinedOutput(); err != nil {
		t.Skipf("this system lets nobody mount: %v %s", err, said)
	}
	t.Cleanup(func() { exec.Command("fusermount", "-u", "-z", at).Run() })
}
