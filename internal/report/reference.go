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
	fmt.Fprintf(out, "### %s\n\n**%s**: %s\n\n%s", class.Name, class.Severity, class.Title, paragraphs(escapeMarkdown(class.Why)))
	for _, part := range class.Example.parts() {
		fmt.Fprintf(out, "\n%s:\n\n%s", escapeMarkdown(part.lead), fenced(part.text))
	}
	fmt.Fprintf(out, "\n%s", paragraphs(escapeMarkdown(class.Cure)))
}

// The texts are plain; in Markdown these signs would act.
var escapeMarkdown = strings.NewReplacer("\\", "\\\\", "<", "\\<", "[", "\\[", "*", "\\*", "`", "\\`").Replace

// fenced sets an example as code. Its fence is longer than any in the example, which may be Markdown itself.
func fenced(text string) string {
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	var out strings.Builder
	for line := range strings.SplitSeq(text, "\n") {
		out.WriteString(show([]rune(line)) + "\n")
	}
	return fence + "\n" + out.String() + fence + "\n"
}
