// Package report holds what an author got wrong: problems.
//
// A [Problem] is a place in a file, a sentence that says what is wrong, and a hint that says what to do. It is never a Go
// error: errors are the world's failures (a full disk, a port in use) and stop the run; problems are collected, sorted and
// shown all at once. Every problem belongs to a named [Class]; the classes are data, one file each under classes/, and the
// same file feeds `amends explain`, docs/reference.md and the tests.
//
// This package knows nothing of guides, Markdown or the disk, and it never prints on its own.
package report

import "fmt"

// Severity says whether a problem stops the build.
type Severity string

const (
	Error   Severity = "error"   // nothing is written while one stands
	Warning Severity = "warning" // shown, and the build goes on unless --strict
	Off     Severity = "off"     // what a check is set to that nobody wants; no problem has it
)

// A Pos is a place in a file of the site. The zero value is the site as a whole.
type Pos struct {
	File string // path from the site's root, with slashes; "" is the site as a whole
	Line int    // counted from 1 in the file, front matter included; 0 is the file as a whole
	Col  int    // counted from 1 in characters (runes), 0 with Line 0
	Len  int    // how many characters are meant; 0 and 1 both mark one
}

// String is the place as people and editors write it: "content/en/cards/a.md:3:8", without what is not known.
func (pos Pos) String() string {
	switch {
	case pos.Line == 0:
		return pos.File
	case pos.Col == 0:
		return fmt.Sprintf("%s:%d", pos.File, pos.Line)
	}
	return fmt.Sprintf("%s:%d:%d", pos.File, pos.Line, pos.Col)
}

// A Problem is one mistake, told to the author.
type Problem struct {
	Class    string   // name of its [Class], such as "unknown-move"
	Severity Severity // the class's, unless the site's config says otherwise
	Pos      Pos
	Text     string   // what is wrong: lower case, no full stop, the author's word in %q
	Hint     string   // what to do; shown beside the carets ("did you mean \"reconnect\"?")
	Notes    []string // further lines, each shown after "= "
}

// Lines gives one line of a file of the site, without its line end, for excerpts; ok is false when there is none.
type Lines func(file string, line int) (text string, ok bool)
