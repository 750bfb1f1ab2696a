package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

// H6: watched by the kernel, a build connects to nothing, runs nothing and writes nowhere but to its output.
func TestBuildTouchesNothingElse(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		if os.Getenv("CI") == "true" && runtime.GOOS == "linux" {
			t.Fatal("strace is missing")
		}
		t.Skip("strace is not here: what a build asks of the kernel is not watched")
	}
	dir := t.TempDir()
	program := filepath.Join(dir, "amends")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	log, out := filepath.Join(dir, "log"), filepath.Join(dir, "made", "public")
	if err := os.Mkdir(filepath.Dir(out), 0o755); err != nil {
		t.Fatal(err)
	}
	watched := "trace=connect,bind,execve,openat,creat,mkdirat,mkdir,renameat,renameat2,rename,unlinkat,unlink,link,linkat,symlinkat,symlink"
	cmd := exec.Command(strace, "-f", "-qq", "-s", "4096", "-o", log, "-e", watched, program, "build", "--dir", "../..", "--out", out)
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	data, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	harmless := regexp.MustCompile(`O_RDONLY|ENOENT|/proc/|/sys/|/dev/null|^\d+ +(\+\+\+|---|<\.\.\. )`)
	calls := 0
	for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		calls++
		if i == 0 && strings.Contains(line, "execve(") || strings.Contains(line, filepath.Dir(out)) || harmless.MatchString(line) {
			continue
		}
		if writes := strings.Contains(line, "O_WRONLY") || strings.Contains(line, "O_RDWR") || strings.Contains(line, "O_CREAT"); writes || !strings.Contains(line, "openat") {
			if !relativeToOutput(line) {
				t.Error(line)
			}
		}
	}
	if calls < 100 {
		t.Errorf("only %d calls were seen: is this test still watching?", calls)
	}
}

// relativeToOutput says whether a call names its file from a folder it holds open (openat(7, "index.html", …)): os.Root and the
// writer work that way, and such a path cannot leave the folder.
func relativeToOutput(line string) bool {
	return regexp.MustCompile(`at\(\d+, "[^/"]`).MatchString(line)
}
