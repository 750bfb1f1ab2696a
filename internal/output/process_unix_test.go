//go:build unix

package output

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"
)

// generation is one of the sites that a child process writes by turns: every page says which, from its first line to its last.
func generation(t testing.TB, n int) *Tree {
	files := []File{file("index.html", fmt.Sprint(n)), file(fmt.Sprintf("only/%d.html", n), "x")}
	for i := range 150 {
		body := strings.Repeat(fmt.Sprintf("generation %d, page %d\n", n, i), 200)
		files = append(files, file(fmt.Sprintf("cards/%03d/index.html", i), body))
	}
	return tree(t, files...)
}

// child runs the named part of TestChild in a process of its own, and returns when it has said that it is ready.
func child(t *testing.T, part, dir string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestChild$")
	cmd.Env = append(os.Environ(), "AMENDS_TEST_PART="+part, "AMENDS_TEST_DIR="+dir)
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill() })
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if lines.Text() == "ready" {
			return cmd
		}
		t.Log(lines.Text())
	}
	t.Fatalf("the child ended: %v", cmd.Wait())
	return nil
}

// TestChild is what the child processes of the other tests do.
func TestChild(t *testing.T) {
	dir := os.Getenv("AMENDS_TEST_DIR")
	switch os.Getenv("AMENDS_TEST_PART") {
	case "write for ever":
		fmt.Println("ready")
		for n := 0; ; n = 1 - n {
			mustWrite(t, dir, generation(t, n), Options{Adopt: true})
		}
	case "hold the lock":
		held, err := acquire(t.Context(), dir, openFolder)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Println("ready")
		time.Sleep(time.Minute)
		held.release()
	case "few files":
		if err := unix.Setrlimit(unix.RLIMIT_NOFILE, &unix.Rlimit{Cur: 40, Max: 40}); err != nil {
			t.Fatal(err)
		}
		for _, n := range []int{0, 1, 0} {
			mustWrite(t, dir, tree(t, append(guideFiles(500), file("index.html", fmt.Sprint(n)))...), Options{})
		}
		fmt.Println("ready")
	default:
		t.Skip("only the other tests call this, in a process of its own")
	}
}

// A4: kill -9 at any moment tears no page, loses none, and the next build goes on from there.
func TestKilledAtAnyMoment(t *testing.T) {
	sites := []*Tree{generation(t, 0), generation(t, 1)}
	for _, foreign := range []map[string]string{nil, {"CNAME": "example.org", "cards/notes.txt": "mine"}} {
		parent := scratch(t)
		dir := filepath.Join(parent, "public")
		wasWhole := foreign == nil // a first build into a folder that others' files share fills it page by page
		for range 20 {
			if foreign == nil { // each is a first build
				os.RemoveAll(dir)
			}
			put(t, dir, foreign)
			cmd := child(t, "write for ever", dir)
			time.Sleep(time.Duration(rand.IntN(60_000)) * time.Microsecond)
			cmd.Process.Kill()
			cmd.Wait()
			switch pages := pagesWhole(t, dir, sites); {
			case pages == 151:
				wasWhole = true
			case wasWhole && (pages > 0 || foreign != nil):
				t.Errorf("%d pages of 151", pages)
			}
		}
		mustWrite(t, dir, sites[0], Options{Adopt: true})
		found := onDisk(t, dir)
		withoutEmpty(found)
		if diff := cmp.Diff(site(sites[0], foreign), found); diff != "" {
			t.Error(diff)
		}
		if names, _ := filepath.Glob(filepath.Join(parent, ".*")); len(names) > 0 {
			t.Errorf("left beside the output: %v", names)
		}
	}
}

// pagesWhole counts the pages that both sites have, and fails the test if one is of neither.
func pagesWhole(t *testing.T, dir string, sites []*Tree) (pages int) {
	t.Helper()
	if isAbsent(dir) {
		return 0
	}
	found := onDisk(t, dir)
	for name, text := range found {
		one, okOne := sites[0].Get(name)
		other, okOther := sites[1].Get(name)
		if (okOne || okOther) && text != string(one.Data()) && text != string(other.Data()) {
			t.Errorf("%s is torn: %d bytes", name, len(text))
		}
		if okOne && okOther {
			pages++
		}
	}
	return pages
}

// A10: two builds at once: the second waits a second, then says who holds the lock. A11: when that one is killed, it is free.
func TestLock(t *testing.T) {
	for _, isFirst := range []bool{true, false} {
		dir := filepath.Join(t.TempDir(), "public")
		tr := tree(t, file("index.html", "x"))
		if !isFirst {
			mustWrite(t, dir, tr, Options{})
		}
		cmd := child(t, "hold the lock", dir)
		started := time.Now()
		_, err := Write(context.Background(), dir, tr, Options{})
		locked, ok := errors.AsType[*Locked](err)
		if !ok || locked.PID != cmd.Process.Pid || !strings.Contains(err.Error(), strconv.Itoa(cmd.Process.Pid)) {
			t.Errorf("want a lock held by %d, got %v", cmd.Process.Pid, err)
		}
		if took := time.Since(started); took < lockWait || took > 3*lockWait {
			t.Errorf("it took %v", took)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		if _, err := Write(ctx, dir, tr, Options{}); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("waiting for a lock cannot be cancelled: %v", err)
		}
		cancel()
		cmd.Process.Kill()
		cmd.Wait()
		mustWrite(t, dir, tr, Options{})
		wantOnDisk(t, dir, site(tr, nil))
		if names, _ := filepath.Glob(filepath.Join(filepath.Dir(dir), ".*")); len(names) > 0 {
			t.Errorf("left beside the output: %v", names)
		}
	}
}

// A10: many first builds of one folder at once; each ends well, one after the other.
func TestFirstBuildsAtOnce(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	tr := tree(t, guideFiles(30)...)
	results := make(chan error)
	for range 4 {
		go func() {
			_, err := Write(context.Background(), dir, tr, Options{})
			results <- err
		}()
	}
	for range 4 {
		if err := <-results; err != nil {
			t.Error(err)
		}
	}
	wantOnDisk(t, dir, site(tr, nil))
}

// A12: a process that may open few files only.
func TestFewOpenFiles(t *testing.T) {
	cmd := child(t, "few files", filepath.Join(t.TempDir(), "public"))
	if err := cmd.Wait(); err != nil {
		t.Error(err)
	}
}

// I6: what we write can be read by a web server, whatever the umask.
func TestModes(t *testing.T) {
	defer unix.Umask(unix.Umask(0o077))
	dir := filepath.Join(t.TempDir(), "public")
	for _, text := range []string{"first", "next"} {
		mustWrite(t, dir, tree(t, file("index.html", text), file("a/"+text+"/b.html", text)), Options{})
	}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.Name() == "lock" {
			return err
		}
		info, err := d.Info()
		want := fileMode
		if d.IsDir() {
			want = folderMode
		}
		if err == nil && info.Mode().Perm() != want {
			t.Errorf("%s has mode %v", path, info.Mode())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
