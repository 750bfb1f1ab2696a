package print

import (
	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/pdf"
	"github.com/amends-guide/amends/internal/typeset"
)

// field is one thing to fill in, with its label and its help above it. It stays on one page.
func (w *writer) field(n doc.Node) typeset.Block {
	f := &w.text.Fields[n.Number()]
	blocks := w.asked(f)
	if f.Kind == doc.Grid {
		if !n.Kids().Empty() {
			blocks = append(blocks, w.table(n.Kids().First(), f))
		}
		return typeset.Group{Blocks: blocks}
	}
	return typeset.Group{Role: pdf.RoleDiv, Whole: true, Blocks: append(blocks, w.control(f))}
}

// asked is a field's label and, on the same line where the look is that of a worksheet, its help.
func (w *writer) asked(f *doc.Field) (blocks []typeset.Block) {
	ask := func(style *typeset.Style, t typeset.Text) {
		blocks = append(blocks, typeset.Paragraph{Style: style, Text: t, KeepWithNext: true})
	}
	if w.runIn && f.Label != "" && f.Help != "" {
		plain := w.ask
		plain.Bold = false
		ask(&plain, typeset.Text{{Text: f.Label + "\u2002", Bold: true}, {Text: f.Help, Italic: true}})
		return blocks
	}
	if f.Label != "" {
		ask(&w.ask, typeset.Words(f.Label))
	}
	if f.Help != "" {
		ask(&w.help, typeset.Words(f.Help))
	}
	return blocks
}

// control is what a field is filled in with.
func (w *writer) control(f *doc.Field) typeset.Block {
	field := typeset.Field{Name: w.prefix + f.ID, Tip: f.Label}
	if f.Help != "" {
		field.Tip += " " + f.Help
	}
	switch f.Kind {
	case doc.Box:
		return typeset.WritingBox{Field: field, Height: float64(max(f.Rows, 2)) * w.pitch, Color: w.line, Before: 4, After: w.gap}
	case doc.Check, doc.Choice:
		c := typeset.Choices{Field: field, Style: &w.item, One: f.Kind == doc.Choice, Gap: w.gap / 4, Before: w.gap / 5, After: w.gap}
		for _, option := range f.Options {
			c.Options = append(c.Options, typeset.Words(option))
		}
		return c
	case doc.Scale:
		return typeset.Scale{Field: field, Style: &w.item, Low: f.Min, High: f.Max, LowEnd: f.LowEnd, HighEnd: f.HighEnd, Before: w.gap / 3, After: w.gap}
	}
	return typeset.WritingLines{Field: field, Rows: max(f.Rows, 1), Pitch: w.pitch, Color: w.line, After: w.gap}
}
