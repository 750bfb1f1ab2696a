package cli

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"rsc.io/qr"

	"github.com/amends-guide/amends"
	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/serve"
)

// Every name that the settings may give is an editor that the preview can open.
func TestEditorsAgree(t *testing.T) {
	for _, name := range config.Editors {
		if _, ok := serve.EditorNamed(name); !ok {
			t.Errorf("serve has no editor %q", name)
		}
	}
	if _, ok := serve.EditorNamed("sh"); ok {
		t.Error("a shell is an editor")
	}
}

// Drawn for a terminal, a QR code is still the code: read back from the signs, every point is where it was.
func TestBlocks(t *testing.T) {
	code, err := qr.Encode("http://192.0.2.7:4747/", qr.L)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(blocks(code), "\n")
	for y := range code.Size {
		for x := range code.Size {
			sign := []rune(strings.TrimPrefix(lines[(y+2)/2], "  "))[x+2]
			light := sign == '█' || sign == '▀' && y%2 == 0 || sign == '▄' && y%2 == 1
			if light == code.Black(x, y) {
				t.Fatalf("point %d, %d is wrong", x, y)
			}
		}
	}
}

// F1: whatever way a file is saved, and however often, the last text is what is shown.
func TestF1SavesAreShown(t *testing.T) {
	p := startPreview(t, siteToEdit(t))
	text := p.read(card)
	saved := filepath.Join(p.dir, card)
	for i := range 5000 {
		p.write(card+".new", strings.Replace(text, "Sit or kneel.", fmt.Sprintf("Sit or kneel %d.", i), 1))
		if err := os.Rename(saved+".new", saved); err != nil {
			t.Fatal(err)
		}
	}
	p.shows("/guide/cards/own-snapped/", "Sit or kneel 4999.")
	if err := os.Rename(saved, saved+"~"); err != nil { // as vim does
		t.Fatal(err)
	}
	p.write(card, strings.Replace(text, "Sit or kneel.", "Kneel.", 1))
	p.shows("/guide/cards/own-snapped/", "Kneel. Slow.")
	if err := os.Truncate(saved, 0); err != nil { // as some editors do: empty first
		t.Fatal(err)
	}
	p.write(card, text)
	p.shows("/guide/cards/own-snapped/", "Sit or kneel. Slow.")
}

// F2: an entry in folders that were not there.
func TestF2NewFolders(t *testing.T) {
	p := startPreview(t, siteToEdit(t))
	p.write("content/de/glossary/repair.md", strings.NewReplacer("Repair", "Reparatur", "Example", "Beispiel", "\n## Not the same as\n- [[rupture]]: that is the break itself", "").Replace(p.read("content/en/glossary/repair.md")))
	p.until("the new entry", func() bool { status, _ := p.get("/guide/de/glossary/repair/"); return status == http.StatusOK })
}

// F3: a folder that is moved out is gone, and is back when it is moved in.
func TestF3FoldersMove(t *testing.T) {
	p := startPreview(t, siteToEdit(t))
	away := filepath.Join(t.TempDir(), "de")
	for from, to := range map[string]string{filepath.Join(p.dir, "content/de"): away} {
		for range 2 {
			if err := os.Rename(from, to); err != nil {
				t.Fatal(err)
			}
			p.until("German to be gone", func() bool { status, _ := p.get("/guide/de/cards/listen-more/"); return status == http.StatusNotFound })
			if err := os.Rename(to, from); err != nil {
				t.Fatal(err)
			}
			p.until("German to be back", func() bool { status, _ := p.get("/guide/de/cards/listen-more/"); return status == http.StatusOK })
		}
	}
}

// F6: its content, its settings, the whole folder go and come back; where there is no guide the last good one is shown.
func TestF6GoneAndBack(t *testing.T) {
	p := startPreview(t, siteToEdit(t))
	kept := siteToEdit(t)
	for i, gone := range []string{"content", "config.toml", ""} {
		if err := os.Rename(filepath.Join(p.dir, gone), filepath.Join(t.TempDir(), "gone")); err != nil {
			t.Fatal(err)
		}
		p.until("the problem", func() bool { _, body := p.get("/.amends/problems"); return strings.Contains(body, "<li ") })
		if status, _ := p.get("/guide/cards/own-snapped/"); status != http.StatusOK {
			t.Errorf("without %q the last good page is gone: %d", gone, status)
		}
		for _, name := range []string{"content", "config.toml"} {
			if err := os.RemoveAll(filepath.Join(p.dir, name)); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.CopyFS(p.dir, os.DirFS(kept)); err != nil {
			t.Fatal(err)
		}
		p.until("all to be mended", func() bool { _, body := p.get("/.amends/problems"); return !strings.Contains(body, "<li ") })
		p.replace(card, "Sit or kneel.", fmt.Sprintf("Kneel %d.", i))
		p.shows("/guide/cards/own-snapped/", fmt.Sprintf("Kneel %d.", i))
	}
}

// The report is of what was saved last, whoever asks for it while that is built: an edit of a card's words, which amends the
// guide, or of what it relates to.
func TestReportFollowsSaves(t *testing.T) {
	p := startPreview(t, siteToEdit(t))
	if want := p.address + "/.amends/report "; !strings.Contains(p.out.String(), want) {
		t.Errorf("nobody is told of %s:\n%s", want, p.out.String())
	}
	text := p.read(card)
	done := make(chan struct{})
	var asking sync.WaitGroup
	defer func() { close(done); asking.Wait() }()
	asking.Go(func() {
		for {
			select {
			case <-done:
				return
			case <-time.After(5 * time.Millisecond):
			}
			if r, err := http.Get(p.address + "/.amends/report"); err == nil {
				r.Body.Close()
			}
		}
	})
	for i := range 3 {
		p.write(card, strings.Replace(text, "Sit or kneel.", fmt.Sprintf("Sit or kneel %d.", i), 1))
		p.shows("/guide/cards/own-snapped/", fmt.Sprintf("Sit or kneel %d.", i))
	}
	long := "I snapped at you about {what} while all of us were late for school again. That was mine, not yours."
	p.write(card, strings.Replace(text, "I snapped at you about {what}. That was mine, not yours.", long, 1))
	p.shows("/.amends/report", "late for school again.")
	p.replace(card, "+++\n", "+++\nno such key\n")
	p.shows("/.amends/report", "this is the last guide that could be made")
	p.shows("/.amends/report", "late for school again.")
}

// picture is what every file below a folder looks like.
func picture(t *testing.T, dir string) map[string]string {
	t.Helper()
	seen := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		seen[path] = fmt.Sprint(info.Mode(), info.Size(), info.ModTime())
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return seen
}

// E14: the preview writes nothing, and the output of a build plays no part in it, even one that was cut off.
func TestE14NothingIsWritten(t *testing.T) {
	dir := siteToEdit(t)
	p := &running{TB: t, dir: dir}
	p.write("public/secret/index.html", "an old page")
	p.write("public/.amends/stage/new/1", "half a page")
	before := picture(t, dir)
	p = startPreview(t, dir)
	for _, path := range []string{"/secret/", "/guide/secret/", "/public/secret/", "/guide/public/secret/index.html"} {
		if status, _ := p.get(path); status != http.StatusNotFound {
			t.Errorf("%s: %d", path, status)
		}
	}
	p.replace(card, "Sit or kneel.", "Kneel.")
	p.shows("/guide/cards/own-snapped/", "Kneel. Slow.")
	p.get("/.amends/wall/guide/")
	if code := p.stop(); code != 0 {
		t.Error("exit code", code)
	}
	after := picture(t, dir)
	for path, look := range after {
		if before[path] != look && path != filepath.Join(dir, card) {
			t.Errorf("%s was written", path)
		}
	}
	if len(after) != len(before) {
		t.Errorf("%d files, %d before", len(after), len(before))
	}
}

// E10: a port that is taken is told, with the one that is used in its place.
func TestE10TheNextPortIsTold(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	port := taken.Addr().(*net.TCPAddr).Port
	p := startPreview(t, siteToEdit(t), "--port", strconv.Itoa(port))
	if want := fmt.Sprintf("amends: port %d is taken, so it is port ", port); !strings.Contains(p.out.String(), want) {
		t.Errorf("it said\n%s", p.out.String())
	}
	if status, _ := p.get("/guide/"); status != http.StatusOK {
		t.Error(status)
	}
}

// E11: it ends at once, fine, with a page listening.
func TestE11Ends(t *testing.T) {
	p := startPreview(t, siteToEdit(t))
	s := &soak{running: p, done: map[string]int{}, terms: []string{"repair"}, at: strings.TrimPrefix(p.address, "http://")}
	s.random = newRandom()
	s.tabs(8)
	start := time.Now()
	if code := p.stop(); code != 0 || time.Since(start) > 10*time.Second {
		t.Errorf("exit code %d after %v", code, time.Since(start))
	}
	if _, err := http.Get(p.address); !errors.As(err, new(*net.OpError)) {
		t.Error("it still answers:", err)
	}
}

func TestHostsAreChecked(t *testing.T) {
	for host, fine := range map[string]bool{"192.168.1.20": true, "[fe80::1]": true, "kitchen.local": true, "http://x": false, "x:80": false, "*": false, "": false} {
		f := serveFlags{hosts: []string{host}}
		if err := f.checkHosts(); (err == nil) != fine {
			t.Errorf("%q: %v", host, err)
		}
	}
}

// Whatever a site is made of, an edit of it shows.
func TestEveryKindOfFileShows(t *testing.T) {
	p := startPreview(t, siteToEdit(t))
	builtIn := func(name string) string {
		data, err := amends.BuiltIn.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	for _, edit := range []struct{ file, text, old, now, page, shown string }{
		{"config.toml", p.read("config.toml"), `title = "A small guide"`, `title = "Another name"`, "/guide/", "Another name"},
		{"content/vocabulary.toml", p.read("content/vocabulary.toml"), "Name the thing you did", "Say the thing you did", "/guide/cards/move/own/", "Say the thing"},
		{"content/helplines.toml", p.read("content/helplines.toml"), "press 55 when asked", "press 5 twice", "/guide/safety/", "press 5 twice"},
		{"content/sources.toml", p.read("content/sources.toml"), "Making amends:", "On making amends:", "/guide/sources/", "On making amends"},
		{"templates/term.html", builtIn("templates/term.html"), `class="term"`, `class="term ours"`, "/guide/glossary/repair/", "term ours"},
		{"theme/i18n/en.toml", builtIn("theme/i18n/en.toml"), "Leave quickly", "Go away fast", "/guide/", "Go away fast"},
	} {
		if !strings.Contains(edit.text, edit.old) {
			t.Errorf("%s holds no %q", edit.file, edit.old)
			continue
		}
		p.write(edit.file, strings.Replace(edit.text, edit.old, edit.now, 1))
		p.shows(edit.page, edit.shown)
	}
	_, before := p.get("/guide/essays/coming-back/")
	var picture bytes.Buffer
	if err := jpeg.Encode(&picture, image.NewGray(image.Rect(0, 0, 60, 40)), nil); err != nil {
		t.Fatal(err)
	}
	p.write("content/en/essays/bowl.jpg", picture.String())
	address := regexp.MustCompile(`media/bowl-[^"]*`)
	p.until("the picture", func() bool {
		_, now := p.get("/guide/essays/coming-back/")
		return address.FindString(now) != address.FindString(before)
	})
}
