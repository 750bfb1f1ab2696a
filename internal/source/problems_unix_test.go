//go:build unix

package source

import (
	"context"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// C22: links are named with what they link to, and not followed, wherever they lead.
func TestSymlinks(t *testing.T) {
	outside := t.TempDir()
	for _, c := range []struct{ link, target string }{
		{"content/a.md", "/etc/passwd"}, {"content/en", outside}, {"content/a.md", "../config.toml"}, {"content/loop", "."}, {"content/a.md", "a.md"},
		{"content", outside}, {"templates/card.html", "/etc/passwd"}, {"content/gone.md", "nowhere.md"},
	} {
		s := newSite(t)
		s.must(os.WriteFile(outside+"/secret.md", []byte("secret"), 0o644))
		if strings.Contains(c.link, "/") {
			s.write(strings.Split(c.link, "/")[0]+"/b.md", "")
		}
		s.must(os.Symlink(c.target, s.path(c.link)))
		for _, f := range s.wants("symlink", c.link, c.link, c.target).All() {
			if strings.Contains(string(f.Data), "secret") || strings.Contains(string(f.Data), "root:") {
				t.Errorf("%s was read through a link", f.Path)
			}
		}
	}
}

func TestSymlinkedConfig(t *testing.T) {
	s := newSite(t)
	s.must(os.Remove(s.path("config.toml")))
	s.must(os.Symlink("/etc/passwd", s.path("config.toml")))
	s.wants("symlink", "config.toml", "/etc/passwd")
}

// C18: pipes, sockets and devices are told and not waited for.
func TestSpecialFiles(t *testing.T) {
	s := newSite(t)
	s.write("content/b.md", "")
	s.must(unix.Mkfifo(s.path("content/a.md"), 0o644))
	s.wants("not-a-regular-file", "content/a.md", "pipe")

	s = newSite(t)
	s.must(unix.Mkfifo(s.path("content"), 0o644))
	s.wants("not-a-regular-file", "content", "pipe")

	s = newSite(t)
	s.must(os.Mkdir(s.path("theme"), 0o755))
	t.Chdir(s.dir) // a socket's path must be short
	l, err := net.Listen("unix", "theme/a.css")
	s.must(err)
	defer l.Close()
	s.wants("not-a-regular-file", "theme/a.css", "socket")
}

// C18: a pipe put in a file's place after it was looked at does not hold us up either.
func TestPipeAtTheLastMoment(t *testing.T) {
	s := newSite(t)
	s.must(os.Mkdir(s.path("content"), 0o755))
	s.must(unix.Mkfifo(s.path("content/a.md"), 0o644))
	dir, err := openDir(s.reader.root, "content")
	s.must(err)
	defer dir.close()
	p := &pass{reader: s.reader, started: time.Now()}
	if got := p.read(dir, key{"content", "a.md"}); got.problem == nil || got.problem.Class != "not-a-regular-file" {
		t.Errorf("%+v", got)
	}
}

// A14: a file that goes away between being listed and being opened makes the pass unsettled.
func TestFileGoesAwayAtTheLastMoment(t *testing.T) {
	s := newSite(t)
	s.must(os.Mkdir(s.path("content"), 0o755))
	dir, err := openDir(s.reader.root, "content")
	s.must(err)
	defer dir.close()
	p := &pass{reader: s.reader}
	if p.read(dir, key{"content", "a.md"}); p.settled() {
		t.Error("a lost file goes unnoticed")
	}
}

// A7: a file and a folder that may not be read, as an ordinary user meets them.
func TestUnreadable(t *testing.T) {
	if os.Getuid() == 0 {
		asNobody(t)
		return
	}
	s := newSite(t)
	s.write("content/a.md", "")
	s.must(os.Chmod(s.path("content/a.md"), 0))
	s.wants("unreadable-file", "content/a.md", "permission denied")
	s.must(os.Chmod(s.path("content/a.md"), 0o644))
	s.must(os.Chmod(s.path("content"), 0))
	defer os.Chmod(s.path("content"), 0o755)
	if _, problems := s.read(); len(problems) != 1 || problems[0].Class != "unreadable-file" || problems[0].Pos.File != "content" {
		t.Errorf("%+v", problems)
	}
}

// asNobody runs the calling test once more, as a user who is not root.
func asNobody(t *testing.T) {
	tmp := t.TempDir()
	for _, dir := range []string{tmp, filepath.Dir(tmp)} {
		if err := os.Chmod(dir, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	program, err := os.ReadFile(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(tmp+"/test", program, 0o755); err != nil { // its own folder may be closed to nobody
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, tmp+"/test", "-test.run=^"+t.Name()+"$")
	cmd.Dir, cmd.Env = tmp, []string{"TMPDIR=" + tmp}
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("as nobody: %v\n%s", err, out)
	}
}

// A file may be given an old time of change after it was written; the system's own time of that cannot be set back.
func TestSecondReadDoubtsYoungFilesThatLookOld(t *testing.T) {
	s := newSite(t)
	s.write("content/a.md", "one")
	s.age()
	s.clean()
	if s.reader.known[key{"content", "a.md"}].sure {
		t.Error("a file just written is taken for sure")
	}
}
