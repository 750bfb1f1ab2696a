package print

import (
	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/pdf"
	"github.com/amends-guide/amends/internal/typeset"
)

// field is one thing to fill in, with its label above it and its help between. It stays on one page.
func (w *writer) field(n *doc.Node) typeset.Block {
	f := &w.text.Fields[n.Ref]
	var blocks []typeset.Block
	if f.Label != "" {
		blocks = append(blocks, typeset.Paragraph{Style: &w.ask, Text: typeset.Words(f.Label), KeepWithNext: true})
	}
	if f.Help != "" {
		blocks = append(blocks, typeset.Paragraph{Style: &w.help, Text: typeset.Words(f.Help), KeepWithNext: true})
	}
	if f.Kind == doc.Grid {
		if len(n.Kids) > 0 {
			blocks = append(blocks, w.table(&n.Kids[0], f))
		}
		return typeset.Group{Blocks: blocks}
	}
	return typeset.Group{Role: pdf.RoleDiv, Whole: true, Blocks: append(blocks, w.control(f))}
}

// control is what a field is filled in with.
func (w *writer) control(f *doc.Field) typeset.Block {
	field := typeset.Field{Name: w.prefix + f.ID, Tip: f.Label}
	if f.Help != "" {
		field.Tip += " " + f.Help
	}
	switch f.Kind {
	case doc.Box:
		return typeset.WritingBox{Field: field, Height: float64(max(f.Rows, 2)) * ruled, Color: w.line, Before: 4, After: w.gap}
	case doc.Check, doc.Choice:
		c := typeset.Choices{Field: field, Style: &w.item, One: f.Kind == doc.Choice, Gap: w.gap / 3, Before: w.gap / 3, After: w.gap}
		for _, option := range f.Options {
			c.Options = append(c.Options, typeset.Words(option))
		}
		return c
	case doc.Scale:
		return typeset.Scale{Field: field, Style: &w.item, Low: f.Min, High: f.Max, LowEnd: f.LowEnd, HighEnd: f.HighEnd, Before: w.gap / 2, After: w.gap}
	}
	return typeset.WritingLines{Field: field, Rows: max(f.Rows, 1), Pitch: ruled, Color: w.line, After: w.gap / 2}
}
