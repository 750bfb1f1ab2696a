package source

import (
	"bytes"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"github.com/amends-guide/amends/internal/report"
)

// C1 to C4: text that is not UTF-8, with the place of its first bad byte; what can be read of it is read all the same.
func TestBadText(t *testing.T) {
	for _, c := range []struct{ name, raw, class, pos, data string }{
		{"C1 latin-1", "+++\r\nfür\r\ncaf\xe9 no\xebl\n", "not-utf8", "content/a.md:3:4", "+++\nfür\ncaf\ufffd no\ufffdl\n"},
		{"C1 after a byte order mark", "\ufeffa\xff", "not-utf8", "content/a.md:1:2", "a\ufffd"},
		{"C1 cut at its end", "a\nb\xc3", "not-utf8", "content/a.md:2:2", "a\nb\ufffd"},
		{"C2 random bytes", "\x89\x8aPNG\x00\x00", "not-utf8", "content/a.md:1:1", "\ufffd\ufffdPNG\ufffd\ufffd"},
		{"C3 NUL", "one\ntw\x00o", "nul-byte", "content/a.md:2:3", "one\ntw\ufffdo"},
		{"C4 little endian", "\xff\xfea\x00\r\x00\n\x00\xe9\x00", "utf16", "content/a.md", "a\né"},
		{"C4 big endian", "\xfe\xff\x00a", "utf16", "content/a.md", "a"},
		{"C4 without a mark", "+\x00+\x00+\x00", "utf16", "content/a.md", "+++"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newSite(t)
			s.write("content/a.md", c.raw)
			f, _ := s.wants(c.class, c.pos, "UTF-8").Get("content/a.md")
			if diff := cmp.Diff(c.data, string(f.Data)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAllKindsOfTextAreChecked(t *testing.T) {
	for _, path := range []string{"content/en/a.toml", "config.toml", "templates/a.html", "theme/a.css", "theme/a.js", "content/en/a.svg"} {
		s := newSite(t)
		s.write(path, "\xff.")
		s.wants("not-utf8", path+":1:1")
	}
	s := newSite(t)
	s.write("content/en/a.png", "\xff\x00\r\n")
	if f, _ := s.clean().Get("content/en/a.png"); string(f.Data) != "\xff\x00\r\n" {
		t.Errorf("a picture was changed: %q", f.Data)
	}
}

// C5, C6: a byte order mark and every kind of line end make the same bytes as LF does.
func TestLineEnds(t *testing.T) {
	for _, raw := range []string{"one\ntwo\n\nthree", "\ufeffone\r\ntwo\r\n\r\nthree", "one\rtwo\r\rthree", "one\r\ntwo\n\rthree"} {
		s := newSite(t)
		s.write("content/a.md", raw)
		if f, _ := s.clean().Get("content/a.md"); string(f.Data) != "one\ntwo\n\nthree" {
			t.Errorf("%q became %q", raw, f.Data)
		}
	}
}

func FuzzCleanText(f *testing.F) {
	for _, seed := range []string{"a\r\nb", "caf\xe9", "\xff\xfea\x00", "\x00a", "\ufeff\r", "\xf0\x9f", "a\x00"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		data, problems := cleanText("a.md", bytes.Clone(raw))
		if !utf8.Valid(data) || bytes.ContainsAny(data, "\r\x00") {
			t.Fatalf("%q became %q", raw, data)
		}
		for _, p := range problems {
			lines := bytes.Split(data, []byte("\n"))
			if p.Pos.Line > len(lines) || p.Pos.Line > 0 && p.Pos.Col > utf8.RuneCount(lines[p.Pos.Line-1]) {
				t.Fatalf("%q: no place %s in %q", raw, p.Pos, data)
			}
		}
	})
}

// C17: too large a file is told by its size, not read.
func TestTooLarge(t *testing.T) {
	for path, limit := range map[string]int64{
		"content/a.md": mib, "content/a.toml": 256 * kib, "content/a.jpg": 20 * mib, "content/a.svg": 5 * mib, "content/a.pdf": 5 * mib,
		"theme/fonts/a.woff2": 5 * mib,
	} {
		s := newSite(t)
		s.write(path, "")
		s.must(os.Truncate(s.path(path), limit+1))
		if _, ok := s.wants("file-too-large", path, "iB").Get(path); ok {
			t.Errorf("%s is read though it is too large", path)
		}
	}
	s := newSite(t)
	s.write("content/a.md", strings.Repeat("x", mib))
	s.clean()
}

func TestFileThatGrowsWhileRead(t *testing.T) {
	data, err := readUpTo(strings.NewReader(strings.Repeat("x", 1000)), make([]byte, 0, 11), 100)
	if err != nil || len(data) < 100 || len(data) > 300 {
		t.Errorf("%d bytes, %v", len(data), err)
	}
	data, err = readUpTo(strings.NewReader("grown"), make([]byte, 0, 3), 100)
	if err != nil || string(data) != "grown" {
		t.Errorf("%q, %v", data, err)
	}
}

// C19, C20: names that are too long, too deep, or that some computer cannot hold.
func TestBadNames(t *testing.T) {
	long := strings.Repeat("n", 101) + ".md"
	deep := "content/" + strings.Repeat("d/", 400)
	wide := "content/" + strings.Repeat(strings.Repeat("w", 60)+"/", 4) + "a.md"
	for _, c := range []struct{ path, class, pos, word string }{
		{"content/" + long, "path-too-long", "content/" + long, "104"},
		{deep + "a.md", "too-deep", "content/" + strings.Repeat("d/", 15) + "d", "15"},
		{wide, "path-too-long", wide[:len("content/")+4*61-1], "251"},
		{"content/con.md", "bad-name", "content/con.md", "device"},
		{"content/aux/a.md", "bad-name", "content/aux", "device"},
		{"content/x.", "bad-name", "content/x.", "dot"},
		{"content/x /a.md", "bad-name", "content/x ", "space"},
		{"content/a:b.md", "bad-name", "content/a:b.md", ":"},
		{"theme/q?x.css", "bad-name", "theme/q?x.css", "?"},
		{"content/a\nb.md", "bad-name", "content/a\nb.md", "control"},
		{"content/caf\xe9.md", "bad-name", "content/caf\xe9.md", "UTF-8"},
	} {
		s := newSite(t)
		s.write(c.path, "")
		if f := s.wants(c.class, c.pos, c.word); len(f.Under("content")) != 1 { // the built-in vocabulary
			t.Errorf("%q is in the snapshot", c.path)
		}
	}
}

// C21: names that some computers take for one; both are named.
func TestNameClash(t *testing.T) {
	for _, c := range []struct{ one, other, pos string }{
		{"content/Foo.md", "content/foo.md", "content/foo.md"},
		{"content/cafe\u0301.md", "content/caf\u00e9.md", "content/caf\u00e9.md"},
		{"content/En/a.md", "content/en/b.md", "content/en"},
	} {
		s := newSite(t)
		s.write(c.one, "")
		s.write(c.other, "")
		twin, _, _ := strings.Cut(c.one, "/a.md")
		f := s.wants("name-clash", c.pos, strconv.Quote(norm.NFC.String(twin)), strconv.Quote(c.pos))
		if list := paths(f.All()); len(slices.Compact(list)) != len(f.All()) {
			t.Errorf("a path is there twice: %q", list)
		}
	}
	s := newSite(t)
	s.write("templates/Card.html", "")
	s.wants("name-clash", "templates/Card.html", `"templates/Card.html"`, `"templates/card.html"`)
}

func TestNamesAreLevelled(t *testing.T) {
	s := newSite(t)
	s.write("content/cafe\u0301/o\u0308l.md", "x")
	for range 2 {
		if _, ok := s.clean().Get("content/caf\u00e9/\u00f6l.md"); !ok {
			t.Error("a name saved on a Mac is not found")
		}
	}
}

// C26: what is hidden is told in content, and what editors leave behind is passed over in silence.
func TestHiddenFiles(t *testing.T) {
	for _, path := range []string{"content/.env", "content/en/.git/config", "content/.htaccess"} {
		s := newSite(t)
		s.write(path, "secret")
		folder, _, _ := strings.Cut(path, "/config")
		s.wants("hidden-file", folder, "hidden")
	}
	s := newSite(t)
	for _, path := range []string{
		"content/a.md~", "content/.#a.md", "content/.a.md.swp", "content/4913", "content/#a.md#", "content/.DS_Store", "content/Thumbs.db",
		"templates/.hidden.html", "theme/.env", "theme/a.css~",
	} {
		s.write(path, "")
	}
	if got := len(s.clean().All()); got != 5 {
		t.Errorf("%d files: %v", got, paths(s.clean().All()))
	}
}

// D7 and its like: kinds of file that content does not hold.
func TestUnknownKinds(t *testing.T) {
	for path, word := range map[string]string{
		"content/a.html": "md, toml", "content/a.exe": ".exe", "content/notes": "md, toml", "content/a.md.bak": ".bak", "content/A.MD": `".md"`,
		"content/IMG_1.JPG": `".jpg"`, "content/a.js": ".js",
	} {
		s := newSite(t)
		s.write(path, "")
		if _, ok := s.wants("unknown-file", path, word).Get(path); ok {
			t.Errorf("%s is in the snapshot", path)
		}
	}
	s := newSite(t)
	for _, path := range []string{"content/LICENSE", "content/en/a.mp3", "content/en/a.avif", "theme/a.unknown"} {
		s.write(path, "x")
	}
	if got := len(s.clean().All()); got != 5+4 {
		t.Errorf("%d files", got)
	}
}

func TestFilesWhereFoldersShouldBe(t *testing.T) {
	s := newSite(t)
	s.write("content", "")
	s.wants("not-a-regular-file", "content", "folder")
	s = newSite(t)
	s.must(os.Remove(s.path("config.toml")))
	s.must(os.Mkdir(s.path("config.toml"), 0o755))
	s.wants("not-a-regular-file", "config.toml", "folder", "not a file")
}

// C12: every problem of every file in one run, sorted.
func TestAllProblemsAtOnce(t *testing.T) {
	s := newSite(t)
	s.write("content/c.md", "\xff")
	s.write("content/a.exe", "")
	s.write("content/con.md", "")
	_, problems := s.read()
	var got []string
	for _, p := range problems {
		got = append(got, p.Class)
		if p.Severity != report.Error {
			t.Errorf("%s is a %s", p.Class, p.Severity)
		}
	}
	if diff := cmp.Diff([]string{"unknown-file", "not-utf8", "bad-name"}, got); diff != "" {
		t.Error(diff)
	}
}

func FuzzNameProblem(f *testing.F) {
	for _, seed := range [][2]string{{"content", "a.md"}, {"content/en", "con"}, {"", "x\\y"}, {"content", "caf\xe9"}, {"a/b/c/d/e/f/g/h/i/j/k/l/m/n/o", "p"}} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, folder, name string) {
		p, bad := nameProblem(folder, name)
		if bad && (p.Text == "" || p.Hint == "" || p.Class == "") {
			t.Errorf("%q in %q: an empty problem", name, folder)
		}
		if !bad && (strings.ContainsAny(name, "/\\:\x00") || len(folder)+1+len(name) > longestPath || !utf8.ValidString(name)) {
			t.Errorf("%q in %q passes", name, folder)
		}
	})
}
