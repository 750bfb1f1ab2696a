package typeset

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/amends-guide/amends/internal/pdf"
)

func (b Paragraph) set(s *setter) {
	lang := cmp.Or(b.Lang, s.lang)
	first := s.text(b.Text, b.Style, lang, s.paragraph(b).speaks(lang, s.lang))
	s.mark(first, destination{name: b.ID})
	if b.KeepWithNext {
		s.keep(first, bound, true)
	}
}

// paragraph is the node of a paragraph. An item of a list that is nothing else is read as one thing, not as two within each other;
// but notes are read after the paragraph that calls them.
func (s *setter) paragraph(b Paragraph) *node {
	calls := func(span Span) bool { return span.Note != nil }
	if b.Role == "" && s.alone && s.node != nil && s.node.like.Role == pdf.RoleLBody && !slices.ContainsFunc(b.Text, calls) {
		return s.node
	}
	return s.node.under(cmp.Or(b.Role, pdf.RoleP))
}

var headings = [...]pdf.Role{pdf.RoleH1, pdf.RoleH2, pdf.RoleH3, pdf.RoleH4, pdf.RoleH5, pdf.RoleH6}

func (b Heading) set(s *setter) {
	lang := cmp.Or(b.Lang, s.lang)
	n := s.node.under(headings[min(max(b.Level, 1), 6)-1]).speaks(lang, s.lang)
	first := s.text(b.Text, b.Style, lang, n)
	s.keep(first, bound, true)
	d := destination{name: b.ID, outline: b.Outline, title: b.Text.String()}
	if d.name == "" && d.outline > 0 {
		s.layout.named++
		d.name = fmt.Sprintf("heading-%d", s.layout.named)
	}
	s.mark(first, d)
	if b.Running && first < len(s.slabs) {
		s.slabs[first].title = d.title
	}
}

// text sets a text as slabs of one line each, with at least two on either side of a page's end, and returns the first slab's index.
func (s *setter) text(t Text, style *Style, lang string, n *node) (first int) {
	first = len(s.slabs)
	t = s.layout.resolve(t)
	par := s.layout.shapes.shape(t, style, lang)
	s.layout.lacks(par.missing)
	lines := par.lines(s.width / style.Size)
	nodes := textNodes(t, lang, n)
	left := s.left
	s.slabs = slices.Grow(s.slabs, lines.count())
	for i := range lines.count() {
		notes := s.notes(&lines, i, style, n)
		s.add(slab{height: style.leading(), baseline: style.baseline(), lines: 1, notes: notes})
		if !s.layout.dry {
			s.slabs[len(s.slabs)-1].draw = func(p *painter, x, y float64) {
				line := lines.line(i, p.parts)
				line.paint(p, x+left, y+style.baseline(), nodes)
				p.join(notes)
				p.parts = line.parts[:0]
			}
		}
		if i == 0 || i == lines.count()-2 {
			s.slabs[len(s.slabs)-1].keep = bound
		}
	}
	if lines.count() > 0 {
		s.slabs[len(s.slabs)-1].keep = free
	}
	s.space(first, style.Before, style.After)
	return first
}

// wordJoiner keeps a note's mark on the line of what it is about (UAX 14, class WJ).
const wordJoiner = "\u2060"

// resolve writes out what a text only names: the marks of notes, the numbers of pages.
func (l *layout) resolve(t Text) Text {
	var out Text
	for i := range t {
		s := t[i]
		switch {
		case s.Note != nil:
			s.Text, s.Raised = wordJoiner+s.Note.Mark, true
		case s.PageOf != "":
			s.Text, s.Dest = l.pageOf(s.PageOf), s.PageOf
		default:
			continue
		}
		if out == nil {
			out = append(Text(nil), t...)
		}
		out[i] = s
	}
	if out == nil {
		return t
	}
	return out
}

// textNodes is the node of each span of a text.
func textNodes(t Text, lang string, n *node) []*node {
	if n != nil && n.dry {
		return nil
	}
	nodes := make([]*node, len(t))
	for i := range t {
		s := &t[i]
		switch {
		case i > 0 && s.Link+s.Dest != "" && s.Link == t[i-1].Link && s.Dest == t[i-1].Dest && s.Lang == t[i-1].Lang:
			nodes[i] = nodes[i-1]
		case s.Link != "" || s.Dest != "":
			nodes[i] = n.under(pdf.RoleLink).speaks(cmp.Or(s.Lang, lang), lang)
			nodes[i].link = &link{uri: s.Link, name: s.Dest, said: t[i:].linkText()}
		case s.Note != nil:
			nodes[i] = n.under(pdf.RoleReference)
		case s.Blank > 0:
			nodes[i] = n.under(pdf.RoleSpan)
			nodes[i].like.ActualText = "____"
			if s.Text != "" {
				nodes[i].like.ActualText += " (" + s.Text + ")"
			}
		case s.Lang != "" && s.Lang != lang:
			nodes[i] = n.under(pdf.RoleSpan).speaks(s.Lang, lang)
		default:
			nodes[i] = n
		}
	}
	return nodes
}

// linkText is the words of the link that starts with the first span.
func (t Text) linkText() string {
	end := 1
	for end < len(t) && t[end].Link == t[0].Link && t[end].Dest == t[0].Dest {
		end++
	}
	return t[:end].String()
}
