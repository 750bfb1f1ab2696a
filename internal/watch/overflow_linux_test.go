package watch

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// F4 with the kernel's own queue: while the watcher is held up, more happens than the queue can take. The rest of the events is
// lost, those of the last save and of a new folder too; both are seen all the same, and the folder is watched.
func TestF4KernelOverflow(t *testing.T) {
	const most = 1 << 16
	data, err := os.ReadFile("/proc/sys/fs/inotify/max_queued_events")
	check(t, err)
	queue, err := strconv.Atoi(strings.TrimSpace(string(data)))
	check(t, err)
	if queue > most {
		t.Skipf("the queue takes %d events (fs.inotify.max_queued_events), more than this test would make", queue)
	}
	dir := t.TempDir()
	name := filepath.Join(dir, "content/cards/a.md")
	write(t, name, "0")
	last := filepath.Join(dir, "content/zz") // the last to be followed, so that what comes before it is not found by the way
	held, goOn, hold := make(chan bool), make(chan bool), true
	w := watching(t, start(dir, []string{"content"}, time.Hour, fsnotify.NewWatcher, func(events *fsnotify.Watcher, path string) error {
		if path == last && hold {
			hold = false
			held <- true
			<-goOn
		}
		return events.Add(path)
	}))
	check(t, os.Mkdir(last, 0o755))
	<-held
	for i := range queue { // each makes an event of its own, twice what the queue takes with what is read ahead of it
		check(t, os.Rename(name, fmt.Sprintf("%s.%d.md", name, i)))
		check(t, os.Rename(fmt.Sprintf("%s.%d.md", name, i), name))
	}
	write(t, name, "the last")
	added := filepath.Join(dir, "content/new/b.md")
	write(t, added, "1")
	goOn <- true
	until(t, w, "what was lost", func() bool {
		return holds(name, "the last")() && slices.Contains(w.events.WatchList(), filepath.Dir(added))
	})
	write(t, added, "2")
	until(t, w, "an edit in the new folder", holds(added, "2"))
}
