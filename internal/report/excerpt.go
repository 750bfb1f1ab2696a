package report

import "strings"

// An excerpt is one line of a file cut in three, fit for a terminal: the text before the marked place, the place, the rest.
type excerpt struct{ before, marked, after string }

const (
	tab      = "    " // a tab is shown this wide, wherever it stands
	ellipsis = "…"    // stands for the part of a long line that is left out
)

// cutOut marks n characters of a line, from the col-th, and keeps about so many columns of the line around them.
// A place beyond the line is its end; nothing is marked there.
func cutOut(line string, col, n, width int) excerpt {
	runes := []rune(line)
	from := min(max(col-1, 0), len(runes))
	begin, end := window(runes, from, width)
	to := from + min(max(n, 1), end-from)
	e := excerpt{show(runes[begin:from]), show(runes[from:to]), show(runes[to:end])}
	if begin > 0 {
		e.before = ellipsis + e.before
	}
	if end < len(runes) {
		e.after += ellipsis
	}
	return e
}

// window chooses which part of the line is shown: all of it where it fits, else a third of the room before the place.
func window(runes []rune, from, width int) (begin, end int) {
	if end = forward(runes, 0, width); end == len(runes) {
		return 0, end
	}
	begin = from
	for room := width / 3; begin > 0 && cost(runes[begin-1]) <= room; {
		begin--
		room -= cost(runes[begin])
	}
	return begin, forward(runes, begin, width)
}

func forward(runes []rune, begin, room int) (end int) {
	end = begin
	for end < len(runes) && cost(runes[end]) <= room {
		room -= cost(runes[end])
		end++
	}
	return end
}

// cost is what a character takes of the window. Marks that take no column cost one, or a line of nothing else has no end.
func cost(r rune) int { return max(1, columnsOf(show([]rune{r}))) }

func show(runes []rune) string {
	var shown strings.Builder
	for _, r := range runes {
		if r == '\t' {
			shown.WriteString(tab)
			continue
		}
		shown.WriteRune(visible(r))
	}
	return shown.String()
}

func columnsOf(shown string) (n int) {
	for _, r := range shown {
		n += columns(r)
	}
	return n
}
