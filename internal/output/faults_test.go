package output

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// A fault is one way in which a disk can fail, at one of its calls.
type fault struct {
	err     error
	needs   func(call string) bool // which calls can fail so
	half    bool                   // a file is written in part before the call fails
	lasting bool                   // all later calls that can fail so do
	crash   bool                   // all later calls do nothing at all, as if the process were gone
}

func anyCall(string) bool { return true }

func needsRoom(call string) bool { return call == "WriteFile" || call == "Mkdir" || call == "Link" }

func changes(call string) bool {
	return needsRoom(call) || call == "Rename" || call == "Remove" || call == "RemoveAll"
}

var faults = map[string]fault{
	"full for a moment":     {err: syscall.ENOSPC, needs: needsRoom, half: true},
	"full for good":         {err: syscall.ENOSPC, needs: needsRoom, half: true, lasting: true},
	"short write":           {err: io.ErrShortWrite, needs: func(call string) bool { return call == "WriteFile" }, half: true},
	"broken for a moment":   {err: syscall.EIO, needs: anyCall},
	"broken for good":       {err: syscall.EIO, needs: anyCall, lasting: true},
	"forbidden for a while": {err: syscall.EACCES, needs: changes},
	"forbidden for good":    {err: syscall.EACCES, needs: changes, lasting: true},
	"crash":                 {err: errors.New("the process is gone"), needs: anyCall, half: true, lasting: true, crash: true},
}

// A weakDisk fails at the at-th call that can, counted over all folders that share the counter.
type weakDisk struct {
	disk
	fault fault
	at    int64
	calls *atomic.Int64
}

func weak(f fault, at int64) (open opener, calls *atomic.Int64) {
	calls = new(atomic.Int64)
	return func(dir string) (disk, error) {
		real, err := openFolder(dir)
		return &weakDisk{real, f, at, calls}, err
	}, calls
}

func (w *weakDisk) fails(call string) bool {
	if !w.fault.needs(call) {
		return false
	}
	n := w.calls.Add(1)
	return n == w.at || n > w.at && w.fault.lasting
}

func (w *weakDisk) WriteFile(name string, data []byte) (time.Time, error) {
	if w.fails("WriteFile") {
		if w.fault.half && (!w.fault.crash || w.calls.Load() == w.at) {
			w.disk.WriteFile(name, data[:len(data)/2])
		}
		return time.Time{}, w.fault.err
	}
	return w.disk.WriteFile(name, data)
}

func (w *weakDisk) Lstat(name string) (fs.FileInfo, error) {
	if w.fails("Lstat") {
		return nil, w.fault.err
	}
	return w.disk.Lstat(name)
}

func (w *weakDisk) ReadFile(name string) ([]byte, error) {
	if w.fails("ReadFile") {
		return nil, w.fault.err
	}
	return w.disk.ReadFile(name)
}

func (w *weakDisk) ReadDir(name string) ([]fs.DirEntry, error) {
	if w.fails("ReadDir") {
		return nil, w.fault.err
	}
	return w.disk.ReadDir(name)
}

func (w *weakDisk) Mkdir(name string) error {
	return w.unless("Mkdir", func() error { return w.disk.Mkdir(name) })
}
func (w *weakDisk) Remove(name string) error {
	return w.unless("Remove", func() error { return w.disk.Remove(name) })
}
func (w *weakDisk) RemoveAll(name string) error {
	return w.unless("RemoveAll", func() error { return w.disk.RemoveAll(name) })
}
func (w *weakDisk) Rename(from, to string) error {
	return w.unless("Rename", func() error { return w.disk.Rename(from, to) })
}
func (w *weakDisk) Link(from, to string) error {
	return w.unless("Link", func() error { return w.disk.Link(from, to) })
}

func (w *weakDisk) Below(name string) (disk, error) {
	if w.fails("Below") {
		return nil, w.fault.err
	}
	below, err := w.disk.Below(name)
	return &weakDisk{below, w.fault, w.at, w.calls}, err
}

func (w *weakDisk) unless(call string, do func() error) error {
	if w.fails(call) {
		return w.fault.err
	}
	return do()
}

var (
	faultForeign = map[string]string{"CNAME": "example.org", "b/notes.txt": "mine", "old/page.bak": "mine"}
	faultOld     = []File{
		file("index.html", "old home"), file("a/index.html", "same"), file("b/index.html", "old b"), file("css/x.css", "old x"),
		file("old/page.html", "old"), file("gone/deep/page.html", "old"), file("swap", "a file"), file("turn/in/side.html", "in a folder"), file("feed.xml", "old"),
	}
	faultNew = []File{
		file("index.html", "new home"), file("a/index.html", "same"), file("b/index.html", "new b"), file("c/d/index.html", "new c"), file("css/x.css", "new x"),
		file("css/y.css", "new y"), file("swap/index.html", "in a folder"), file("turn", "a file"), file("feed.xml", "new"),
	}
)

// A faultCase is one output before the fault, and the two sites it may show after it.
type faultCase struct {
	*testing.T
	dir      string
	old, now *Tree
	foreign  map[string]string
}

// scratch is an empty folder, in memory where there is such a disk: hundreds of small sites are made and deleted here, which
// wears a real disk out of patience.
func scratch(t *testing.T) string {
	dir, err := os.MkdirTemp("/dev/shm", "amends-test-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

func newFaultCase(t *testing.T, isFirst bool) *faultCase {
	c := &faultCase{T: t, dir: filepath.Join(scratch(t), "public"), now: tree(t, faultNew...)}
	if isFirst {
		return c
	}
	c.old, c.foreign = tree(t, faultOld...), faultForeign
	put(t, c.dir, c.foreign)
	mustWrite(t, c.dir, c.old, Options{Adopt: true})
	return c
}

func (c *faultCase) look() map[string]string {
	if isAbsent(c.dir) {
		return map[string]string{}
	}
	return onDisk(c, c.dir)
}

// wantWhole demands the whole old or the whole new site.
func (c *faultCase) wantWhole(wantNew bool) {
	c.Helper()
	want, found := site(c.old, c.foreign), c.look()
	if wantNew {
		want = site(c.now, c.foreign)
		withoutEmpty(found)
	}
	if diff := cmp.Diff(want, found); diff != "" {
		c.Errorf("not a whole site (-want +got):\n%s", diff)
	}
}

// withoutEmpty leaves out empty folders: after a fault one may stay, and no reader sees it.
func withoutEmpty(found map[string]string) {
	maps.DeleteFunc(found, func(_, text string) bool { return text == "folder" })
}

// wantWholeFiles demands that each file is the old or the new one, and that none is lost which both sites have.
func (c *faultCase) wantWholeFiles() {
	c.Helper()
	old, now, found := site(c.old, c.foreign), site(c.now, c.foreign), c.look()
	for name, text := range found {
		if text != old[name] && text != now[name] && text != "folder" {
			c.Errorf("%s is torn: %q", name, text)
		}
	}
	for name := range old {
		if _, ok := now[name]; ok && found[name] == "" {
			c.Errorf("%s is lost", name)
		}
	}
}

// wantHealed demands that the next Write on a sound disk makes the new site, and leaves nothing else behind (I5).
func (c *faultCase) wantHealed() {
	c.Helper()
	mustWrite(c, c.dir, c.now, Options{Adopt: true})
	found := c.look()
	withoutEmpty(found)
	if diff := cmp.Diff(site(c.now, c.foreign), found); diff != "" {
		c.Errorf("not healed (-want +got):\n%s", diff)
	}
	if again := mustWrite(c, c.dir, c.now, Options{}); !again.None() || len(again.Warnings) > 0 {
		c.Errorf("the record is wrong: %+v", again)
	}
	if names, _ := filepath.Glob(filepath.Join(filepath.Dir(c.dir), "*")); len(names) != 1 {
		c.Errorf("something is left beside the output: %v", names)
	}
	if unfinished, err := Unfinished(c.dir); unfinished || err != nil {
		c.Error("the stage is left")
	}
}

// A writer is a way to write a site: held in memory, or staged file by file.
type writer func(context.Context, string, *Tree, Options) (Result, error)

var writers = map[string]writer{"held": Write, "staged": writeStaged}

func either(n int64) writer {
	if n%2 == 0 {
		return Write
	}
	return writeStaged
}

// writeStaged writes as a build does: files are staged in no order, all but one.
func writeStaged(ctx context.Context, dir string, tree *Tree, opts Options) (Result, error) {
	stage, err := Begin(ctx, dir, opts)
	if err != nil {
		return Result{}, err
	}
	files := slices.Clone(tree.Files())
	for i, f := range slices.Backward(files[1:]) {
		files[1+i] = stage.NewFile(f.Path, f.Data(), f.Maker)
	}
	staged, err := New(files)
	if err != nil {
		stage.Abort()
		return Result{}, err
	}
	return stage.Commit(ctx, staged)
}

// A3: every disk call of a first and of a later Write fails once, in every way; I2, I3 and I5 hold each time.
func TestEveryFault(t *testing.T) {
	for name, f := range faults {
		for way, write := range writers {
			for _, isFirst := range []bool{true, false} {
				t.Run(fmt.Sprintf("%s, %s, first %v", name, way, isFirst), func(t *testing.T) {
					for at := int64(1); ; at++ {
						if !tryFault(t, f, write, isFirst, at) {
							t.Logf("%d calls", at-1)
							break
						}
						if t.Failed() {
							t.Fatalf("at call %d", at)
						}
					}
				})
			}
		}
	}
}

// tryFault lets one call fail, and says whether there was such a call.
func tryFault(t *testing.T, f fault, write writer, isFirst bool, at int64) bool {
	c := newFaultCase(t, isFirst)
	open, calls := weak(f, at)
	_, err := write(context.Background(), c.dir, c.now, Options{Adopt: true, open: open})
	if calls.Load() < at {
		if err != nil {
			t.Errorf("no call failed, but: %v", err)
		}
		return false
	}
	if err != nil && !errors.Is(err, f.err) {
		t.Errorf("the error hides its cause: %v", err)
	}
	// A disk that is broken for good, or a killed process, may stop us in the row of renames; a full one may not, for there
	// nothing needs room.
	if f.lasting && !errors.Is(f.err, syscall.ENOSPC) {
		c.wantWholeFiles()
	} else {
		c.wantWhole(err == nil)
		if unfinished, _ := Unfinished(c.dir); err != nil && unfinished {
			t.Error("the stage is left")
		}
	}
	c.wantHealed()
	return true
}

// A4: a crash, and then another one while the first is being mended.
func TestCrashAfterCrash(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for at := int64(1); at < 160; at++ {
		c := newFaultCase(t, false)
		for _, n := range []int64{at, 1 + random.Int64N(160)} {
			open, _ := weak(faults["crash"], n)
			either(at)(context.Background(), c.dir, c.now, Options{open: open})
			c.wantWholeFiles()
		}
		c.wantHealed()
		if t.Failed() {
			t.Fatalf("at call %d", at)
		}
	}
}

// Once the journal is whole the new site is on its way: whatever tree the next Write brings, it must get there.
func TestCrashThenAnotherTree(t *testing.T) {
	for at := int64(1); at < 160; at += 3 {
		c := newFaultCase(t, false)
		open, _ := weak(faults["crash"], at)
		either(at)(context.Background(), c.dir, c.now, Options{open: open})
		c.now = tree(t, file("index.html", "third"), file("swap/other.html", "third"))
		c.wantHealed()
		if t.Failed() {
			t.Fatalf("at call %d", at)
		}
	}
}

// A5: the context ends at every disk call in turn; that leaves the old site and no stage, or the new site.
func TestCancelledAtEveryCall(t *testing.T) {
	for i := range 4 {
		isFirst, write := i%2 == 0, either(int64(i/2))
		for at := int64(1); ; at++ {
			c := newFaultCase(t, isFirst)
			ctx, cancel := context.WithCancel(context.Background())
			open, calls := weak(fault{needs: func(string) bool { return true }}, -1)
			counted := func(dir string) (disk, error) {
				d, err := open(dir)
				d.(*weakDisk).fault.needs = func(string) bool {
					if calls.Load() == at {
						cancel()
					}
					return true
				}
				return d, err
			}
			_, err := write(ctx, c.dir, c.now, Options{open: counted})
			if err != nil && !errors.Is(err, context.Canceled) {
				t.Fatal(err)
			}
			c.wantWhole(err == nil)
			if unfinished, _ := Unfinished(c.dir); unfinished {
				t.Error("the stage is left")
			}
			c.wantHealed()
			cancel()
			if t.Failed() {
				t.Fatalf("at call %d", at)
			}
			if calls.Load() < at {
				break
			}
		}
	}
}

// Where a disk knows no second names, old files are copied, and the way back is as sure.
type plainDisk struct{ disk }

func (plainDisk) Link(string, string) error { return syscall.EPERM }

func TestDiskWithoutSecondNames(t *testing.T) {
	for at := int64(1); ; at++ {
		c := newFaultCase(t, false)
		open, calls := weak(fault{err: syscall.EIO, needs: func(call string) bool { return call == "Rename" }}, at)
		_, err := Write(context.Background(), c.dir, c.now, Options{open: func(dir string) (disk, error) {
			d, err := open(dir)
			return plainDisk{d}, err
		}})
		c.wantWhole(err == nil)
		if calls.Load() < at {
			break
		}
		c.wantHealed()
		if t.Failed() {
			t.Fatalf("at rename %d", at)
		}
	}
}
