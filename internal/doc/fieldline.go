package doc

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

var (
	lineField  = regexp.MustCompile(`^(.*\S)\s*[:：]\s*_{3,}$`)
	scaleField = regexp.MustCompile(`^(.*?)\s*\b(\d{1,3})\s*…\s*(\d{1,3})\s*(?:\(\s*(.*?)\s*(?:…\s*(.*?)\s*)?\))?$`)
	blank      = regexp.MustCompile(`_{3,}`)
)

// paragraph reads the lines of a paragraph: fields, the help after them, and text.
func (f *form) paragraph(p Node) {
	if !f.mayHoldField(p) {
		f.out = append(f.out, p)
		return
	}
	var text [][]Node
	keep := func() {
		if kids := joinLines(text); kids != nil {
			f.out = append(f.out, Node{Kind: Paragraph, Level: p.Level, Offset: kids[0].Offset, Kids: kids})
		}
		text = nil
	}
	for _, line := range f.splitLines(p.Kids) {
		field, ok := f.lineField(line)
		switch {
		case ok:
			keep()
			f.add(field)
		case len(text) == 0 && f.help(line):
		default:
			text = append(text, line)
		}
	}
	keep()
}

// mayHoldField says whether a paragraph is worth taking apart: most are only text.
func (f *form) mayHoldField(p Node) bool {
	text := PlainText(p.Kids)
	return strings.Contains(text, "___") || strings.Contains(text, "…") || len(p.Kids) > 0 && p.Kids[0].Kind == Emph
}

// lineField reads "label: ____" and "label 0 … 10 (low … high)".
func (f *form) lineField(line []Node) (Field, bool) {
	text := strings.TrimSpace(PlainText(line))
	at := line[0].Offset
	if m := lineField.FindStringSubmatch(text); m != nil && !blank.MatchString(m[1]) {
		return Field{Kind: Line, Label: m[1], Offset: at}, true
	}
	if blank.MatchString(text) {
		f.bad(at, "a blank stands alone on its line, after a label and a colon", "such as \"What I did: ____\"")
		return Field{}, false
	}
	m := scaleField.FindStringSubmatch(text)
	if m == nil || m[1] == "" {
		return Field{}, false
	}
	low, _ := strconv.Atoi(m[2])
	high, _ := strconv.Atoi(m[3])
	if low >= high || high-low > 100 {
		f.bad(at, fmt.Sprintf("a scale cannot go from %d to %d", low, high), "write the lower number first, and at most 100 steps")
	}
	return Field{Kind: Scale, Label: m[1], Min: low, Max: high, LowEnd: m[4], HighEnd: m[5], Offset: at}, true
}

// help takes a line that is all slanted, right after a field, as its help.
func (f *form) help(line []Node) bool {
	last := len(f.out) - 1
	if last < 0 || f.out[last].Kind != FieldNode || len(line) != 1 || line[0].Kind != Emph {
		return false
	}
	field := &f.doc.Fields[f.out[last].Ref]
	if field.Help != "" || f.afterEmptyLine(line[0].Offset) {
		return false
	}
	field.Help = PlainText(line)
	return true
}

// afterEmptyLine says whether the line above the one at an offset is empty.
func (f *form) afterEmptyLine(offset int32) bool {
	above := strings.TrimRight(f.src[:strings.LastIndexByte(f.src[:offset], '\n')+1], "> \t")
	above, _ = strings.CutSuffix(above, "\n")
	return strings.HasSuffix(strings.TrimRight(above, "> \t"), "\n")
}

// splitLines cuts inlines into the lines they were written on.
func (f *form) splitLines(inlines []Node) (lines [][]Node) {
	var line []Node
	end := func() {
		if line != nil {
			lines = append(lines, line)
		}
		line = nil
	}
	for _, n := range inlines {
		if n.Kind != Text {
			line = append(line, n)
			if n.Kind == Break {
				end()
			}
			continue
		}
		for more := true; more; {
			part := n
			part.Text, n.Text, more = strings.Cut(n.Text, "\n")
			if part.Text != "" {
				line = append(line, part)
			}
			if more {
				end()
				n.Offset = f.nextLine(n.Offset)
			}
		}
	}
	end()
	return lines
}

// nextLine is where the text of the line after the one at an offset begins.
func (f *form) nextLine(offset int32) int32 {
	at := int(offset) + len(line(f.src[offset:]))
	return int32(len(f.src) - len(strings.TrimLeft(f.src[at:], "> \t")))
}

// joinLines puts lines together again, parted by line ends.
func joinLines(lines [][]Node) (inlines []Node) {
	for i, line := range lines {
		if i > 0 && inlines[len(inlines)-1].Kind != Break {
			inlines = append(inlines, Node{Kind: Text, Text: "\n", Offset: line[0].Offset})
		}
		inlines = append(inlines, line...)
	}
	return slices.Clip(inlines)
}
