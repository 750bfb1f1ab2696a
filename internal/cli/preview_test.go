package cli

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// patience is how long something that has to happen may take on a computer that has much else to do; only a failure waits so long.
const patience = 2 * time.Minute

// A said is what a program says, to be read while it runs.
type said struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (s *said) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(p)
}

func (s *said) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}

// A running is a preview of a site that may be edited.
type running struct {
	testing.TB
	dir     string
	address string // without the slash at its end
	out     said
	stop    func() (code int)
}

const card = "content/en/cards/own-snapped.md"

// siteToEdit is a small guide in a folder of its own.
func siteToEdit(t testing.TB) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "site")
	if err := os.CopyFS(dir, os.DirFS("../build/testdata/site")); err != nil {
		t.Fatal(err)
	}
	return dir
}

// preview runs amends serve with those arguments until the test ends.
func startPreview(t testing.TB, dir string, args ...string) *running {
	t.Helper()
	p := &running{TB: t, dir: dir}
	ctx, cancel := context.WithCancelCause(context.Background())
	code := make(chan int, 1)
	go func() {
		code <- Run(ctx, append([]string{"serve", "--dir", dir, "--port", "0"}, args...), nil, &p.out, &p.out)
	}()
	p.stop = sync.OnceValue(func() int {
		cancel(Signal{syscall.SIGINT})
		return <-code
	})
	t.Cleanup(func() { p.stop() })
	address := regexp.MustCompile(`(http://localhost:\d+)/\n`)
	p.until("the preview to begin", func() bool {
		found := address.FindStringSubmatch(p.out.String())
		if found != nil {
			p.address = found[1]
		}
		return found != nil
	})
	return p
}

// until waits for something that has to happen.
func (p *running) until(what string, happened func() bool) {
	p.Helper()
	for late := time.Now().Add(patience); !happened(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(late) {
			p.Fatalf("waited in vain for %s; the preview said\n%s", what, p.out.String())
		}
	}
}

// get is what the preview answers.
func (p *running) get(path string) (status int, body string) {
	p.Helper()
	r, err := http.Get(p.address + path)
	if err != nil {
		p.Fatal(err)
	}
	defer r.Body.Close()
	data, err := io.ReadAll(r.Body)
	if err != nil {
		p.Fatal(err)
	}
	return r.StatusCode, string(data)
}

// shows waits for a page to hold a text.
func (p *running) shows(path, text string) {
	p.Helper()
	p.until(fmt.Sprintf("%q at %s", text, path), func() bool { _, body := p.get(path); return strings.Contains(body, text) })
}

func (p *running) write(name, text string) {
	p.Helper()
	name = filepath.Join(p.dir, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		p.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		p.Fatal(err)
	}
}

func (p *running) read(name string) string {
	p.Helper()
	data, err := os.ReadFile(filepath.Join(p.dir, name))
	if err != nil {
		p.Fatal(err)
	}
	return string(data)
}

// replace edits a file as an author would.
func (p *running) replace(name, old, new string) {
	p.Helper()
	text := p.read(name)
	if !strings.Contains(text, old) {
		p.Fatalf("%s holds no %q", name, old)
	}
	p.write(name, strings.Replace(text, old, new, 1))
}
