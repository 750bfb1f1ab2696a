package report

import (
	"cmp"
	"fmt"
	"slices"
)

// New makes a problem of a class at a place; format and args say what is wrong. The severity is the class's.
// It panics when there is no such class: that is our mistake, never the author's.
func New(class string, pos Pos, format string, args ...any) Problem {
	c, ok := ClassNamed(class)
	if !ok {
		panic("internal error: no problem class " + class)
	}
	return Problem{Class: class, Severity: c.Severity, Pos: pos, Text: fmt.Sprintf(format, args...)}
}

// Hinted returns the problem with a hint: what to do, in a few words. An empty hint changes nothing.
func (p Problem) Hinted(hint string) Problem {
	if hint != "" {
		p.Hint = hint
	}
	return p
}

// Noted returns the problem with one more line below its excerpt. The problem it is called on keeps its own notes.
func (p Problem) Noted(note string) Problem {
	p.Notes = append(slices.Clip(p.Notes), note)
	return p
}

// Sort returns the problems in the order they are shown: by file, line, column, class and text; those of a file as a whole
// follow those that have a line. Of problems that agree in all of these one is kept, an error rather than a warning.
func Sort(ps []Problem) []Problem {
	sorted := slices.Clone(ps)
	slices.SortFunc(sorted, func(a, b Problem) int { return cmp.Or(order(a, b), tieBreak(a, b)) })
	return slices.CompactFunc(sorted, func(a, b Problem) bool { return order(a, b) == 0 })
}

func order(a, b Problem) int {
	return cmp.Or(
		cmp.Compare(a.Pos.File, b.Pos.File),
		cmp.Compare(uint(a.Pos.Line)-1, uint(b.Pos.Line)-1), // no line is after all lines
		cmp.Compare(a.Pos.Col, b.Pos.Col),
		cmp.Compare(a.Class, b.Class),
		cmp.Compare(a.Text, b.Text),
	)
}

// tieBreak makes it certain which of two problems is kept, whatever order they were found in.
func tieBreak(a, b Problem) int {
	return cmp.Or(
		cmp.Compare(a.Severity, b.Severity), // "error" comes before "warning"
		cmp.Compare(b.Pos.Len, a.Pos.Len),
		cmp.Compare(b.Hint, a.Hint), // some hint before none
		slices.Compare(b.Notes, a.Notes),
	)
}

// Errors counts the problems that stop a build.
func Errors(ps []Problem) int { return count(ps, Error) }

// Warnings counts the problems that do not stop a build.
func Warnings(ps []Problem) int { return count(ps, Warning) }

func count(ps []Problem, severity Severity) (n int) {
	for _, p := range ps {
		if p.Severity == severity {
			n++
		}
	}
	return n
}

// Strict returns the problems with every warning made an error.
func Strict(ps []Problem) []Problem {
	strict := slices.Clone(ps)
	for i := range strict {
		strict[i].Severity = Error
	}
	return strict
}
