package watch

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// F5 with the kernel's own limit: in a user namespace that may watch four folders, the test runs itself again.
func TestF5KernelLimit(t *testing.T) {
	const limited = "AMENDS_TEST_LIMITED"
	if os.Getenv(limited) == "" {
		again := exec.Command(os.Args[0], "-test.run=^TestF5KernelLimit$", "-test.v")
		again.Env = append(os.Environ(), limited+"=yes")
		again.SysProcAttr = &syscall.SysProcAttr{
			Cloneflags:  syscall.CLONE_NEWUSER,
			UidMappings: []syscall.SysProcIDMap{{HostID: os.Getuid(), Size: 1}},
			GidMappings: []syscall.SysProcIDMap{{HostID: os.Getgid(), Size: 1}},
		}
		said, err := again.CombinedOutput()
		switch {
		case strings.Contains(string(said), "--- SKIP"), err != nil && len(said) == 0:
			t.Skipf("this system lets nobody lower the limit for a namespace: %v", err)
		case err != nil:
			t.Errorf("%v\n%s", err, said)
		}
		return
	}
	dir := t.TempDir()
	name := filepath.Join(dir, "content/a/b/c/d/e/x.md")
	write(t, name, "x")
	if err := os.WriteFile("/proc/sys/user/max_inotify_watches", []byte("4"), 0); err != nil {
		t.Skip(err)
	}
	w := watching(t, New(dir, "content"))
	notices := ""
	for _, text := range []string{"y", "z"} {
		write(t, name, text)
		for _, c := range until(t, w, "an edit in a folder that is not watched", holds(name, text)) {
			notices += c.Notice
		}
	}
	if strings.Count(notices, "max_user_watches") != 1 {
		t.Errorf("it is told as %q", notices)
	}
}
