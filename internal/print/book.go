package print

import (
	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/pdf"
	"github.com/amends-guide/amends/internal/typeset"
)

// Book is the whole guide in one language: read from beginning to end, or by its contents, its index and its links, none of which
// leads out of it but those of the works it leans on.
func (p *Press) Book(l *config.Language) Piece {
	title := p.site.Config.Title
	return p.piece(p.folder(l.Tag)+"book", title, p.site.Guide.Entries, func() job {
		b := binder{writer: p.writer(l.Tag)}
		b.inside, b.deeper = true, 1
		b.bind()
		day := p.date(b.entries...)
		info := b.info(title, p.site.Config.Tagline, day)
		page := b.bookPage()
		front := page
		front.Head, front.Foot = nil, afterTitle(page.Foot)
		blocks := append(b.titlePage(day), typeset.NewPage{Odd: true})
		return job{
			doc: &typeset.Document{Info: info, Parts: []typeset.Part{
				typeset.Flow{Page: front, Blocks: append(blocks, b.contentsPage()...), Numbers: pdf.RomanNumbers, First: 1},
				typeset.Flow{Page: page, Blocks: b.matter, Numbers: pdf.ArabicNumbers, First: 1},
			}},
			entries: b.entries, problems: b.problems,
		}
	})
}

// A binder puts a book together.
type binder struct {
	*writer
	matter   []typeset.Block
	contents []typeset.ContentsEntry
	phrases  []indexed
	entries  []*guide.Entry
	begun    bool // a page on which only the title of a part stands so far
}

func (b *binder) bind() {
	b.safety()
	b.all(guide.PathKind, "paths", b.addPath)
	b.all(guide.EssayKind, "essays", b.addEssay)
	b.cards()
	b.all(guide.WorksheetKind, "worksheets", b.addWorksheet)
	b.all(guide.TermKind, "glossary", b.addTerm)
	b.sources()
	b.index()
}

func (b *binder) add(blocks ...typeset.Block) { b.matter = append(b.matter, blocks...) }

// all adds the entries of a kind as a part of the book.
func (b *binder) all(kind guide.Kind, part string, add func(e *guide.Entry, address string)) {
	first := true
	for _, e := range b.site.Guide.Entries {
		if e.Kind != kind || e.Lang != b.lang.Tag {
			continue
		}
		if first {
			b.part(b.word(part), "part-"+part)
			first = false
		}
		add(e, b.open(e))
	}
}

// open begins an entry, whose own places are named after it, and returns its address.
func (b *binder) open(e *guide.Entry) string {
	b.entries = append(b.entries, e)
	address := b.site.Address(e)
	b.prefix = address + "#"
	return address
}

// part begins a part of the book, on a page of its own.
func (b *binder) part(title, id string) {
	style := b.h1
	style.Size *= 1.15
	style.After = 18
	b.add(typeset.NewPage{Odd: true}, typeset.Heading{Level: 1, Style: &style, Text: typeset.Words(title), ID: id, Outline: 1, Running: true})
	entry := b.item
	entry.Bold, entry.Before, entry.After = true, 9, 1
	b.contents = append(b.contents, typeset.ContentsEntry{Style: &entry, Text: typeset.Words(title), Dest: id})
	b.begun = true
}

// chapter begins what the contents list below a part, on a new page but for the first of the part.
func (b *binder) chapter(title, id string) {
	if !b.begun {
		b.add(typeset.NewPage{})
	}
	b.begun = false
	entry := b.item
	entry.After = 1
	b.contents = append(b.contents, typeset.ContentsEntry{Style: &entry, Indent: b.indent, Text: typeset.Words(title), Dest: id})
	h := b.heading(1, typeset.Words(title), id)
	h.Running = true
	b.add(h)
}
