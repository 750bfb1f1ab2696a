package print

import (
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/typeset"
)

// Worksheet is the client's sheet: everything but the therapist's notes, with lines to write on and, unless the edition is flat,
// fields to type in.
func (p *Press) Worksheet(e *guide.Worksheet) Piece {
	return p.piece(p.folder(e.Lang)+"worksheets/"+e.ID, e.Title, shown(e.Entry, e.Cards), func() job {
		v := p.view(e.Entry).(*site.WorksheetView)
		var w *writer
		d := p.fit(look.fitted, func(l *look) *typeset.Document {
			w = p.writer(e.Lang)
			w.look, w.prefix = l, e.ID+"-"
			blocks := append(w.head(), w.heading(1, typeset.Words(v.Heading), ""))
			blocks = append(blocks, typeset.Paragraph{Style: &w.lead, Text: typeset.Words(v.Goal)})
			blocks = append(blocks, w.worksheet(v)...)
			d := w.sheetOf(e.Entry, &v.Frame, v.Stamp, v.Goal, blocks)
			d.Fillable, d.Typing = !p.edition.Flat, w.body.Size
			return d
		})
		return job{doc: d, entries: []*guide.Entry{e.Entry}, problems: w.problems}
	})
}

// fit is a document in the easiest look that takes no more pages than it must. Large print is never set closer.
func (p *Press) fit(ease func(look, float64) *look, of func(*look) *typeset.Document) *typeset.Document {
	if p.edition.Large {
		return of(p.look)
	}
	return typeset.FitPages(func(much float64) *typeset.Document { return of(ease(*p.look, much)) })
}

// worksheet is a worksheet below its title and goal.
func (w *writer) worksheet(v *site.WorksheetView) []typeset.Block {
	blocks := append(w.gate(v.Safety), w.written(v.Intro)...)
	for _, step := range v.Steps {
		blocks = append(blocks, w.heading(2, typeset.Words(step.Title), w.prefix+step.ID))
		blocks = append(blocks, w.written(step.Text)...)
	}
	return append(blocks, w.section(w.called("stop-if"), w.written(v.StopIf)...)...)
}

// Notes are the therapist's notes to a worksheet, with the cards that help and the sources; ok is false where nobody wrote any.
func (p *Press) Notes(e *guide.Worksheet) (piece Piece, ok bool) {
	piece = p.piece(p.folder(e.Lang)+"worksheets/"+e.ID+"-notes", e.Title, shown(e.Entry, e.Cards), func() job {
		var w *writer
		v := p.view(e.Entry).(*site.WorksheetView)
		frame := v.Frame
		d := p.fit(look.eased, func(l *look) *typeset.Document {
			w = p.writer(e.Lang)
			w.look, w.prefix = l, e.ID+"-notes-"
			frame.Heading = w.called("for-therapist") + ": " + v.Heading
			blocks := append(w.head(), w.heading(1, typeset.Words(frame.Heading), ""))
			blocks = append(blocks, typeset.Paragraph{Style: &w.lead, Text: typeset.Words(v.Goal)})
			blocks = append(blocks, w.written(v.ForTherapist)...)
			blocks = append(blocks, w.section(w.called("stop-if"), w.written(v.StopIf)...)...)
			blocks = append(blocks, w.section(w.word("cards"), w.tiles(v.Cards)...)...)
			blocks = append(blocks, w.references(v.Sources)...)
			return w.sheetOf(e.Entry, &frame, v.Stamp, v.Goal, blocks)
		})
		return job{doc: d, entries: p.mentioned(e.Entry, v.Cards), problems: w.problems}
	})
	piece.aside = true
	return piece, !e.ForTherapist.Empty()
}

// sheetOf is the document of one entry.
func (w *writer) sheetOf(e *guide.Entry, f *site.Frame, stamp site.Stamp, subject string, blocks []typeset.Block) *typeset.Document {
	return &typeset.Document{
		Info:  w.info(f.Heading, subject, w.date(e)),
		Parts: []typeset.Part{typeset.Flow{Page: w.sheet(f, stamp), Blocks: blocks}},
	}
}
