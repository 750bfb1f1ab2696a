package render

import "github.com/amends-guide/amends/internal/doc"

// noteRef writes the mark of a footnote; the note itself follows the block its first mark stands in.
func (w *writer) noteRef(n doc.Node) {
	number := n.Number() + 1
	w.str(`<a class="ref" id="r`)
	w.int(number)
	if n.Level() > 1 {
		w.str("-")
		w.int(n.Level())
	} else {
		w.notes = append(w.notes, n.Number())
	}
	w.str(`" href="#n`)
	w.int(number)
	w.str(`" role="doc-noteref"><span class="vh">`)
	w.escape(w.voice.word("note"))
	w.str(" </span>")
	w.int(number)
	w.str("</a>")
}

// flushNotes sets the notes that wait.
func (w *writer) flushNotes() {
	for len(w.notes) > 0 {
		i := w.notes[0]
		w.notes = w.notes[1:]
		w.str(`<aside class="note" id="n`)
		w.int(i + 1)
		w.str(`" role="doc-footnote"><b>`)
		w.int(i + 1)
		w.str("</b> ")
		w.tight(w.text.Footnotes[i].Nodes)
		w.str(` <a class="back" href="#r`)
		w.int(i + 1)
		w.str(`" role="doc-backlink" aria-label="`)
		w.escape(w.voice.word("back-to-text"))
		w.str(" ")
		w.int(i + 1)
		w.str("\">↩</a></aside>\n")
	}
}
