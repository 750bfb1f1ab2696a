package report

import (
	"fmt"
	"io"
	"strings"
)

// Reference writes every class of problem as Markdown, for docs/reference.md. Each has a heading of the third level, its name,
// which is also the anchor that a link to it uses.
func Reference(w io.Writer) error {
	var out strings.Builder
	for i, class := range Classes() {
		if i > 0 {
			out.WriteByte('\n')
		}
		writeEntry(&out, class)
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func writeEntry(out *strings.Builder, class Class) {
	fmt.Fprintf(out, "### %s\n\n**%s**: %s\n\n%s", class.Name, class.Severity, class.Title, paragraphs(class.Why))
	if class.Bad != "" {
		fmt.Fprintf(out, "\nWrong, in `%s`:\n\n%s", class.File, fenced(class.Bad))
	}
	if class.Good != "" {
		fmt.Fprintf(out, "\nRight:\n\n%s", fenced(class.Good))
	}
	fmt.Fprintf(out, "\n%s", paragraphs(class.Cure))
}

// fenced sets an example as code. Its fence is longer than any in the example, which may be Markdown itself.
func fenced(text string) string {
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	return fence + "\n" + show([]rune(strings.ReplaceAll(strings.TrimRight(text, "\n"), "\n", "\u2028"))) + "\n" + fence + "\n"
}
