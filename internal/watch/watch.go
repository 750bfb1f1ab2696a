// Package watch tells when something in a folder may have changed.
//
// In goes a folder and the names in it that matter; out comes a [Change] whenever it is time to look again. An event never
// carries meaning: events are lost, doubled, late and named wrongly, so whoever receives a Change must look at everything.
// The paths in it are hints, good for a status line and for nothing else.
//
// The first event is passed on after a few quiet milliseconds; a burst that goes on has to be quiet for longer, so that a
// checkout of thousands of files is one Change or two. Where no events can be had (a limit of the system, a network disk)
// the folder is looked at every two seconds instead, and the first such Change says why. Nothing is ever written, and no
// file is opened.
package watch

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// A Change says that it is time to look again.
type Change struct {
	Hints  []string // paths from the folder, with slashes, sorted: some that may have changed; often incomplete
	Notice string   // once: why there are no events and the folder is polled instead; else empty
}

const (
	shortest = 4 * time.Millisecond   // quiet after a first event: editors save in two or three steps
	longest  = 100 * time.Millisecond // quiet after a burst
	patience = 2 * time.Second        // a burst longer than this is passed on in parts
	mostHint = 100                    // hints kept of one burst
)

// A Watcher watches one folder. It must be closed.
type Watcher struct {
	dir     string
	names   []string
	changes chan Change
	done    chan struct{}
	every   time.Duration

	events *fsnotify.Watcher // nil where the system has none
	add    adder             // the tests have one that fails
	quiet  *time.Timer
	poll   *time.Ticker // nil while events come
	last   scan         // of the last poll
	told   bool         // the notice has been given
	burst  burst
}

// A burst is what has happened since the last Change was taken.
type burst struct {
	began   time.Time // zero when nothing has
	ready   bool      // it has been quiet for long enough
	folders bool      // folders came or went, so what is watched must be looked through
	change  Change
}

// New watches what in dir has one of those names, with all that lies below. It begins at once, so a look at the folder
// after New misses nothing.
func New(dir string, names ...string) *Watcher {
	return start(dir, names, patience, fsnotify.NewWatcher, (*fsnotify.Watcher).Add)
}

// An adder watches one more folder.
type adder func(w *fsnotify.Watcher, path string) error

func start(dir string, names []string, every time.Duration, open func() (*fsnotify.Watcher, error), add adder) *Watcher {
	w := &Watcher{
		dir: filepath.Clean(dir), names: names, every: every, add: add,
		changes: make(chan Change), done: make(chan struct{}),
		quiet: time.NewTimer(time.Hour),
	}
	w.quiet.Stop()
	events, err := open()
	if err != nil {
		w.fallBack(err)
	} else {
		w.events = events
		w.follow()
	}
	if w.isSilent() {
		w.fallBack(errRemote)
	}
	go w.run()
	return w
}

// Changes is where to wait for the next Change. What happens while nobody waits is added to it.
func (w *Watcher) Changes() <-chan Change { return w.changes }

// Close ends the watch.
func (w *Watcher) Close() {
	w.done <- struct{}{}
	<-w.done
}

func (w *Watcher) run() {
	defer close(w.done)
	var events <-chan fsnotify.Event
	var faults <-chan error
	if w.events != nil {
		defer w.events.Close()
		events, faults = w.events.Events, w.events.Errors
	}
	for {
		var out chan<- Change
		if w.burst.ready {
			out = w.changes
		}
		var tick <-chan time.Time
		if w.poll != nil {
			tick = w.poll.C
		}
		select {
		case <-w.done:
			w.quiet.Stop()
			return
		case e := <-events:
			w.note(e)
		case <-faults: // the queue has run over: anything may have happened
			w.stir(true)
		case <-w.quiet.C:
			w.settle()
		case <-tick:
			w.look()
		case out <- w.burst.change:
			w.burst = burst{}
		}
	}
}

// note takes in one event.
func (w *Watcher) note(e fsnotify.Event) {
	name, err := filepath.Rel(w.dir, e.Name)
	if err != nil || w.ignores(name) {
		return
	}
	isFolder := name == "."
	if e.Has(fsnotify.Create) {
		info, err := os.Lstat(e.Name)
		isFolder = err == nil && info.IsDir()
	} else if e.Has(fsnotify.Remove | fsnotify.Rename) {
		isFolder = isFolder || filepath.Ext(name) == "" // what went cannot be asked; a folder with a dot in its name is seen when it comes
	}
	if isFolder {
		w.stir(true)
		return
	}
	w.stir(false, filepath.ToSlash(name))
}

// ignores says whether a path is none of ours: beside the names, or hidden, as an editor's own files are.
func (w *Watcher) ignores(name string) bool {
	if name == "." {
		return false
	}
	parts := strings.Split(filepath.ToSlash(name), "/")
	last := parts[len(parts)-1]
	return !slices.Contains(w.names, parts[0]) || strings.HasPrefix(last, ".") || strings.HasSuffix(last, "~")
}

// stir begins or prolongs a burst.
func (w *Watcher) stir(folders bool, hints ...string) {
	now := time.Now()
	b := &w.burst
	if b.began.IsZero() {
		b.began = now
	}
	b.folders = b.folders || folders
	for _, hint := range hints {
		if at, known := slices.BinarySearch(b.change.Hints, hint); !known && len(b.change.Hints) < mostHint {
			b.change.Hints = slices.Insert(slices.Clone(b.change.Hints), at, hint)
		}
	}
	b.ready = false
	w.quiet.Reset(quietFor(now.Sub(b.began)))
}

// quietFor is how long a burst of that age must be quiet, before it counts as over.
func quietFor(age time.Duration) time.Duration {
	return max(0, min(max(shortest, min(age, longest)), patience-age))
}

// settle ends a burst. Folders are looked through before the Change goes out: what was made in a new one before it was
// watched is then seen by whoever looks.
func (w *Watcher) settle() {
	if w.burst.folders {
		w.burst.folders = false
		w.follow()
	}
	w.burst.ready = true
}
