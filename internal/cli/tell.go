package cli

import (
	"io"
	"os"

	"golang.org/x/term"

	"github.com/amends-guide/amends/internal/build"
	"github.com/amends-guide/amends/internal/report"
)

// tell writes the problems of a build: for people to stderr, for programs to stdout. Its error is errProblems where they
// stop the build.
func (s *session) tell(f *siteFlags, r *build.Result) error {
	problems := r.Problems
	if f.strict {
		problems = report.Strict(problems)
	}
	var err error
	if format := report.Format(f.format); format == report.Text {
		err = report.Write(s.stderr, format, problems, textOptions(s.stderr, r.Lines))
	} else {
		err = report.Write(s.stdout, format, problems, report.Options{})
	}
	if err == nil && report.Errors(problems) > 0 {
		return errProblems
	}
	return err
}

// silent says whether there is nothing to tell beside problems: nobody asked, or a program reads stdout.
func (f *siteFlags) silent() bool { return f.quiet || f.format != string(report.Text) }

// textOptions suits text to where it goes: colour only on a terminal that shows it, for somebody who wants it.
func textOptions(w io.Writer, lines report.Lines) report.Options {
	options := report.Options{Lines: lines}
	file, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return options
	}
	options.Color = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	if width, _, err := term.GetSize(int(file.Fd())); err == nil {
		options.Width = width
	}
	return options
}
