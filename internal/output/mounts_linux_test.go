package output

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"
)

// mount mounts something on a new folder. Only root may; where CI is set and root cannot, that is an error and not a gap.
func mount(t *testing.T, source, kind string, flags uintptr, data string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	if os.Getuid() != 0 {
		t.Skip("only root may mount a disk to test on")
	}
	if err := unix.Mount(source, dir, kind, flags, data); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skipf("no disk to test on: %v", err)
	}
	t.Cleanup(func() { unix.Unmount(dir, unix.MNT_DETACH) })
	return dir
}

func pages(t *testing.T, n, size int, text string) *Tree {
	var files []File
	for i := range n {
		files = append(files, file(fmt.Sprintf("cards/%03d/index.html", i), strings.Repeat(text, size/len(text))))
	}
	return tree(t, files...)
}

// A1: the disk is full on a rebuild. A2: it has no room for more names. The old site stays as it is, to the byte and the
// time; with more room the next build goes through.
func TestFullDisk(t *testing.T) {
	for name, c := range map[string]struct{ small, large string }{
		"A1 bytes": {"size=800k", "size=4m"},
		"A2 names": {"size=8m,nr_inodes=150", "size=8m,nr_inodes=1000"},
	} {
		for i, where := range []string{"", "", "public", "public"} { // the disk's own root, and a folder on it
			write := either(int64(i))
			t.Run(fmt.Sprint(name, where, i), func(t *testing.T) {
				disk := mount(t, "tmpfs", "tmpfs", 0, c.small)
				dir := filepath.Join(disk, where)
				old, now := pages(t, 50, 8<<10, "old page "), pages(t, 50, 8<<10, "new page ")
				mustWrite(t, dir, old, Options{})
				before := times(t, dir)
				_, err := write(context.Background(), dir, now, Options{})
				if !errors.Is(err, unix.ENOSPC) || !strings.Contains(err.Error(), dir) || !strings.Contains(err.Error(), "cards/") {
					t.Fatalf("want a full disk, with the path: %v", err)
				}
				wantOnDisk(t, dir, site(old, nil))
				if diff := cmp.Diff(before, times(t, dir)); diff != "" {
					t.Error(diff)
				}
				if err := unix.Mount("tmpfs", disk, "tmpfs", unix.MS_REMOUNT, c.large); err != nil {
					t.Fatal(err)
				}
				mustWrite(t, dir, now, Options{})
				wantOnDisk(t, dir, site(now, nil))
			})
		}
	}
}

func TestFullDiskOnFirstWrite(t *testing.T) {
	for way, write := range writers {
		disk := mount(t, "tmpfs", "tmpfs", 0, "size=200k")
		_, err := write(context.Background(), filepath.Join(disk, "public"), pages(t, 50, 8<<10, "page "), Options{})
		if !errors.Is(err, unix.ENOSPC) {
			t.Fatal(way, err)
		}
		if names, _ := os.ReadDir(disk); len(names) > 0 {
			t.Errorf("%s: left on the disk: %v", way, names)
		}
	}
}

func times(t *testing.T, dir string) map[string]int64 {
	t.Helper()
	found := map[string]int64{}
	for name := range onDisk(t, dir) {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		found[name] = info.ModTime().UnixNano()
	}
	return found
}

// A6: the output lies on a disk that may only be read.
func TestReadOnlyDisk(t *testing.T) {
	real := t.TempDir()
	old := tree(t, file("index.html", "old"))
	mustWrite(t, filepath.Join(real, "public"), old, Options{})
	disk := mount(t, real, "", unix.MS_BIND, "")
	if err := unix.Mount("", disk, "", unix.MS_REMOUNT|unix.MS_BIND|unix.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"public", "another"} {
		dir := filepath.Join(disk, name)
		if err := Check(dir, Options{}); !errors.Is(err, unix.EROFS) {
			t.Errorf("Check: %v", err)
		}
		if _, err := Write(context.Background(), dir, tree(t, file("index.html", "new")), Options{}); !errors.Is(err, unix.EROFS) {
			t.Errorf("Write: %v", err)
		}
	}
	wantOnDisk(t, filepath.Join(disk, "public"), site(old, nil))
}
