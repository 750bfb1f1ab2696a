package coverage

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"unicode/utf8"
)

// mostListed is how many lines of a list people are shown; JSON has them all.
const mostListed = 30

// WriteText writes the report for people.
func (r *Report) WriteText(w io.Writer) error {
	out := &writer{Writer: bufio.NewWriter(w)}
	for i := range r.Languages {
		out.language(&r.Languages[i])
	}
	out.list("Sources that nothing cites", r.Uncited)
	out.aged("Helplines to check", r.Helplines)
	return out.Flush()
}

type writer struct{ *bufio.Writer }

func (w *writer) line(format string, args ...any) { fmt.Fprintf(w, format+"\n", args...) }

func (w *writer) language(l *Language) {
	w.line("== %s ==", l.Tag)
	if l.PhraseRules == 0 {
		w.line("\nNo phrase rules are run: there is no content/%s/phrasing.toml.", l.Tag)
	} else {
		w.line("\nPhrase rules: %d", l.PhraseRules)
	}
	w.quotas(l.Quotas)
	w.ideas(l.Ideas)
	w.matrix(l.Cells)
	w.places("Cards in no deck", l.Unshelved)
	w.places("Cards that no path leads to", l.Unreached)
	w.places("Entries that nothing leads to but a list", l.Orphans)
	w.places("Cards after which nothing comes: no follow-up, no later step of a path", l.DeadEnds)
	w.pairs(l.Near)
	w.readable(&l.Readability)
	w.aged("Reviews to repeat", l.Reviews)
	w.aged("Translations behind their original", l.Behind)
	w.line("")
}

// table writes rows in columns that line up; the first row is the head.
func (w *writer) table(rows [][]string) {
	tabs := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		fmt.Fprintf(tabs, "  %s\n", strings.TrimRight(strings.Join(row, "\t"), "\t"))
	}
	tabs.Flush()
}

func (w *writer) quotas(quotas []Quota) {
	if len(quotas) == 0 {
		return
	}
	missing := 0
	var doors, phases []string
	cells := map[[2]string]Quota{}
	rows := [][]string{}
	for _, q := range quotas {
		missing += max(0, q.Planned-q.Present)
		if q.Door == "" || q.Phase == "" {
			rows = append(rows, []string{q.Name, ofPlanned(q)})
			continue
		}
		cells[[2]string{q.Door, q.Phase}] = q
		doors, phases = with(doors, q.Door), with(phases, q.Phase)
	}
	w.line("\nThe plan, planned / present: %s", either(missing == 0, "all there", fmt.Sprintf("%d missing", missing)))
	if len(doors) > 0 {
		grid := [][]string{append([]string{""}, phases...)}
		for _, door := range doors {
			row := []string{door}
			for _, phase := range phases {
				row = append(row, ofPlanned(cells[[2]string{door, phase}]))
			}
			grid = append(grid, row)
		}
		w.table(grid)
		w.line("")
	}
	w.table(rows)
}

func ofPlanned(q Quota) string {
	return fmt.Sprintf("%d / %d%s", q.Planned, q.Present, either(q.Met(), "", " !"))
}

func with(list []string, name string) []string {
	for _, known := range list {
		if known == name {
			return list
		}
	}
	return append(list, name)
}

func either(is bool, yes, no string) string {
	if is {
		return yes
	}
	return no
}

func (w *writer) ideas(ideas []Idea) {
	var rows [][]string
	for _, i := range ideas {
		if !i.Covered {
			rows = append(rows, []string{i.ID, fmt.Sprintf("essays %d", i.Essays), fmt.Sprintf("cards %d", i.Cards), fmt.Sprintf("doors %d", i.Doors)})
		}
	}
	if len(ideas) > 0 {
		w.line("\nIdeas carried: %d of %d%s", len(ideas)-len(rows), len(ideas), either(len(rows) == 0, "", "; too thin are"))
		w.table(rows)
	}
}

// matrix shows all three sides at once: a row for each relationship, a column for each rupture, a letter for each phase that
// has a card there.
func (w *writer) matrix(cells []Cell) {
	var relationships, ruptures, phases []string
	has := map[[3]string]bool{}
	gaps := 0
	for _, c := range cells {
		relationships, ruptures, phases = with(relationships, c.Relationship), with(ruptures, c.Rupture), with(phases, c.Phase)
		has[[3]string{c.Relationship, c.Phase, c.Rupture}] = c.Cards > 0
		gaps += 1 - min(1, c.Cards)
	}
	w.line("\nCards by relationship, rupture and phase (%s; a dot is a gap): %d of %d cells are empty", strings.Join(phases, ", "), gaps, len(cells))
	head := []string{""}
	for i := range ruptures {
		head = append(head, fmt.Sprint(i+1))
	}
	rows := [][]string{head}
	for _, relationship := range relationships {
		row := []string{relationship}
		for _, rupture := range ruptures {
			cell := ""
			for _, phase := range phases {
				_, size := utf8.DecodeRuneInString(phase)
				cell += either(has[[3]string{relationship, phase, rupture}], strings.ToUpper(phase[:size]), "·")
			}
			row = append(row, cell)
		}
		rows = append(rows, row)
	}
	w.table(rows)
	for i, rupture := range ruptures {
		fmt.Fprintf(w, "%s%d %s", either(i == 0, "  ", " · "), i+1, rupture)
	}
	w.line("")
}

func (w *writer) places(title string, places []Place) {
	lines := make([]string, len(places))
	for i, p := range places {
		lines[i] = p.File
	}
	w.list(title, lines)
}

func (w *writer) list(title string, lines []string) {
	if len(lines) == 0 {
		return
	}
	w.line("\n%s: %d", title, len(lines))
	for _, line := range lines[:min(len(lines), mostListed)] {
		w.line("  %s", line)
	}
	if more := len(lines) - mostListed; more > 0 {
		w.line("  … and %d more; --format json tells them all", more)
	}
}

func (w *writer) pairs(pairs []Pair) {
	var lines []string
	for _, p := range pairs {
		lines = append(lines, fmt.Sprintf("%.0f %% %s and %s\n    %s\n    %s", p.Likeness*100, p.A.File, p.B.File, p.SaidA, p.SaidB))
	}
	w.list("Nearly the same sentence on two cards", lines)
}

func (w *writer) aged(title string, all []Aged) {
	var lines []string
	for _, a := range all {
		lines = append(lines, fmt.Sprintf("%s  %s, %d days%s  %s", a.File, a.On, a.Days, either(a.Overdue, ", overdue", ""), a.Title))
	}
	w.list(title, lines)
}

func (w *writer) readable(r *Readable) {
	if len(r.Texts) > 0 {
		w.line("\nReadability: %s", either(r.Formula == "", "not scored, as no formula is known to fit this language", r.Formula))
		rows := [][]string{}
		for _, t := range r.Texts {
			score := "not scored"
			if t.Scored {
				score = fmt.Sprintf("%.1f (%s %.0f)%s", t.Score, either(t.Higher, "at least", "at most"), t.Target, either(t.Met, "", " !"))
			}
			rows = append(rows, []string{t.File, fmt.Sprintf("%d words", t.Words), score})
		}
		w.table(rows)
	}
	var lines []string
	for _, h := range r.Cards {
		line := h.File
		for _, long := range h.Long {
			line += "\n    " + long
		}
		if len(h.Words) > 0 {
			line += "\n    hard words: " + strings.Join(h.Words, "; ")
		}
		lines = append(lines, line)
	}
	w.list(fmt.Sprintf("Cards with a sentence of more than %d words, or a hard word", longestSaid), lines)
}
