package report

import (
	"fmt"
	"strings"
)

const (
	usualWidth = 100
	narrowest  = 40
	lineDigits = 4 // room for line numbers, so that most excerpts of a run stand in one column
)

// A textBlock collects the lines that show one problem.
type textBlock struct {
	text   strings.Builder
	color  bool
	width  int
	margin string // spaces as wide as a line number
}

func newBlock(p Problem, opts Options) *textBlock {
	width := opts.Width
	if width == 0 {
		width = usualWidth
	}
	digits := max(lineDigits, len(fmt.Sprint(p.Pos.Line)))
	return &textBlock{color: opts.Color, width: max(width, narrowest), margin: strings.Repeat(" ", digits)}
}

const (
	red    = "1;31"
	yellow = "1;33"
	blue   = "34"
	bold   = "1"
)

func (b *textBlock) paint(color, text string) string {
	if !b.color || text == "" {
		return text
	}
	return "\x1b[" + color + "m" + text + "\x1b[0m"
}

func (b *textBlock) line(text string) {
	b.text.WriteString(strings.TrimRight(text, " "))
	b.text.WriteByte('\n')
}

func (b *textBlock) note(text string) {
	b.line(b.margin[1:] + b.paint(blue, "= ") + prose(text))
}

// excerpt writes the line the problem stands on, marks the place, and says whether the hint found room beside the marks.
func (b *textBlock) excerpt(p Problem, opts Options) (hinted bool) {
	if opts.Lines == nil || p.Pos.Line == 0 {
		return false
	}
	line, ok := opts.Lines(p.Pos.File, p.Pos.Line)
	if !ok {
		return false
	}
	room := b.width - len(b.margin) - len(" | ")
	e := cutOut(line, p.Pos.Col, p.Pos.Len, room)
	b.line(b.paint(blue, fmt.Sprintf("%*d | ", len(b.margin), p.Pos.Line)) + e.before + b.paint(bold, e.marked) + e.after)
	if p.Pos.Col == 0 {
		return false
	}
	marks := strings.Repeat(" ", columnsOf(e.before)) + b.paint(severityColor(p), strings.Repeat("^", max(1, columnsOf(e.marked))))
	hinted = columnsOf(e.before)+columnsOf(e.marked)+len(" ")+columnsOf(prose(p.Hint)) <= room
	if hinted {
		marks += " " + prose(p.Hint)
	}
	b.line(b.paint(blue, b.margin+" | ") + marks)
	return hinted
}
