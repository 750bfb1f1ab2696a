package cli

import (
	"fmt"
	"io"
	"os"
	"reflect"
	"strconv"
	"time"

	"golang.org/x/term"

	"github.com/amends-guide/amends/internal/build"
	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/report"
)

// A status tells how a preview is doing: the problems there are, and one line for the last rebuild. In a terminal that line is
// written over by the next one.
type status struct {
	stdout, stderr io.Writer
	terminal       bool
	open           bool             // the cursor stands at the end of a line that may be written over
	begun          bool             // the first build has been told
	hadSite        bool             // there has been a site to show
	problems       []report.Problem // of the last build
}

func newStatus(stdout, stderr io.Writer) status {
	file, ok := stdout.(*os.File)
	return status{stdout: stdout, stderr: stderr, terminal: ok && term.IsTerminal(int(file.Fd())) && os.Getenv("TERM") != "dumb"}
}

// tell tells what came of a rebuild. Problems are written out once, not after every save that leaves them standing.
func (s *status) tell(r *build.Result, changes output.Changes, hints []string) {
	before := s.problems
	s.problems = r.Problems
	if len(r.Problems) > 0 && !reflect.DeepEqual(before, r.Problems) {
		s.end()
		report.Write(s.stderr, report.Text, r.Problems, textOptions(s.stderr, r.Lines))
	}
	switch {
	case report.Errors(r.Problems) > 0 && s.hadSite:
		s.line(report.Summary(r.Problems) + "; the browser shows what, and the guide as it was before")
	case report.Errors(r.Problems) > 0:
		s.line(report.Summary(r.Problems) + "; the browser shows what, and the guide as soon as that is mended")
	case len(before) > 0 && len(r.Problems) == 0:
		s.line("all is mended; " + summary(r, changes, hints))
	case !s.begun:
		s.line(counted(r.Pages, "page") + " made" + took(r))
	case len(hints) > 0 || !changes.None():
		s.line(summary(r, changes, hints))
	}
	s.begun, s.hadSite = true, s.hadSite || r.Tree != nil
}

// summary is what a rebuild was about: "content/en/cards/own-it.md: 3 of 412 pages changed, in 12 ms".
func summary(r *build.Result, changes output.Changes, hints []string) string {
	what := ""
	switch {
	case len(hints) == 1:
		what = hints[0] + ": "
	case len(hints) > 1:
		what = hints[0] + " and " + strconv.Itoa(len(hints)-1) + " more: "
	}
	n, gone := len(pages(changes)), len(pages(output.Changes{Removed: changes.Removed}))
	switch {
	case changes.None():
		return what + "nothing changed" + took(r)
	case n == 0:
		return what + counted(len(changes.Added)+len(changes.Changed)+len(changes.Removed), "file") + " changed" + took(r)
	}
	what += fmt.Sprintf("%d of %s changed", n-gone, counted(r.Pages, "page"))
	if gone > 0 {
		what += fmt.Sprintf(", %d gone", gone)
	}
	return what + took(r)
}

func took(r *build.Result) string { return ", in " + r.Took.Round(time.Millisecond).String() }

func (s *status) line(text string) {
	text = time.Now().Format(time.TimeOnly) + "  " + text
	if !s.terminal {
		fmt.Fprintln(s.stdout, text)
		return
	}
	if width := textOptions(s.stdout, nil).Width; width > 0 { // a line that goes on in the next row could not be written over
		if runes := []rune(text); len(runes) >= width {
			text = string(runes[:width-2]) + "…"
		}
	}
	fmt.Fprint(s.stdout, "\r\x1b[K", text)
	s.open = true
}

// end ends the line that may be written over, before something else is.
func (s *status) end() {
	if s.open {
		fmt.Fprintln(s.stdout)
		s.open = false
	}
}
