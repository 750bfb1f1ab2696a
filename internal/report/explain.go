package report

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

// ErrNoClass says that a name is not a class of problem.
var ErrNoClass = errors.New("not a class of problem")

// Explain writes what a class of problem means and what to do about it, for an author to read in a terminal. The error is w's,
// or [ErrNoClass] with a did-you-mean.
func Explain(w io.Writer, name string) error {
	class, ok := ClassNamed(name)
	if !ok {
		return noClass(name)
	}
	var out strings.Builder
	fmt.Fprintf(&out, "%s[%s]: %s\n\n%s", class.Severity, class.Name, class.Title, paragraphs(class.Why))
	for _, part := range class.Example.parts() {
		fmt.Fprintf(&out, "\n%s:\n\n%s", part.lead, indent(part.text))
	}
	fmt.Fprintf(&out, "\nWhat to do:\n\n%s", paragraphs(class.Cure))
	_, err := io.WriteString(w, out.String())
	return err
}

func noClass(name string) error {
	var names []string
	for _, class := range Classes() {
		names = append(names, class.Name)
	}
	if near := Nearest(name, names); near != "" {
		return fmt.Errorf("%q is %w; did you mean %q?", name, ErrNoClass, near)
	}
	return fmt.Errorf("%q is %w; docs/reference.md lists them", name, ErrNoClass)
}

const readable = 78 // columns of running text

// paragraphs breaks running text into lines; an empty line parts paragraphs.
func paragraphs(text string) string {
	var out strings.Builder
	for i, paragraph := range strings.Split(strings.TrimSpace(text), "\n\n") {
		if i > 0 {
			out.WriteByte('\n')
		}
		used := 0
		for _, word := range strings.Fields(paragraph) {
			switch size := columnsOf(word); {
			case used == 0:
				used = size
			case used+1+size > readable:
				out.WriteByte('\n')
				used = size
			default:
				out.WriteByte(' ')
				used += 1 + size
			}
			out.WriteString(word)
		}
		out.WriteByte('\n')
	}
	return out.String()
}

// indent sets an example apart.
func indent(text string) string {
	var out strings.Builder
	for line := range strings.SplitSeq(text, "\n") {
		out.WriteString(strings.TrimRight(tab+show([]rune(line)), " ") + "\n")
	}
	return out.String()
}
