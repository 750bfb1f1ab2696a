package typeset

import (
	"cmp"

	"github.com/amends-guide/amends/internal/pdf"
)

// notes sets the footnotes that a line calls for the first time.
func (s *setter) notes(b *broken, line int, style *Style, par *node) (notes []*footnote) {
	for _, q := range b.inked(line) {
		note := b.spans[b.runs[q.run].span].Note
		if note == nil || s.layout.noted[note] {
			continue
		}
		s.layout.noted[note] = true
		notes = append(notes, s.footnote(note, cmp.Or(s.layout.flow.Note, style), par))
	}
	return notes
}

// footnote sets a note. Its node follows that of the paragraph which calls it.
func (s *setter) footnote(note *Note, style *Style, par *node) *footnote {
	f := &footnote{node: par.parent.under(pdf.RoleNote)}
	in := &setter{layout: s.layout, lang: s.lang, width: s.layout.width, tallest: s.tallest, node: f.node}
	mark := in.textLabel(Text{{Text: note.Mark, Raised: true}}, style)
	mark.node = f.node.under(pdf.RoleLbl)
	first := in.labelled(mark, 0, max(s.layout.flow.NoteIndent, mark.width+0.2*style.Size), f.node, note.Blocks)
	in.space(first, 0, 0)
	f.slabs, f.height = in.slabs, stack(in.slabs)
	return f
}

// join gives the nodes of notes their place in the tree: after the paragraph that calls them, though their text is painted later.
func (p *painter) join(notes []*footnote) {
	for _, f := range notes {
		if p.artifact == "" {
			f.node.in(p.doc)
		}
	}
}

// How notes stand at the foot of the page, in points: the rule above them, and the room around it.
const (
	noteRule  = 60.0
	noteAbove = 10.0
	noteBelow = 5.0
)

// noteArea is how high the notes of a page are with the rule above them.
func noteArea(notes []*footnote) float64 {
	if len(notes) == 0 {
		return 0
	}
	h := noteAbove + noteBelow
	for _, f := range notes {
		h += f.height
	}
	return h
}
