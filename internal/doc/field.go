package doc

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// fields puts a FieldNode in the place of every field among the blocks of a worksheet that were written from base on. It works
// on finished blocks, where the lines of a paragraph are still told apart.
func (c *converter) fields(base int) {
	before := *c.tree
	before.nodes = slices.Clone(c.nodes[base:])
	c.nodes = c.nodes[:base]
	f := form{converter: c, last: -1}
	for blocks := before.all(); !blocks.Empty(); {
		blocks = f.block(blocks)
	}
}

// A form is the blocks of one container, as far as they are read.
type form struct {
	*converter
	last int // the index of the last block that was kept, or -1
}

// block reads one block, and those after it that belong to the same field; it gives the rest.
func (f *form) block(blocks Nodes) (rest Nodes) {
	switch b := blocks.First(); b.Kind() {
	case Paragraph:
		f.paragraph(b)
	case Rule:
		if f.isWritingLine(b) {
			return f.writingLines(blocks)
		}
		f.keep(b)
	case List:
		f.list(b)
	case CodeBlock:
		f.box(b)
	case Table:
		f.grid(b)
	default:
		f.keep(b)
	}
	return blocks.Rest()
}

// keep leaves a block as it is.
func (f *form) keep(b Node) { f.write(*b.node(), b.Alone().nodes()[1:]) }

// write writes a block, with what is below it.
func (f *form) write(block node, below []node) {
	f.last = len(f.nodes)
	f.nodes = append(append(f.nodes, block), below...)
	if !block.kind.isLeaf() {
		f.end(f.last)
	}
}

// view is nodes written elsewhere, to be read.
func (f *form) view(nodes []node) Nodes {
	t := *f.tree
	t.nodes = nodes
	return t.all()
}

// add makes a field of what stands at an offset; its help may follow.
func (f *form) add(field Field, below []node) {
	field.Label = strings.TrimSpace(strings.TrimRight(field.Label, ":： "))
	name := field.Label
	if name == "" && len(field.Options) > 0 {
		name = field.Options[0]
	}
	if f.isTwin(field.Label) {
		f.problem("duplicate-field", int(field.Offset), f.lineFrom(field.Offset), "two fields are labelled %q", field.Label).
			Hint = "say what is different about this one"
	}
	field.ID, _ = f.taken.unique(name)
	f.doc.Fields = append(f.doc.Fields, field)
	f.write(node{kind: FieldNode, offset: field.Offset, number: int32(len(f.doc.Fields) - 1)}, below)
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

// label takes the label off the end of what was kept: a last line that ends in a colon or a question mark.
func (f *form) label() (label string, offset int32, ok bool) {
	if f.last < 0 || f.nodes[f.last].kind != Paragraph {
		return "", 0, false
	}
	paragraph := f.since(f.last).First()
	lines := f.splitLines(paragraph.Kids())
	if len(lines) == 0 {
		return "", 0, false
	}
	end := lines[len(lines)-1]
	label = strings.TrimSpace(PlainText(f.view(end)))
	if mark, _ := utf8.DecodeLastRuneInString(label); !strings.ContainsRune(":：?？؟", mark) {
		return "", 0, false
	}
	block := *paragraph.node()
	f.nodes, f.last = f.nodes[:f.last], -1
	if lines = lines[:len(lines)-1]; len(lines) > 0 {
		f.write(block, f.joinLines(lines))
	}
	return label, end[0].offset, true
}

// bad tells what is wrong with a field.
func (f *form) bad(offset int32, text, hint string) {
	f.problem("bad-field", int(offset), f.lineFrom(offset), "%s", text).Hint = hint
}

// lineFrom is the length of the rest of the line at an offset.
func (f *form) lineFrom(offset int32) int {
	return len(strings.TrimRight(line(f.src[offset:]), " \t\n"))
}
