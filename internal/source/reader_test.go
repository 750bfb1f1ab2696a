package source

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/amends-guide/amends/internal/report"
)

var shipped = fstest.MapFS{
	"config.toml":             {Data: []byte("built in")},
	"content/vocabulary.toml": {Data: []byte("built in")},
	"content/sources.toml":    {Data: []byte("built in")},
	"content/en/cards/a.md":   {Data: []byte("built in")},
	"templates/card.html":     {Data: []byte("built in\r\n")},
	"templates/essay.html":    {Data: []byte("built in")},
	"theme/css/tokens.css":    {Data: []byte("built in")},
}

// A testSite is a site's folder on the disk, with a reader.
type testSite struct {
	*testing.T
	dir    string
	reader *Reader
}

func newSite(t *testing.T) *testSite {
	t.Helper()
	s := &testSite{T: t, dir: t.TempDir()}
	s.write("config.toml", "title = 'x'\n")
	reader, err := Open(s.dir, shipped)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { reader.Close() })
	s.reader = reader
	return s
}

func (s *testSite) path(name string) string { return filepath.Join(s.dir, filepath.FromSlash(name)) }

func (s *testSite) write(name, text string) {
	s.Helper()
	s.must(os.MkdirAll(filepath.Dir(s.path(name)), 0o755))
	s.must(os.WriteFile(s.path(name), []byte(text), 0o644))
}

func (s *testSite) must(err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

func (s *testSite) read() (*Files, []report.Problem) {
	s.Helper()
	files, problems, err := s.reader.Read(context.Background())
	s.must(err)
	return files, problems
}

// clean reads a site that has no problems.
func (s *testSite) clean() *Files {
	s.Helper()
	files, problems := s.read()
	if len(problems) > 0 {
		s.Fatalf("problems: %v", problems)
	}
	return files
}

// wants reads a site that has exactly one problem, of that class at that place, and saying those words.
func (s *testSite) wants(class, pos string, words ...string) *Files {
	s.Helper()
	files, problems := s.read()
	if len(problems) != 1 {
		s.Fatalf("want one %s, got %+v", class, problems)
	}
	p := problems[0]
	if p.Class != class || p.Pos.String() != pos {
		s.Errorf("want %s at %s, got %s at %s", class, pos, p.Class, p.Pos)
	}
	for _, word := range words {
		if !strings.Contains(p.Text+" "+p.Hint, word) {
			s.Errorf("%q (%s) does not say %q", p.Text, p.Hint, word)
		}
	}
	if p.Hint == "" {
		s.Errorf("%q says not what to do", p.Text)
	}
	return files
}

func TestLayers(t *testing.T) {
	s := newSite(t)
	s.write("content/en/cards/own.md", "site")
	s.write("content/sources.toml", "site")
	s.write("templates/card.html", "site")
	s.write("theme/i18n/en.toml", "site")
	for _, ignored := range []string{"README.md", "public/index.html", "node_modules/x/y.js", ".git/config", "amends.md"} {
		s.write(ignored, "not ours")
	}
	got := map[string]string{}
	for _, f := range s.clean().All() {
		got[f.Path] = f.Layer
	}
	want := map[string]string{
		"config.toml": Site, "content/en/cards/own.md": Site, "content/sources.toml": Site, "content/vocabulary.toml": BuiltIn,
		"templates/card.html": Site, "templates/essay.html": BuiltIn, "theme/css/tokens.css": BuiltIn, "theme/i18n/en.toml": Site,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestBuiltInLineEnds(t *testing.T) {
	if f, _ := newSite(t).clean().Get("templates/card.html"); string(f.Data) != "built in\n" {
		t.Errorf("%q", f.Data)
	}
}

func TestNoSite(t *testing.T) {
	s := newSite(t)
	s.must(os.Remove(s.path("config.toml")))
	if _, _, err := s.reader.Read(context.Background()); !errors.Is(err, ErrNoSite) {
		t.Errorf("got %v", err)
	}
	if _, err := Open(filepath.Join(s.dir, "nowhere"), shipped); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

func TestReadIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := newSite(t).reader.Read(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// age makes every file of the site look as if it was written long ago.
func (s *testSite) age() {
	old := time.Now().Add(-time.Hour)
	s.must(filepath.WalkDir(s.dir, func(path string, d fs.DirEntry, err error) error {
		return errors.Join(err, os.Chtimes(path, old, old))
	}))
}

func TestSecondReadSeesEveryChange(t *testing.T) {
	s := newSite(t)
	for i := range 300 {
		s.write(fmt.Sprintf("content/en/cards/own-%03d.md", i), "one")
	}
	s.age()
	first := s.clean()
	if again := s.clean(); again != first {
		t.Error("nothing changed, but the files are not the same ones")
	}
	s.write("content/en/cards/own-007.md", "two") // same size
	s.write("content/en/cards/own-new.md", "two")
	s.must(os.Remove(s.path("content/en/cards/own-100.md")))
	s.must(os.Rename(s.path("content/en/cards/own-200.md"), s.path("content/en/cards/own-200b.md")))
	second := s.clean()
	want := []string{
		"content/en/cards/own-007.md", "content/en/cards/own-100.md", "content/en/cards/own-200.md", "content/en/cards/own-200b.md",
		"content/en/cards/own-new.md",
	}
	if diff := cmp.Diff(want, second.Changed(first)); diff != "" {
		t.Error(diff)
	}
	if f, _ := second.Get("content/en/cards/own-007.md"); string(f.Data) != "two" {
		t.Errorf("the old bytes: %q", f.Data)
	}
	if f, _ := first.Get("content/en/cards/own-007.md"); string(f.Data) != "one" {
		t.Errorf("the first snapshot was changed: %q", f.Data)
	}
}

// A file saved twice within a disk's step of time, with the same size, looks the same to stat.
func TestSecondReadDoubtsYoungFiles(t *testing.T) {
	s := newSite(t)
	s.write("content/a.md", "one")
	now := time.Now()
	s.must(os.Chtimes(s.path("content/a.md"), now, now))
	first := s.clean()
	rec := s.reader.known[key{"content", "a.md"}]
	if rec.sure {
		t.Fatal("a file just written is taken for sure")
	}
	s.write("content/a.md", "two")
	s.must(os.Chtimes(s.path("content/a.md"), now, now))
	dir, err := openDir(s.reader.root, "content")
	s.must(err)
	defer dir.close()
	rec.stamp, err = dir.lstat("a.md") // as on a disk without a time of change
	s.must(err)
	if got := s.clean().Changed(first); len(got) != 1 {
		t.Errorf("changed: %v", got)
	}
}

// Another limit is a reason to read again only for files that it lets in or keeps out.
func TestAllow(t *testing.T) {
	s := newSite(t)
	s.write("content/en/cards/small.md", "small")
	s.clean()
	if s.reader.Allow(3) || s.reader.Allow(1) {
		t.Error("all files are small, and are to be read again")
	}
	s.write("content/en/cards/large.md", strings.Repeat("x\n", mib/2+1))
	small, _ := s.wants("file-too-large", "content/en/cards/large.md").Get("content/en/cards/small.md")
	if !s.reader.Allow(2) || s.reader.Allow(2) {
		t.Error("a larger limit is to be asked of once")
	}
	if _, ok := s.clean().Get("content/en/cards/large.md"); !ok {
		t.Error("the large file is not there")
	}
	if again, _ := s.clean().Get("content/en/cards/small.md"); &again.Data[0] != &small.Data[0] {
		t.Error("the small file was read again")
	}
	if !s.reader.Allow(0) {
		t.Error("a smaller limit changes nothing")
	}
	s.wants("file-too-large", "content/en/cards/large.md")
}

func TestProblemsAreToldEachTime(t *testing.T) {
	s := newSite(t)
	s.write("content/a.md", "caf\xe9")
	s.age()
	for range 3 {
		s.wants("not-utf8", "content/a.md:1:4")
	}
	s.write("content/a.md", "café")
	s.clean()
}

// A14: half of the content goes away while it is read. The files go in order, so a snapshot of one moment lacks the first
// few; one that was listed before a removal and read after it would lack others.
func TestFolderChangesWhileRead(t *testing.T) {
	s := newSite(t)
	const n = 2000
	for i := range n {
		s.write(fmt.Sprintf("content/en/cards/own-%04d.md", i), "one")
	}
	gone := make(chan struct{})
	go func() {
		defer close(gone)
		for i := range n / 2 {
			os.Remove(s.path(fmt.Sprintf("content/en/cards/own-%04d.md", i)))
		}
	}()
	for range 3 {
		files, _, err := s.reader.Read(context.Background())
		if errors.Is(err, ErrUnsettled) {
			continue
		}
		s.must(err)
		left := files.Under("content/en")
		if first := fmt.Sprintf("content/en/cards/own-%04d.md", n-len(left)); left[0].Path != first {
			t.Errorf("a snapshot of %d files starts with %s, not with %s", len(left), left[0].Path, first)
		}
	}
	<-gone
	if got := len(s.clean().Under("content/en")); got != n/2 {
		t.Errorf("%d files after all", got)
	}
}

func guide(b *testing.B, n int) string {
	s := &testSite{T: &testing.T{}, dir: b.TempDir()}
	s.write("config.toml", "title = 'x'\n")
	body := strings.Repeat("It names the moment, and it lifts the blame off the child.\n", 24)
	for i := range n {
		s.write(fmt.Sprintf("content/en/%s/own-%05d.md", []string{"cards", "cards", "cards", "essays"}[i%4], i), fmt.Sprint(i, body))
	}
	s.age()
	return s.dir
}

func benchmarkRead(b *testing.B, warm bool) {
	dir := guide(b, 10_000)
	time.Sleep(grain + 100*time.Millisecond) // the times of change cannot be set back
	reader, err := Open(dir, shipped)
	if err != nil {
		b.Fatal(err)
	}
	defer reader.Close()
	if _, _, err := reader.Read(context.Background()); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if !warm {
			reader.known = nil
		}
		if _, problems, err := reader.Read(context.Background()); err != nil || len(problems) > 0 {
			b.Fatal(problems, err)
		}
	}
}

func BenchmarkReadCold(b *testing.B) { benchmarkRead(b, false) }
func BenchmarkReadWarm(b *testing.B) { benchmarkRead(b, true) }
