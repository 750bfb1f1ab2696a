package report

import (
	"fmt"
	"io"
	"strings"
)

// GitHub reads these commands line by line and decodes %XX: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
var (
	inMessage  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	inProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func writeGitHub(w io.Writer, ps []Problem) error {
	var out strings.Builder
	for _, p := range ps {
		fmt.Fprintf(&out, "::%s %s::%s\n", p.Severity, properties(p), inMessage.Replace(message(p)))
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func properties(p Problem) string {
	var list []string
	if p.Pos.File != "" {
		list = append(list, "file="+inProperty.Replace(prose(p.Pos.File)))
	}
	if p.Pos.Line > 0 {
		list = append(list, fmt.Sprintf("line=%d", p.Pos.Line))
	}
	if p.Pos.Col > 0 {
		list = append(list, fmt.Sprintf("col=%d", p.Pos.Col))
	}
	return strings.Join(append(list, "title="+inProperty.Replace(p.Class)), ",")
}

// message is a problem without its place and excerpt, for tools that show these themselves.
func message(p Problem) string {
	lines := []string{prose(p.Text)}
	if p.Hint != "" {
		lines = append(lines, prose(p.Hint))
	}
	for _, note := range p.Notes {
		lines = append(lines, prose(note))
	}
	return strings.Join(lines, "\n")
}
