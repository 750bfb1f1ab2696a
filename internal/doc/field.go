package doc

import (
	"strings"
	"unicode/utf8"
)

// fields puts a FieldNode in the place of every field among the blocks of a worksheet. It works on the finished tree, where
// the lines of a paragraph are still told apart.
func (c *converter) fields(blocks []Node) []Node {
	if !c.style.Fields {
		return blocks
	}
	f := form{converter: c, out: make([]Node, 0, len(blocks))}
	for i := 0; i < len(blocks); {
		i += f.block(blocks[i:])
	}
	return f.out[:len(f.out):len(f.out)]
}

// A form is the blocks of one container, as far as they are read.
type form struct {
	*converter
	out []Node
}

// block reads one block, and those after it that belong to the same field; it gives their number.
func (f *form) block(blocks []Node) int {
	switch b := blocks[0]; b.Kind {
	case Paragraph:
		f.paragraph(b)
	case Rule:
		if f.isWritingLine(b) {
			return f.writingLines(blocks)
		}
		f.out = append(f.out, b)
	case List:
		f.list(b)
	case CodeBlock:
		f.box(b)
	case Table:
		f.grid(b)
	default:
		f.out = append(f.out, b)
	}
	return 1
}

// add makes a field of what stands at an offset; its help may follow.
func (f *form) add(field Field, kids ...Node) {
	field.Label = strings.TrimSpace(strings.TrimRight(field.Label, ":： "))
	name := field.Label
	if name == "" && len(field.Options) > 0 {
		name = field.Options[0]
	}
	if f.isTwin(field.Label) {
		f.problem("duplicate-field", int(field.Offset), f.lineFrom(field.Offset), "two fields are labelled %q", field.Label).
			Hint = "say what is different about this one"
	}
	field.ID = f.ids.unique(name)
	f.doc.Fields = append(f.doc.Fields, field)
	f.out = append(f.out, Node{Kind: FieldNode, Ref: int32(len(f.doc.Fields) - 1), Offset: field.Offset, Kids: kids})
}

// isTwin says whether a label was used before, and notes it.
func (f *form) isTwin(label string) bool {
	if label == "" {
		return false
	}
	if f.labels == nil {
		f.labels = map[string]bool{}
	}
	slug := Slug(label)
	twin := f.labels[slug]
	f.labels[slug] = true
	return twin
}

// label takes the label off the end of what was read: a last line that ends in a colon or a question mark.
func (f *form) label() (label string, offset int32, ok bool) {
	last := len(f.out) - 1
	if last < 0 || f.out[last].Kind != Paragraph {
		return "", 0, false
	}
	lines := f.splitLines(f.out[last].Kids)
	if len(lines) == 0 {
		return "", 0, false
	}
	end := lines[len(lines)-1]
	label = strings.TrimSpace(PlainText(end))
	if mark, _ := utf8.DecodeLastRuneInString(label); !strings.ContainsRune(":：?？؟", mark) {
		return "", 0, false
	}
	if f.out[last].Kids = joinLines(lines[:len(lines)-1]); f.out[last].Kids == nil {
		f.out = f.out[:last]
	}
	return label, end[0].Offset, true
}

// bad tells what is wrong with a field.
func (f *form) bad(offset int32, text, hint string) {
	f.problem("bad-field", int(offset), f.lineFrom(offset), "%s", text).Hint = hint
}

// lineFrom is the length of the rest of the line at an offset.
func (f *form) lineFrom(offset int32) int {
	return len(strings.TrimRight(line(f.src[offset:]), " \t\n"))
}
