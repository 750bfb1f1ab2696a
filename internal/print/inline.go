package print

import (
	"strconv"
	"strings"

	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/typeset"
)

// spans are inlines as spans.
func (w *writer) spans(nodes doc.Nodes) typeset.Text { return w.inlines(nil, nodes, typeset.Span{}) }

// inlines adds inlines to a text; like says how they look and where they lead.
func (w *writer) inlines(t typeset.Text, nodes doc.Nodes, like typeset.Span) typeset.Text {
	for n := range nodes.All() {
		s := like
		switch n.Kind() {
		case doc.Text, doc.Code:
			s.Text = n.Text()
			t = append(t, s)
		case doc.Emph:
			s.Italic = true
			t = w.inlines(t, n.Kids(), s)
		case doc.Strong:
			s.Bold = true
			t = w.inlines(t, n.Kids(), s)
		case doc.Strike:
			s.Strike = true
			t = w.inlines(t, n.Kids(), s)
		case doc.Link:
			t = w.link(t, n, s)
		case doc.Image:
			s.Text = n.Text()
			t = append(t, s)
		case doc.Cite:
			t = w.cite(t, n, s)
		case doc.FootnoteRef:
			t = append(t, w.noteMark(n, s))
		case doc.Slot:
			s.Text, s.Blank = "…", blankEms
			t = append(t, s)
		case doc.Break:
			s.Text = "\n"
			t = append(t, s)
		}
	}
	return t
}

// link leads to its page on the web, if the guide has an address; in a book, to its place there. Without a way to go, it is
// plain words.
func (w *writer) link(t typeset.Text, n doc.Node, s typeset.Span) typeset.Text {
	ref := &w.text.Refs[n.Number()]
	s.Link, s.Dest = w.way(ref)
	if f := ref.Foreign; f != nil && n.Kids().Empty() {
		s.Lang = f.Lang
	}
	switch {
	case !n.Kids().Empty():
		return w.inlines(t, n.Kids(), s)
	case ref.Quoted:
		s.Text = w.quoted(ref.Text)
	default:
		s.Text, s.Italic = ref.Text, s.Italic || w.isTitle(ref.Address)
	}
	return append(t, s)
}

// isTitle says whether what stands for a link by itself is a title, which on paper nothing else sets apart from the words around it.
func (w *writer) isTitle(address string) bool {
	address, _, _ = strings.Cut(address, "#")
	page := w.pages[address]
	return page != nil && page.Entry != nil && page.Entry.Kind != guide.TermKind
}

func (w *writer) quoted(text string) string { return w.lang.Quotes[0] + text + w.lang.Quotes[1] }

func (w *writer) way(ref *site.Ref) (link, dest string) {
	switch {
	case w.plain:
		return "", ""
	case ref.Outside:
		return ref.Address, ""
	case strings.HasPrefix(ref.Address, "#"):
		return "", w.prefix + ref.Address[1:]
	case w.inside:
		page, _, _ := strings.Cut(ref.Address, "#")
		return "", page
	}
	return w.absolute(ref.Address), ""
}

// absolute is the full address of a page; "" where nobody has said where the guide will live.
func (p *Press) absolute(address string) string {
	if p.site.Config.BaseURL == "" || address == "" {
		return ""
	}
	return strings.TrimSuffix(p.site.Config.BaseURL, "/") + address
}

// cite names a work in brackets; without sources nothing does, nor the blank before it.
func (w *writer) cite(t typeset.Text, n doc.Node, s typeset.Span) typeset.Text {
	if w.edition.NoSources || w.plain {
		if last := len(t) - 1; last >= 0 {
			t[last].Text = strings.TrimRight(t[last].Text, " ")
		}
		return t
	}
	ref := &w.text.Refs[n.Number()]
	open, closed, named := s, s, s
	open.Text, closed.Text, named.Text = "(", ")", ref.Cite
	named.Dest = strings.TrimPrefix(ref.Address, "#")
	return append(t, open, named, closed)
}

// noteMark calls a footnote; a later mark of the same note is its number alone.
func (w *writer) noteMark(n doc.Node, s typeset.Span) typeset.Span {
	mark := strconv.Itoa(n.Number() + 1)
	if n.Level() > 1 {
		s.Text, s.Raised = mark, true
		return s
	}
	s.Note = &typeset.Note{Mark: mark, Blocks: w.blocks(w.text.Footnotes[n.Number()].Nodes, &w.note)}
	return s
}

// blankEms is how long a blank to write on is, in ems.
const blankEms = 7

// phrase is a phrase with its blanks as rules to write on, so many ems long.
func phrase(p guide.Phrase, ems float64) typeset.Text {
	var t typeset.Text
	for _, part := range p.Parts() {
		if part.Slot == "" {
			t = append(t, typeset.Span{Text: part.Text})
			continue
		}
		t = append(t, typeset.Span{Text: part.Hint, Blank: ems})
	}
	return t
}

// hints say what belongs into the blanks of a phrase; "" without blanks.
func hints(p guide.Phrase) string {
	var all []string
	for _, part := range p.Parts() {
		if part.Slot != "" {
			all = append(all, part.Hint)
		}
	}
	return strings.Join(all, "\u00a0· ") // no line begins with a dot
}
