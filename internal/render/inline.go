package render

import (
	"strings"

	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/render/program"
	"github.com/amends-guide/amends/internal/site"
)

func (w *writer) inlines(nodes doc.Nodes) {
	for n := range nodes.All() {
		w.inline(n)
	}
}

func (w *writer) inline(n doc.Node) {
	switch n.Kind() {
	case doc.Text:
		w.escape(n.Text())
	case doc.Emph:
		w.wrap("em", n.Kids())
	case doc.Strong:
		w.wrap("strong", n.Kids())
	case doc.Strike:
		w.wrap("s", n.Kids())
	case doc.Code:
		w.str("<code>")
		w.escape(n.Text())
		w.str("</code>")
	case doc.Link:
		w.link(n)
	case doc.Image:
		w.image(n)
	case doc.Cite:
		w.cite(n)
	case doc.FootnoteRef:
		w.noteRef(n)
	case doc.Slot:
		w.str(`<span class="slot">…</span>`)
	case doc.Break:
		w.str("<br>\n")
	}
}

func (w *writer) wrap(tag string, kids doc.Nodes) {
	w.str("<" + tag + ">")
	w.inlines(kids)
	w.str("</" + tag + ">")
}

func (w *writer) attr(name, value string) {
	w.str(" ")
	w.str(name)
	w.str(`="`)
	w.escape(value)
	w.str(`"`)
}

func (w *writer) link(n doc.Node) {
	ref := &w.text.Refs[n.Number()]
	if ref.Address == "" {
		w.linkWords(n, ref)
		return
	}
	w.str("<a")
	w.attr("href", ref.Address)
	if ref.Outside && strings.HasPrefix(ref.Address, "http") {
		w.str(` rel="noopener noreferrer external"`)
	}
	if f := ref.Foreign; f != nil {
		w.attr("hreflang", f.Lang)
		if n.Kids().Empty() {
			w.attr("lang", f.Lang)
			w.attr("dir", f.Dir)
		}
	}
	w.str(">")
	w.linkWords(n, ref)
	w.str("</a>")
	if ref.Foreign != nil {
		w.str(` <span class="lang">`)
		w.escape(ref.Foreign.Label)
		w.str("</span>")
	}
}

// linkWords are the author's words for a link or, without any, what it leads to.
func (w *writer) linkWords(n doc.Node, ref *site.Ref) {
	switch {
	case !n.Kids().Empty():
		w.inlines(n.Kids())
	case ref.Quoted:
		w.str("<q>")
		w.escape(ref.Text)
		w.str("</q>")
	default:
		w.escape(ref.Text)
	}
}

func (w *writer) image(n doc.Node) {
	picture := w.text.Refs[n.Number()].Picture
	w.str("<img")
	w.attr("src", picture.Address)
	w.attr("alt", n.Text())
	if picture.Width > 0 {
		w.str(` width="`)
		w.int(picture.Width)
		w.str(`" height="`)
		w.int(picture.Height)
		w.str(`"`)
	}
	if n.Number() != w.text.FirstPic {
		w.str(` loading="lazy"`)
	}
	w.str(` decoding="async">`)
}

func (w *writer) cite(n doc.Node) {
	ref := &w.text.Refs[n.Number()]
	w.str(`<span class="cite">(<a`)
	w.attr("href", ref.Address)
	w.str(">")
	w.escape(ref.Cite)
	w.str("</a>)</span>")
}

// appendPhrase writes a phrase, its blanks as their hints; a script may let readers fill them in.
func appendPhrase(b []byte, p guide.Phrase) []byte {
	for _, part := range p.Parts() {
		if part.Slot == "" {
			b = program.AppendEscaped(b, part.Text)
			continue
		}
		b = append(b, `<span class="slot" data-slot="`...)
		b = program.AppendEscaped(b, part.Slot)
		b = append(b, `" data-example="`...)
		b = program.AppendEscaped(b, part.Example)
		b = append(b, `">`...)
		b = program.AppendEscaped(b, part.Hint)
		b = append(b, "</span>"...)
	}
	return b
}
