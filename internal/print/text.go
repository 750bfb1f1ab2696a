package print

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/pdf"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/typeset"
)

// A writer turns an entry's words into blocks.
type writer struct {
	*Press
	*look
	lang     *config.Language
	text     *site.Text
	deeper   int               // how many levels deeper headings are than they were written: in a book
	inside   bool              // links to other entries lead to their place in the same file
	plain    bool              // no links and no works named: on cards
	prefix   string            // of the names of this entry's own places and fields, which are unique in a file
	sizes    map[float64]*look // the looks of the backs of cards, by the size of their words
	problems []report.Problem
}

func (p *Press) writer(lang string) *writer {
	return &writer{Press: p, look: p.look, lang: p.language(lang), sizes: map[float64]*look{}}
}

func (w *writer) word(key string) string { return cmp.Or(w.lang.Words[key], key) }

// called is the name of a section, as it is printed.
func (w *writer) called(section string) string {
	return guide.Curled(w.lang.Sections[section], *w.lang)
}

// written is a text's blocks; none where there is no text.
func (w *writer) written(t *site.Text) []typeset.Block {
	if t == nil {
		return nil
	}
	w.text = t
	return w.blocks(t.Nodes, &w.body)
}

func (w *writer) blocks(nodes doc.Nodes, style *typeset.Style) []typeset.Block {
	var blocks []typeset.Block
	for n := range nodes.All() {
		if b := w.block(n, style); b != nil {
			blocks = append(blocks, b)
		}
	}
	return blocks
}

func (w *writer) block(n doc.Node, style *typeset.Style) typeset.Block {
	switch n.Kind() {
	case doc.Paragraph:
		if kids := n.Kids(); !kids.Empty() && kids.First().Kind() == doc.Image && kids.Rest().Empty() {
			return w.figure(kids.First())
		}
		return typeset.Paragraph{Style: style, Text: w.spans(n.Kids())}
	case doc.HeadingNode:
		return w.heading(n.Level(), w.spans(n.Kids()), w.prefix+n.Text())
	case doc.List:
		return w.list(n, style)
	case doc.Quote:
		return w.barred(pdf.RoleBlockQuote, w.blocks(n.Kids(), &w.quote))
	case doc.Callout:
		return w.callout(w.lang.Callouts[n.Text()], n.Kids())
	case doc.CodeBlock:
		return typeset.Paragraph{Style: style, Text: typeset.Words(strings.TrimSuffix(n.Text(), "\n"))}
	case doc.Table:
		return w.table(n, nil)
	case doc.Rule:
		return typeset.Rule{Width: 0.5, Length: 60, Color: w.line, Before: 8, After: 12}
	case doc.Definitions:
		return w.definitions(n)
	case doc.FieldNode:
		return w.field(n)
	case doc.Embed:
		return w.embed(n)
	}
	return typeset.Paragraph{Style: style, Text: w.spans(n.Alone())}
}

// callout is an aside with a name.
func (w *writer) callout(name string, nodes doc.Nodes) typeset.Block {
	label := typeset.Paragraph{Style: &w.label, Text: typeset.Words(name), KeepWithNext: true}
	return w.barred(pdf.RoleSect, append([]typeset.Block{label}, w.blocks(nodes, &w.quote)...))
}

// heading is a heading: it looks as it does in its entry, and is tagged as deep as it stands in this file.
func (w *writer) heading(level int, text typeset.Text, id string) typeset.Heading {
	style := &w.h3
	switch level {
	case 1:
		style = &w.h1
	case 2:
		style = &w.h2
	}
	level += w.deeper
	h := typeset.Heading{Level: min(level, 6), Style: style, Text: text, ID: id}
	if level <= 2 {
		h.Outline = level
	}
	return h
}

func (w *writer) barred(role pdf.Role, blocks []typeset.Block) typeset.Block {
	frame := &typeset.Frame{Before: 8, After: 10, Start: 12, Bar: 2, Line: w.faint}
	return typeset.Group{Role: role, Frame: frame, Blocks: blocks}
}

// framed is a box that is kept whole.
func (w *writer) framed(blocks ...typeset.Block) typeset.Block {
	frame := &typeset.Frame{Before: w.box, After: w.box, Top: w.box, Bottom: w.box, Start: 14, End: 14, Border: 0.75, Line: w.line, Radius: 5}
	return typeset.Group{Role: pdf.RoleSect, Whole: true, Frame: frame, Blocks: blocks}
}

func (w *writer) list(n doc.Node, style *typeset.Style) typeset.Block {
	l := typeset.List{Ordered: n.Level() == 1, Start: n.Number(), Style: style, Indent: w.indent, Gap: w.between}
	item := *style
	item.After = w.between
	for kid := range n.Kids().All() {
		it := typeset.Item{Blocks: w.blocks(kid.Kids(), &item)}
		if kid.Kind() == doc.Task {
			it.Box = typeset.EmptyBox
			if kid.Level() == 1 {
				it.Box = typeset.TickedBox
			}
		}
		l.Items = append(l.Items, it)
	}
	return l
}

func (w *writer) definitions(n doc.Node) typeset.Block {
	term := w.body
	term.Bold = true
	d := typeset.Definitions{Style: &term, Indent: w.indent, Gap: 4}
	for kid := range n.Kids().All() {
		if last := len(d.Items) - 1; kid.Kind() == doc.DefText && last >= 0 {
			d.Items[last].Blocks = append(d.Items[last].Blocks, w.blocks(kid.Kids(), &w.body)...)
			continue
		}
		d.Items = append(d.Items, typeset.Definition{Term: w.spans(kid.Kids())})
	}
	return d
}

// embed is a card within a text.
func (w *writer) embed(n doc.Node) typeset.Block {
	if tile := w.text.Refs[n.Number()].Tile; tile != nil && w.inside {
		return w.mention(tile)
	} else if tile != nil {
		return w.tile(tile)
	}
	return nil
}

// figure is a picture, as wide as its dots are at 144 to the inch.
func (w *writer) figure(n doc.Node) typeset.Block {
	picture := w.text.Refs[n.Number()].Picture
	file, ok := w.files[picture.Address]
	if !ok {
		return nil
	}
	image, err := pdf.ParseImage(file.Data())
	if err != nil {
		w.problems = append(w.problems, report.New("print-picture", report.Pos{File: file.Path}, "paper cannot show this picture: %v", err).
			Hinted("save it as JPEG or PNG"))
		return typeset.Paragraph{Style: &w.small, Text: typeset.Words(n.Text())}
	}
	return typeset.Figure{Image: image, Width: float64(image.Width) / 2, Alt: n.Text(), Before: 8, After: 12}
}

// A table's columns share its width by what they hold; with a field, its empty cells are to be written in.
func (w *writer) table(n doc.Node, f *doc.Field) typeset.Block {
	t := typeset.Table{Grid: f != nil, Color: w.faint, Pad: 4, Before: w.around / 2, After: w.around}
	cell := w.body
	cell.After = 0
	head := cell
	head.Bold = true
	lines := slices.Collect(n.Kids().All())
	for i, line := range lines {
		var row typeset.Row
		for j, kid := range slices.Collect(line.Kids().All()) {
			c := typeset.Cell{Header: i == 0}
			style := cell
			if i == 0 {
				style = head
			}
			style.Align = [4]typeset.Align{typeset.Start, typeset.Start, typeset.Center, typeset.End}[kid.Level()&3]
			if !kid.Kids().Empty() {
				c.Blocks = []typeset.Block{typeset.Paragraph{Style: &style, Text: w.spans(kid.Kids())}}
			} else if f != nil && i > 0 {
				c.Field = typeset.Field{Name: w.prefix + f.ID + "-" + strconv.Itoa(i) + "-" + strconv.Itoa(j+1), Tip: cellName(lines[0], line, i, j)}
				row.Height = w.row
			}
			row.Cells = append(row.Cells, c)
		}
		if i == 0 {
			t.Head = []typeset.Row{row}
			continue
		}
		if f != nil && len(row.Cells) > 0 && len(row.Cells[0].Blocks) > 0 {
			row.Cells[0].Header = true
		}
		t.Rows = append(t.Rows, row)
	}
	if f != nil {
		for range lines[0].Kids().All() {
			t.Columns = append(t.Columns, typeset.Column{Share: 1})
		}
	}
	return t
}

// cellName is what a cell to fill in is called by those who cannot see where it stands: its column, and its row's first words
// or number.
func cellName(head, line doc.Node, i, j int) string {
	column := ""
	if names := head.Kids(); j < names.Len() {
		column = doc.PlainText(names.At(j).Kids())
	}
	return column + ", " + cmp.Or(doc.PlainText(line.Kids().First().Kids()), strconv.Itoa(i))
}
