package doc

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/amends-guide/amends/internal/report"
)

// A footnoteParser is goldmark's, but leaves each text where it stands and notes it down: goldmark's way of finding the text
// of a reference takes time in the square of their number, and forgets where they stand.
type footnoteParser struct{ parser.BlockParser }

// Close implements [parser.BlockParser].
func (footnoteParser) Close(node ast.Node, _ text.Reader, pc parser.Context) {
	n := notesOf(pc)
	n.footnotes = append(n.footnotes, node)
}

// readFootnotes finds out which names have a text. It comes before the body, for texts usually stand below their marks.
func (c *converter) readFootnotes() {
	for i, n := range c.footnotes {
		name := footnoteName(n)
		if c.texts == nil {
			c.texts, c.numbers = make(map[string]int, len(c.footnotes)), map[int]int{}
		}
		if _, twice := c.texts[name]; !twice {
			c.texts[name] = i
		}
	}
}

func footnoteName(n ast.Node) string { return string(n.(*extast.Footnote).Ref) }

// footnoteRef converts [^name]. Footnotes are numbered in the order of their first marks.
func (c *converter) footnoteRef(m *mark) {
	name := c.src[m.start:m.stop]
	text, ok := c.texts[name]
	if !ok {
		c.unknownFootnote(name, m)
		return
	}
	if c.forgetting {
		return
	}
	i, marked := c.numbers[text]
	if !marked {
		i = len(c.doc.Footnotes)
		c.numbers[text] = i
		c.doc.Footnotes = append(c.doc.Footnotes, Footnote{Name: name})
	}
	note := &c.doc.Footnotes[i]
	if note.Refs == math.MaxUint8 {
		c.problem("markdown-too-costly", m.start, m.stop-m.start, "more than %d marks lead to this footnote", note.Refs)
		return
	}
	note.Refs++
	c.addOrHold(node{kind: FootnoteRef, level: uint8(note.Refs), offset: int32(m.start - len("[^")), number: int32(i)})
}

func (c *converter) unknownFootnote(name string, m *mark) {
	p := c.problem("unknown-footnote", m.start, m.stop-m.start, "no footnote is named %q", name)
	if p.Class == "" {
		return
	}
	p.Hint = fmt.Sprintf("write its text on a line of its own: [^%s]: …", name)
	if near := report.Nearest(name, slices.Sorted(maps.Keys(c.texts))); near != "" {
		p.Hint = fmt.Sprintf("did you mean %q?", near)
	}
}

// convertFootnotes converts the texts that marks lead to; a text may hold marks that lead to more.
func (c *converter) convertFootnotes() {
	used := make([]bool, len(c.footnotes))
	for i := 0; i < len(c.doc.Footnotes); i++ {
		at := c.texts[c.doc.Footnotes[i].Name]
		used[at] = true
		from := len(c.nodes)
		c.blocks(c.footnotes[at])
		note := &c.doc.Footnotes[i] // after its text: that may have added more footnotes
		note.Nodes, note.Offset = c.since(from), c.offset(c.footnotes[at])
	}
	c.unusedFootnotes(used)
}

// unusedFootnotes tells of the other texts.
func (c *converter) unusedFootnotes(used []bool) {
	for i, n := range c.footnotes {
		if used[i] {
			continue
		}
		name := footnoteName(n)
		c.readAndForget(n)
		text, hint := fmt.Sprintf("no mark leads to the footnote %q", name), fmt.Sprintf("write [^%s] where it belongs, or delete it", name)
		if c.texts[name] != i {
			text, hint = fmt.Sprintf("another footnote before this one is named %q", name), "give it another name"
		}
		c.problem("unused-footnote", int(c.offset(n))+len("[^"), len(name), "%s", text).Hint = hint
	}
}

// readAndForget reads blocks that will not be shown, for what is wrong in them.
func (c *converter) readAndForget(n ast.Node) {
	refs, fields, nodes, last := len(c.doc.Refs), len(c.doc.Fields), len(c.nodes), c.last
	c.forgetting = true
	c.blocks(n)
	c.forgetting = false
	c.doc.Refs, c.doc.Fields = c.doc.Refs[:refs], c.doc.Fields[:fields]
	c.nodes, c.last = c.nodes[:nodes], last
}
