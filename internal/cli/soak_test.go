package cli

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/amends-guide/amends/internal/build"
	"github.com/amends-guide/amends/internal/output"
)

var soakFor = flag.Duration("soak", 0, "run TestSoak for about that long, one step a second, on a guide of 2,000 pages, with a storm of 5,000 files now and then")

// A soak edits a guide at random while a preview of it runs.
type soak struct {
	*running
	random *rand.Rand
	terms  []string // ids of the entries there are
	next   int      // of the id to come
	took   []time.Duration
	done   map[string]int // what was done, how often
	at     string         // where the preview listens
}

// TestSoak edits, adds, renames, removes, breaks and mends at random, with tabs that come and go. Every edit is seen, at each
// checkpoint every page that is served equals a clean build's, and nothing grows that should not. The short form runs with all
// tests; see docs/preview.md for the long one.
func TestSoak(t *testing.T) {
	form := soakForm{terms: 60, storm: 300, steps: 40, checkpoints: 1}
	if *soakFor > 0 {
		form = soakForm{terms: 2000, storm: 5000, steps: 30, checkpoints: max(1, int(*soakFor/(30*time.Second))), pause: time.Second}
	}
	dir := siteToEdit(t)
	s := &soak{running: &running{TB: t, dir: dir}, random: newRandom(), done: map[string]int{}}
	for range form.terms {
		s.add()
	}
	s.running = startPreview(t, dir)
	s.at = strings.TrimPrefix(s.address, "http://")
	s.equalsCleanBuild()
	var measures []measure
	start := time.Now()
	for i := range form.checkpoints {
		if i%4 == 0 {
			s.storm(form.storm)
		}
		for range form.steps {
			s.step()
			time.Sleep(form.pause)
		}
		s.equalsCleanBuild()
		measures = append(measures, s.measure())
		t.Log(time.Since(start).Round(time.Second), measures[i])
	}
	slices.Sort(s.took)
	t.Logf("%v; edit to served: median %v, 99 %% %v, longest %v", s.done, s.took[len(s.took)/2], s.took[len(s.took)*99/100], s.took[len(s.took)-1])
	s.flat(measures)
}

// A soakForm says how much is done.
type soakForm struct {
	terms, storm       int // entries beside those of the small guide; files in a storm, one at every fourth checkpoint
	steps, checkpoints int // steps before each checkpoint
	pause              time.Duration
}

func newRandom() *rand.Rand { return rand.New(rand.NewPCG(1, 2)) }

// step is one thing that an author may do.
func (s *soak) step() {
	switch n := s.random.IntN(20); {
	case n < 12:
		s.edit(s.terms[s.random.IntN(len(s.terms))])
	case n < 14:
		s.count("add")
		s.add()
	case n < 16:
		s.rename()
	case n < 17:
		s.remove()
	case n < 18:
		s.breakAndMend()
	case n < 19:
		s.moveFolder()
	default:
		s.tabs(20)
	}
}

func (s *soak) count(what string) { s.done[what]++ }

func fileOf(id string) string { return "content/en/glossary/" + id + ".md" }

func (s *soak) pageOf(id string) string { return "/guide/glossary/" + id + "/" }

func (s *soak) add() {
	s.next++
	id := fmt.Sprintf("term-%04d", s.next)
	s.write(fileOf(id), entry(fmt.Sprintf("Term %d", s.next), fmt.Sprintf("What [[repair]] is, said in another way: take %d of many.", s.next)))
	s.terms = append(s.terms, id)
}

// entry is a term of the glossary.
func entry(term, text string) string {
	return fmt.Sprintf("+++\nterm = %q\nupdated = 2026-11-23\n+++\n%s\n\n## Example\nJo knocks.\n", term, text)
}

// edit changes an entry and waits until its page shows it: no edit is ever missed.
func (s *soak) edit(id string) {
	s.count("edit")
	s.next++
	mark := fmt.Sprintf("Edit %d.", s.next)
	text := regexp.MustCompile(`\n(Edit \d+\.\n)?$`).ReplaceAllString(s.read(fileOf(id)), "\n"+mark+"\n")
	start := time.Now()
	s.write(fileOf(id), text)
	s.shows(s.pageOf(id), mark)
	s.took = append(s.took, time.Since(start).Round(time.Millisecond))
}

func (s *soak) rename() {
	s.count("rename")
	i := s.random.IntN(len(s.terms))
	s.next++
	from, to := s.terms[i], fmt.Sprintf("named-%04d", s.next)
	if err := os.Rename(filepath.Join(s.dir, fileOf(from)), filepath.Join(s.dir, fileOf(to))); err != nil {
		s.Fatal(err)
	}
	s.terms[i] = to
	s.until(from+" to be gone", func() bool { status, _ := s.get(s.pageOf(from)); return status == http.StatusNotFound })
}

func (s *soak) remove() {
	s.count("remove")
	i := s.random.IntN(len(s.terms))
	id := s.terms[i]
	s.terms = slices.Delete(s.terms, i, i+1)
	if err := os.Remove(filepath.Join(s.dir, fileOf(id))); err != nil {
		s.Fatal(err)
	}
	s.until(id+" to be gone", func() bool { status, _ := s.get(s.pageOf(id)); return status == http.StatusNotFound })
	s.add()
}

func (s *soak) breakAndMend() {
	s.count("mistake")
	s.replace(card, `tone          = "warm"`, `tone          = "wram"`)
	s.shows("/.amends/problems", "wram")
	s.replace(card, `tone          = "wram"`, `tone          = "warm"`)
	s.until("all to be mended", func() bool { _, body := s.get("/.amends/problems"); return !strings.Contains(body, "wram") })
}

// moveFolder moves a folder away and back: meanwhile the last good guide is shown.
func (s *soak) moveFolder() {
	s.count("move")
	folder := filepath.Join(s.dir, "content/en/paths")
	if err := os.Rename(folder, folder+".away"); err != nil {
		s.Fatal(err)
	}
	s.until("the problem of the moved folder", func() bool { _, body := s.get("/.amends/problems"); return strings.Contains(body, "paths.away") })
	if err := os.Rename(folder+".away", folder); err != nil {
		s.Fatal(err)
	}
	s.until("the folder to be back", func() bool { _, body := s.get("/.amends/problems"); return !strings.Contains(body, "paths.away") })
}

// tabs come, listen until they hear something, look at a page and leave.
func (s *soak) tabs(n int) {
	s.count("tabs")
	_, body := s.get("/guide/")
	token := regexp.MustCompile(`data-token="(\w+)"`).FindStringSubmatch(body)[1]
	for range n {
		conn, err := net.Dial("tcp", s.at)
		if err != nil {
			s.Fatal(err)
		}
		defer conn.Close()
		fmt.Fprintf(conn, "GET /.amends/events?token=%s HTTP/1.1\r\nHost: localhost\r\n\r\n", token)
		for lines := bufio.NewScanner(conn); lines.Scan() && !strings.HasPrefix(lines.Text(), "data: "); {
		}
		s.get(s.pageOf(s.terms[s.random.IntN(len(s.terms))]))
	}
}

// storm writes many files at once, as a checkout does, and takes them away again.
func (s *soak) storm(n int) {
	s.count("storm")
	for _, round := range []string{"there", "gone"} {
		for i := range n {
			if round == "there" {
				s.write(fileOf(fmt.Sprintf("storm-%d", i)), entry(fmt.Sprintf("Storm %d", i), "It passes."))
			} else if err := os.Remove(filepath.Join(s.dir, fileOf(fmt.Sprintf("storm-%d", i)))); err != nil {
				s.Fatal(err)
			}
		}
		want := map[string]int{"there": http.StatusOK, "gone": http.StatusNotFound}[round]
		s.until("the storm to be "+round, func() bool {
			status, _ := s.get(s.pageOf(fmt.Sprintf("storm-%d", n-1)))
			return status == want
		})
	}
}

var added = regexp.MustCompile(`<script src="/\.amends/preview\.js"[^>]*></script>`)

// equalsCleanBuild compares every file that is served with what a builder without memory makes.
func (s *soak) equalsCleanBuild() {
	s.Helper()
	flags := siteFlags{dir: s.dir, drafts: true}
	builder, err := build.New(flags.options())
	if err != nil {
		s.Fatal(err)
	}
	defer builder.Close()
	clean, err := builder.Build(context.Background())
	if err != nil {
		s.Fatal(err)
	}
	if clean.Tree == nil {
		s.Fatalf("the guide is broken: %v", clean.Problems[:1])
	}
	var differs []string
	for late := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		if differs = s.differing(clean.Tree); len(differs) == 0 || time.Now().After(late) {
			break
		}
	}
	if len(differs) > 0 {
		s.Fatalf("%d files are served otherwise than a clean build has them, such as %v", len(differs), differs[:min(5, len(differs))])
	}
}

func (s *soak) differing(clean *output.Tree) (paths []string) {
	for _, f := range clean.Files() {
		status, body := s.get("/guide/" + f.Path)
		if status != http.StatusOK || added.ReplaceAllString(body, "") != string(f.Data()) {
			paths = append(paths, f.Path)
		}
	}
	return paths
}

// A measure is what a process uses when it rests.
type measure struct {
	goroutines, descriptors int
	heap, spans, resident   int64 // bytes: of objects, of the pages of memory that hold any of them, and of all that the system counts
}

func (m measure) String() string {
	return fmt.Sprintf("%d goroutines, %d descriptors, heap %.1f MB in %.1f MB, resident %.1f MB", m.goroutines, m.descriptors, float64(m.heap)/1e6, float64(m.spans)/1e6, float64(m.resident)/1e6)
}

func (s *soak) measure() measure {
	http.DefaultClient.CloseIdleConnections()
	time.Sleep(200 * time.Millisecond) // for connections to be seen closed on the other side; only the long form judges it
	debug.FreeOSMemory()
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	m := measure{goroutines: runtime.NumGoroutine(), heap: int64(memory.HeapAlloc), spans: int64(memory.HeapInuse)}
	if open, err := os.ReadDir("/proc/self/fd"); err == nil {
		m.descriptors = len(open)
	}
	if status, err := os.ReadFile("/proc/self/status"); err == nil {
		if found := regexp.MustCompile(`VmRSS:\s+(\d+) kB`).FindSubmatch(status); found != nil {
			kb, _ := strconv.ParseInt(string(found[1]), 10, 64)
			m.resident = kb << 10
		}
	}
	return m
}

// flat wants the last of the measures to be what the first ones were.
func (s *soak) flat(all []measure) {
	if len(all) < 4 {
		return
	}
	first, last := all[len(all)/4], all[len(all)-1]
	if last.goroutines > first.goroutines+2 || last.descriptors > first.descriptors+2 {
		s.Errorf("it grows: %v, then %v", first, last)
	}
	if last.heap > first.heap*11/10+5e6 || last.resident > first.resident*12/10+20e6 {
		s.Errorf("memory grows: %v, then %v", first, last)
	}
}
