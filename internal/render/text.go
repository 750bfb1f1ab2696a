package render

import (
	"strconv"

	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/render/program"
	"github.com/amends-guide/amends/internal/site"
)

// A writer writes one text as HTML. Every kind of node has its own few lines here, in inline.go and in fields.go, and nothing
// is written that was not escaped: the tree holds no markup, and the writer knows no way to pass any.
type writer struct {
	b     []byte
	text  *site.Text
	voice *voice
	notes []int // footnotes to set after the block that mentions them first
}

// flow writes blocks, each followed by the notes it mentions. Where blocks were expected and inlines stand, they are written
// as they are.
func (w *writer) flow(nodes doc.Nodes) {
	for !nodes.Empty() {
		nodes = w.block(nodes)
		w.flushNotes()
	}
}

func (w *writer) str(s string)    { w.b = append(w.b, s...) }
func (w *writer) escape(s string) { w.b = program.AppendEscaped(w.b, s) }
func (w *writer) int(n int)       { w.b = strconv.AppendInt(w.b, int64(n), 10) }

// within writes blocks between two tags.
func (w *writer) within(open string, nodes doc.Nodes, end string) {
	w.str(open)
	w.blocks(nodes)
	w.str(end)
}

// blocks writes blocks inside another; their notes wait for its end.
func (w *writer) blocks(nodes doc.Nodes) {
	for !nodes.Empty() {
		nodes = w.block(nodes)
	}
}

// block writes the first of some nodes and gives the rest: cards in a row become one list.
func (w *writer) block(nodes doc.Nodes) (rest doc.Nodes) {
	n := nodes.First()
	switch n.Kind() {
	case doc.Paragraph:
		w.paragraph(n)
	case doc.HeadingNode:
		w.heading(n)
	case doc.List:
		w.list(n)
	case doc.Item, doc.Task:
		w.item(n)
	case doc.Quote:
		w.within("<blockquote>", n.Kids(), "</blockquote>\n")
	case doc.Callout:
		w.callout(n)
	case doc.CodeBlock:
		w.code(n)
	case doc.Table:
		w.table(n, nil)
	case doc.Rule:
		w.str("<hr>\n")
	case doc.Definitions:
		w.within("<dl>", n.Kids(), "</dl>\n")
	case doc.DefTerm:
		w.str("<dt>")
		w.inlines(n.Kids())
		w.str("</dt>")
	case doc.DefText:
		w.str("<dd>")
		w.tight(n.Kids())
		w.str("</dd>")
	case doc.FieldNode:
		w.field(n)
	case doc.Embed:
		return w.embeds(nodes)
	default:
		w.inline(n)
	}
	return nodes.Rest()
}

func (w *writer) paragraph(n doc.Node) {
	if isFigure(n) {
		w.str("<figure>")
		w.inlines(n.Kids())
		w.str("</figure>\n")
		return
	}
	w.str("<p>")
	w.inlines(n.Kids())
	w.str("</p>\n")
}

// isFigure says that a paragraph is a picture and nothing else.
func isFigure(n doc.Node) bool {
	kids := n.Kids()
	return !kids.Empty() && kids.First().Kind() == doc.Image && kids.Rest().Empty()
}

func (w *writer) heading(n doc.Node) {
	level := n.Level()
	w.str("<h")
	w.int(level)
	w.str(` id="`)
	w.escape(n.Text())
	w.str(`">`)
	w.inlines(n.Kids())
	w.str("</h")
	w.int(level)
	w.str(">\n")
}

func (w *writer) list(n doc.Node) {
	if n.Level() == 0 {
		w.within("<ul>\n", n.Kids(), "</ul>\n")
		return
	}
	w.str("<ol")
	if n.Number() != 1 {
		w.str(` start="`)
		w.int(n.Number())
		w.str(`"`)
	}
	w.within(">\n", n.Kids(), "</ol>\n")
}

func (w *writer) item(n doc.Node) {
	if n.Kind() == doc.Task {
		w.str(`<li class="task"><span role="img" aria-label="`)
		w.escape(w.voice.word(map[bool]string{false: "task-open", true: "task-done"}[n.Level() == 1]))
		w.str(map[bool]string{false: `">☐</span> `, true: `">☑</span> `}[n.Level() == 1])
	} else {
		w.str("<li>")
	}
	w.tight(n.Kids())
	w.str("</li>\n")
}

// tight writes blocks of which the first paragraph needs no tag of its own.
func (w *writer) tight(nodes doc.Nodes) {
	if !nodes.Empty() && nodes.First().Kind() == doc.Paragraph && !hasParagraph(nodes.Rest()) {
		w.inlines(nodes.First().Kids())
		nodes = nodes.Rest()
	}
	w.blocks(nodes)
}

func hasParagraph(nodes doc.Nodes) bool {
	for n := range nodes.All() {
		if n.Kind() == doc.Paragraph {
			return true
		}
	}
	return false
}

func (w *writer) callout(n doc.Node) {
	w.str(`<div class="callout" data-kind="`)
	w.escape(n.Text())
	w.str(`" role="note"><p class="label">`)
	w.escape(w.voice.Callouts[n.Text()])
	w.within("</p>\n", n.Kids(), "</div>\n")
}

func (w *writer) code(n doc.Node) {
	w.str(`<pre tabindex="0"><code>`)
	w.escape(n.Text())
	w.str("</code></pre>\n")
}

// embeds writes the cards at the head of nodes as one list of tiles, and gives the rest.
func (w *writer) embeds(nodes doc.Nodes) (rest doc.Nodes) {
	w.str(`<ul class="tiles" role="list">`)
	for ; !nodes.Empty() && nodes.First().Kind() == doc.Embed; nodes = nodes.Rest() {
		if tile := w.text.Refs[nodes.First().Number()].Tile; tile != nil {
			w.str("<li>")
			w.b = append(w.b, w.voice.tile(tile)...)
			w.str("</li>\n")
		}
	}
	w.str("</ul>\n")
	return nodes
}
