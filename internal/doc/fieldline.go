package doc

import (
	"fmt"
	"regexp"
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
		f.keep(p)
		return
	}
	var text [][]node
	keep := func() {
		if len(text) > 0 {
			f.write(node{kind: Paragraph, level: uint8(p.Level()), offset: text[0][0].offset}, f.joinLines(text))
		}
		text = nil
	}
	for _, line := range f.splitLines(p.Kids()) {
		field, ok := f.lineField(line)
		switch {
		case ok:
			keep()
			f.add(field, nil)
		case len(text) == 0 && f.help(line):
		default:
			text = append(text, line)
		}
	}
	keep()
}

// mayHoldField says whether a paragraph is worth taking apart: most are only text.
func (f *form) mayHoldField(p Node) bool {
	text := PlainText(p.Kids())
	return strings.Contains(text, "___") || strings.Contains(text, "…") || !p.Kids().Empty() && p.Kids().First().Kind() == Emph
}

// lineField reads "label: ____" and "label 0 … 10 (low … high)".
func (f *form) lineField(line []node) (Field, bool) {
	text := strings.TrimSpace(PlainText(f.view(line)))
	at := line[0].offset
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
func (f *form) help(line []node) bool {
	if f.last < 0 || f.nodes[f.last].kind != FieldNode || !isSlanted(line) {
		return false
	}
	field := &f.doc.Fields[f.nodes[f.last].number]
	if field.Help != "" || f.afterEmptyLine(line[0].offset) {
		return false
	}
	field.Help = PlainText(f.view(line))
	return true
}

// isSlanted says that a line is all emphasis.
func isSlanted(line []node) bool { return line[0].kind == Emph && int(line[0].size) == len(line) }

// afterEmptyLine says whether the line above the one at an offset is empty.
func (f *form) afterEmptyLine(offset int32) bool {
	above := strings.TrimRight(f.src[:strings.LastIndexByte(f.src[:offset], '\n')+1], "> \t")
	above, _ = strings.CutSuffix(above, "\n")
	return strings.HasSuffix(strings.TrimRight(above, "> \t"), "\n")
}

// splitLines cuts inlines into the lines they were written on.
func (f *form) splitLines(inlines Nodes) (lines [][]node) {
	var line []node
	end := func() {
		if line != nil {
			lines = append(lines, line)
		}
		line = nil
	}
	for n := range inlines.All() {
		if n.Kind() != Text {
			line = append(line, n.Alone().nodes()...)
			if n.Kind() == Break {
				end()
			}
			continue
		}
		part, rest, more := *n.node(), n.Text(), true
		for more {
			var text string
			text, rest, more = strings.Cut(rest, "\n")
			if part.size = int32(len(text)); text != "" {
				line = append(line, part)
			}
			part.number += part.size + int32(len("\n"))
			if more {
				end()
				part.offset = f.nextLine(part.offset)
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
func (f *form) joinLines(lines [][]node) (inlines []node) {
	for i, line := range lines {
		if i > 0 && inlines[len(inlines)-1].kind != Break {
			offset := line[0].offset
			inlines = append(inlines, f.says(Text, offset, "\n", int(offset)-len("\n")))
		}
		inlines = append(inlines, line...)
	}
	return inlines
}
