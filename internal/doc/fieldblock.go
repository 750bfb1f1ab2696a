package doc

import (
	"strconv"
	"strings"
)

const (
	boxInfo  = "box"
	boxRows  = 4 // of a box that does not say
	mostRows = 40

	strangeBox = 255 // the height of one whose height makes no sense
)

// isWritingLine says that a rule is drawn with underscores: ____ is a line to write on.
func (f *form) isWritingLine(rule Node) bool {
	begin := strings.LastIndexByte(f.src[:rule.Offset()], '\n') + 1
	return strings.Contains(line(f.src[begin:]), "_")
}

// writingLines reads a label and one rule for each line to write on.
func (f *form) writingLines(blocks Nodes) (rest Nodes) {
	n, first := 0, blocks.First().Offset()
	for ; !blocks.Empty() && blocks.First().Kind() == Rule && f.isWritingLine(blocks.First()); blocks = blocks.Rest() {
		n++
	}
	label, at, ok := f.label()
	switch {
	case !ok:
		f.bad(first, "a line to write on has no label", "write a line that ends in a colon right before it; a rule across the page is ---")
	case n > mostRows:
		f.bad(at, "more than "+strconv.Itoa(mostRows)+" lines to write on", "ask for less, or make it a box")
	default:
		f.add(Field{Kind: Lines, Label: label, Rows: n, Offset: at}, nil)
	}
	return blocks
}

// box reads a fenced block that begins ```box: its first line is the label, a number after the word its height in lines.
func (f *form) box(code Node) {
	if code.Level() == 0 {
		f.keep(code)
		return
	}
	label := strings.TrimSpace(code.Text())
	switch {
	case code.Level() == strangeBox:
		f.bad(code.Offset(), "the height of a box is a number of lines from 1 to "+strconv.Itoa(mostRows), "such as ```box 6")
	case label == "" || strings.Contains(label, "\n"):
		f.bad(code.Offset(), "a box holds one line, its label", "write what to put into it")
	default:
		f.add(Field{Kind: Box, Label: f.curled(label), Rows: code.Level(), Offset: code.Offset()}, nil)
	}
}

// boxHeight is how many lines a box has whose fence says info; 0 where it is no box.
func boxHeight(info string) uint8 {
	words := strings.Fields(info)
	switch {
	case len(words) == 0 || words[0] != boxInfo:
		return 0
	case len(words) == 1:
		return boxRows
	}
	height, err := strconv.Atoi(words[1])
	if len(words) > 2 || err != nil || height < 1 || height > mostRows {
		return strangeBox
	}
	return uint8(height)
}

// curled gives text that is not parsed as Markdown its quotation marks.
func (f *form) curled(text string) string {
	c := converter{tree: &tree{source: text}, src: text, style: f.style}
	c.run.reset()
	c.stretch(0, len(text))
	c.flush()
	return PlainText(c.since(0))
}

// grid reads a table with empty cells, which are filled in.
func (f *form) grid(table Node) {
	empty := false
	for row := range table.Kids().Rest().All() {
		for cell := range row.Kids().All() {
			empty = empty || cell.Kids().Empty()
		}
	}
	if !empty {
		f.keep(table)
		return
	}
	field := Field{Kind: Grid, Offset: table.Offset()}
	if label, at, ok := f.label(); ok {
		field.Label, field.Offset = label, at
	}
	f.add(field, table.Alone().nodes())
}
