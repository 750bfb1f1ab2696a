package report

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

const mostShown = 100 // problems in one run; nobody mends more at a sitting

func writeText(w io.Writer, ps []Problem, opts Options) error {
	if len(ps) == 0 {
		return nil
	}
	var out strings.Builder
	few := worst(ps)
	for _, p := range few {
		out.WriteString(block(p, opts))
		out.WriteString("\n")
	}
	if more := len(ps) - len(few); more > 0 {
		fmt.Fprintf(&out, "… and %d more\n", more)
	}
	fmt.Fprintln(&out, Summary(ps))
	out.WriteString(often(ps))
	_, err := io.WriteString(w, out.String())
	return err
}

// fewOften is how many problems of one kind and with one cure are told once more, as one.
const fewOften = 3

// often tells what most problems have in common: a file that got another name is one thing to mend, in many places.
func often(ps []Problem) string {
	type cause struct{ class, what string }
	alike := map[cause][]Problem{}
	var most []Problem
	for _, p := range ps {
		same := cause{p.Class, p.Text}
		if strings.Contains(p.Hint, `"`) { // it names something
			same.what = p.Hint
		}
		if alike[same] = append(alike[same], p); len(alike[same]) > len(most) {
			most = alike[same]
		}
	}
	if len(most) < fewOften {
		return ""
	}
	told := most[0].Hint
	if first := most[0].Text; !slices.ContainsFunc(most, func(p Problem) bool { return p.Text != first }) {
		told = strings.TrimSuffix(first+"; "+told, "; ")
	}
	return fmt.Sprintf("%d of them alike: %s\n", len(most), prose(told))
}

// worst chooses which problems are shown when there are too many: errors, then warnings, still in their order.
func worst(ps []Problem) []Problem {
	if len(ps) <= mostShown {
		return ps
	}
	errorsFirst := slices.Clone(ps)
	slices.SortStableFunc(errorsFirst, func(a, b Problem) int { return strings.Compare(string(a.Severity), string(b.Severity)) })
	return Sort(errorsFirst[:mostShown])
}

// block is one problem as an author sees it.
func block(p Problem, opts Options) string {
	b := newBlock(p, opts)
	b.line(b.paint(severityColor(p), fmt.Sprintf("%s[%s]", p.Severity, p.Class)) + b.paint(bold, ": "+prose(p.Text)))
	if p.Pos.File != "" {
		b.line(b.margin[2:] + b.paint(blue, "--> ") + prose(p.Pos.String()))
	}
	if beside := b.excerpt(p, opts); !beside && p.Hint != "" {
		b.note(p.Hint)
	}
	for _, note := range p.Notes {
		b.note(note)
	}
	b.note("more: amends explain " + p.Class)
	return b.text.String()
}

func severityColor(p Problem) string {
	if p.Severity == Warning {
		return yellow
	}
	return red
}
