package cli

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const (
	littleMemory = 64 << 20
	memoryChild  = "AMENDS_TEST_BUILD" // holds the site's folder and the output's, in a process that may use little memory
)

// A13: in 64 MiB of memory a guide is built or, where it is too large for that, the program ends in words and leaves no output.
func TestLittleMemory(t *testing.T) {
	if folders := os.Getenv(memoryChild); folders != "" {
		dir, out, _ := strings.Cut(folders, "\n")
		os.Exit(Run(context.Background(), []string{"build", "--quiet", "--dir", dir, "--out", out}, os.Stdin, os.Stdout, os.Stderr))
	}
	for _, c := range []struct {
		entries, code int
		said          string
	}{{50, 0, ""}, {3000, 3, "not enough memory: this needs more than the 64 MiB"}} {
		t.Run(strconv.Itoa(c.entries), func(t *testing.T) {
			group := memoryGroup(t)
			dir, out := t.TempDir(), filepath.Join(t.TempDir(), "public")
			writePages(t, dir, c.entries)
			cmd := exec.Command("sh", "-c", `echo $$ > "$0" && exec "$@"`, filepath.Join(group, "cgroup.procs"), os.Args[0], "-test.run=^TestLittleMemory$")
			cmd.Env = append(os.Environ(), memoryChild+"="+dir+"\n"+out)
			said, err := cmd.CombinedOutput()
			code := cmd.ProcessState.ExitCode()
			if killed := code == -1 && c.code != 0; killed {
				t.Log("the kernel was quicker than the look at the memory, as it may be on a busy computer")
			} else if code != c.code || !strings.Contains(string(said), c.said) {
				t.Fatalf("exit %d, %v, want %d and %q\n%s", code, err, c.code, c.said, said)
			}
			if _, err := os.Stat(filepath.Join(out, "index.html")); (err == nil) != (c.code == 0) {
				t.Errorf("after exit %d: %v", c.code, err)
			}
		})
	}
}

// writePages makes a guide of n pages of some length.
func writePages(t *testing.T, dir string, n int) {
	t.Helper()
	folder := filepath.Join(dir, "content", "en", "pages")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "config.toml"), []byte("title = \"Many\"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	text := "+++\ntitle = \"A page\"\nsummary = \"One of many.\"\nupdated = 2026-11-23\n+++\n" + strings.Repeat("You came late, and they waited.\n\n", 300)
	for i := range n {
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("p%05d.md", i)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// memoryGroup is the folder of a control group of our own with little memory. Only root may make one, and not in every
// container.
func memoryGroup(t *testing.T) (dir string) {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("only root may make a control group with little memory")
	}
	name := fmt.Sprintf("amends-test-%d", os.Getpid())
	for _, place := range []struct{ root, limit string }{
		{"/sys/fs/cgroup/memory", "memory.limit_in_bytes"}, // the first version of control groups
		{"/sys/fs/cgroup", "memory.max"},
	} {
		dir = filepath.Join(place.root, name)
		if os.Mkdir(dir, 0o755) != nil {
			continue
		}
		t.Cleanup(func() { os.Remove(dir) })
		if os.WriteFile(filepath.Join(dir, place.limit), []byte(strconv.Itoa(littleMemory)), 0o644) == nil {
			return dir
		}
	}
	t.Skip("this system has no control groups for memory, or does not let us make one")
	return ""
}
