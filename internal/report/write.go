package report

import (
	"fmt"
	"io"
	"slices"
)

// Format names a way to write problems.
type Format string

const (
	Text   Format = "text"   // for people, with excerpts
	JSON   Format = "json"   // for programs; the shape is documented at [Write]
	SARIF  Format = "sarif"  // SARIF 2.1.0, for code scanners and editors
	GitHub Format = "github" // workflow commands, shown by GitHub beside the lines of a pull request
)

// Formats lists what [Write] can write, in the order we name them to people.
var Formats = []Format{Text, JSON, SARIF, GitHub}

// Options of [Write]. The zero value is plain text without excerpts.
type Options struct {
	Lines Lines // where excerpts come from; nil shows none (text only)
	Color bool  // colour the text with terminal escapes (text only)
	Width int   // columns to keep excerpts within; 0 means 100 (text only)
}

// Write writes the problems, sorted and each once. Nothing an author wrote can reach a terminal as a command to it: control
// and other invisible characters are shown as signs, or escaped.
//
// Text shows at most 100 problems, the errors first if not all fit, and ends with a line that counts them and, where many are alike,
// one that says so; without problems it is empty. JSON is one object; a key without a value is left out, and line and column count from 1, in characters:
//
//	{"version": 1, "errors": 1, "warnings": 0, "files": 1, "problems": [
//	  {"class": "unknown-move", "severity": "error", "text": "…", "hint": "…", "notes": ["…"],
//	   "file": "content/en/cards/a.md", "line": 3, "column": 8, "length": 12}]}
//
// The error is w's, or says that there is no such format.
func Write(w io.Writer, format Format, ps []Problem, opts Options) error {
	ps = Sort(ps)
	switch format {
	case Text:
		return writeText(w, ps, opts)
	case JSON:
		return writeJSON(w, ps)
	case SARIF:
		return writeSARIF(w, ps)
	case GitHub:
		return writeGitHub(w, ps)
	}
	return fmt.Errorf("%q is not a format of problems: use one of %v", format, Formats)
}

// Summary counts problems in words, such as "2 errors and 1 warning in 2 files"; it is "" without problems.
func Summary(ps []Problem) string {
	var text string
	errors, warnings, files := Errors(ps), Warnings(ps), countFiles(ps)
	switch {
	case errors > 0 && warnings > 0:
		text = plural(errors, "error") + " and " + plural(warnings, "warning")
	case errors > 0:
		text = plural(errors, "error")
	case warnings > 0:
		text = plural(warnings, "warning")
	}
	if files > 0 {
		text += " in " + plural(files, "file")
	}
	return text
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func countFiles(ps []Problem) int {
	var files []string
	for _, p := range ps {
		if p.Pos.File != "" {
			files = append(files, p.Pos.File)
		}
	}
	slices.Sort(files)
	return len(slices.Compact(files))
}
