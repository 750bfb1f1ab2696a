package print

import (
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/pdf"
	"github.com/amends-guide/amends/internal/site"
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
}

// An indexed phrase is a line of the index.
type indexed struct{ text, dest string }

func (b *binder) bind() {
	b.safety()
	b.essays()
	b.cards()
	b.worksheets()
	b.glossary()
	b.sources()
	b.index()
}

func (b *binder) add(blocks ...typeset.Block) { b.matter = append(b.matter, blocks...) }

// part begins a part of the book, on a page of its own.
func (b *binder) part(title, id string) {
	style := b.h1
	style.Size *= 1.15
	style.After = 18
	b.add(typeset.NewPage{Odd: true}, typeset.Heading{Level: 1, Style: &style, Text: typeset.Words(title), ID: id, Outline: 1, Running: true})
	entry := b.item
	entry.Bold, entry.Before, entry.After = true, 9, 1
	b.contents = append(b.contents, typeset.ContentsEntry{Style: &entry, Text: typeset.Words(title), Dest: id})
}

// chapter begins one entry. Its own places are named after it.
func (b *binder) chapter(e *guide.Entry, title string) {
	b.entries = append(b.entries, e)
	b.listed(title, b.opened(e))
	h := b.heading(1, typeset.Words(title), b.site.Address(e))
	h.Running = true
	b.add(h)
}

// opened names the places of an entry, and returns the entry's own.
func (b *binder) opened(e *guide.Entry) string {
	address := b.site.Address(e)
	b.prefix = address + "#"
	return address
}

func (b *binder) listed(title, dest string) {
	entry := b.item
	entry.After = 1
	b.contents = append(b.contents, typeset.ContentsEntry{Style: &entry, Indent: b.indent, Text: typeset.Words(title), Dest: dest})
}

// safety is what the guide says to those it is not for, before anything else.
func (b *binder) safety() {
	for _, p := range b.site.Guide.Pages {
		if v, ok := b.view(p.Entry).(*site.PageView); ok && p.Lang == b.lang.Tag && p.ID == "safety" {
			b.entries = append(b.entries, p.Entry)
			b.part(v.Heading, b.opened(p.Entry))
			b.add(b.written(v.Body)...)
			b.helplines(v.Helplines)
		}
	}
}

func (b *binder) helplines(countries []site.Country) {
	for _, c := range countries {
		b.add(b.heading(2, typeset.Words(c.Name), ""))
		for _, l := range c.Lines {
			text := typeset.Text{{Text: l.Name, Bold: true}, {Text: " · " + l.For}}
			if said := joined(" · ", l.Tel, l.SMS, l.Hours, l.Note); said != "" {
				text = append(text, typeset.Span{Text: "\n" + said})
			}
			b.add(typeset.Paragraph{Style: &b.small, Text: text})
		}
	}
}

func (b *binder) essays() {
	first := true
	for _, e := range b.site.Guide.Essays {
		if e.Lang != b.lang.Tag {
			continue
		}
		if first {
			b.part(b.word("essays"), "part-essays")
		} else {
			b.add(typeset.NewPage{})
		}
		first = false
		v := b.view(e.Entry).(*site.EssayView)
		b.chapter(e.Entry, v.Heading)
		b.add(typeset.Paragraph{Style: &b.lead, Text: typeset.Words(v.Purpose)})
		b.add(b.gate(v.Safety)...)
		b.add(b.written(v.Body)...)
		b.add(b.section(b.lang.Sections["key-points"], b.written(v.KeyPoints)...)...)
		if v.Sentence != nil {
			b.text = v.Sentence
			b.add(b.section(b.lang.Sections["sentence-today"], b.framed(b.blocks(v.Sentence.Nodes, &b.phrase)...))...)
		}
		b.mentions(v.Cards)
	}
}

// mentions are cards that stand elsewhere in the book, each with its page.
func (b *binder) mentions(tiles []*site.Tile) {
	var blocks []typeset.Block
	for _, tile := range tiles {
		blocks = append(blocks, b.mention(tile))
	}
	b.add(b.section(b.word("cards"), blocks...)...)
}

// mention names a card and the page on which it stands.
func (w *writer) mention(tile *site.Tile) typeset.Block {
	return typeset.Paragraph{Style: &w.item, Text: typeset.Text{
		{Text: w.quoted(tile.Text), Dest: tile.Address}, {Text: " ("}, {PageOf: tile.Address}, {Text: ")"},
	}}
}

func (b *binder) cards() {
	began := false
	for _, phase := range b.site.Guide.Words["phase"] {
		var of []*guide.Card
		for _, c := range b.site.Guide.Cards {
			if c.Lang == b.lang.Tag && c.Phase == phase {
				of = append(of, c)
			}
		}
		if len(of) == 0 {
			continue
		}
		if !began {
			b.part(b.word("cards"), "part-cards")
			began = true
		} else {
			b.add(typeset.NewPage{})
		}
		label, id := phase.Label(b.lang.Tag), "phase-"+phase.ID
		b.listed(label, id)
		h := b.heading(1, typeset.Words(label), id)
		h.Running = true
		b.add(h)
		if about := phase.About(b.lang.Tag); about != "" {
			b.add(typeset.Paragraph{Style: &b.lead, Text: typeset.Words(about)})
		}
		for _, c := range of {
			b.card(c)
		}
	}
}

// card is a card in the book: all that its own page says, in short lines.
func (b *binder) card(c *guide.Card) {
	b.entries = append(b.entries, c.Entry)
	v := b.view(c.Entry).(*site.CardView)
	address := b.opened(c.Entry)
	b.phrases = append(b.phrases, indexed{v.Phrase.Plain, address})
	style := b.h3
	style.Size, style.Before, style.After = b.phrase.Size*0.92, 16, 3
	var with []string
	for _, l := range v.With {
		with = append(with, l.Text)
	}
	head := []typeset.Block{
		typeset.Heading{Level: 3, Style: &style, Text: phrase(v.Phrase, blankEms), ID: address},
		typeset.Paragraph{Style: &b.label, Text: typeset.Words(v.Move.Text + " · " + strings.Join(with, b.word("comma"))), KeepWithNext: true},
	}
	if h := hints(v.Phrase); h != "" {
		head = append(head, typeset.Paragraph{Style: &b.help, Text: typeset.Words("(" + h + ")")})
	}
	b.add(append(head, b.written(v.Why)...)...)
	b.points("use-when", v.UseWhen)
	b.points("leave-when", v.LeaveWhen)
	b.said("how-to-say", v.HowToSay)
	b.said("if-not-received", v.IfNot)
}

// said is a short text after its name.
func (b *binder) said(section string, t *site.Text) {
	if t == nil {
		return
	}
	blocks := b.written(t)
	if p, ok := blocks[0].(typeset.Paragraph); ok {
		p.Text = append(typeset.Text{{Text: b.lang.Sections[section] + ": ", Bold: true}}, p.Text...)
		blocks[0] = p
	}
	b.add(blocks...)
}

// points are a list under its name.
func (b *binder) points(section string, texts []*site.Text) {
	if len(texts) == 0 {
		return
	}
	style := b.body
	style.Bold, style.After = true, 1
	b.add(typeset.Paragraph{Style: &style, Text: typeset.Words(b.lang.Sections[section]), KeepWithNext: true})
	list := typeset.List{Style: &b.body, Indent: b.indent, Gap: 1}
	for _, t := range texts {
		list.Items = append(list.Items, typeset.Item{Blocks: b.written(t)})
	}
	b.add(list)
}

func (b *binder) worksheets() {
	first := true
	for _, e := range b.site.Guide.Worksheets {
		if e.Lang != b.lang.Tag {
			continue
		}
		if first {
			b.part(b.word("worksheets"), "part-worksheets")
		} else {
			b.add(typeset.NewPage{})
		}
		first = false
		v := b.view(e.Entry).(*site.WorksheetView)
		b.chapter(e.Entry, v.Heading)
		b.add(typeset.Paragraph{Style: &b.lead, Text: typeset.Words(v.Goal)})
		b.add(b.worksheet(v)...)
		b.add(b.section(b.lang.Sections["for-therapist"], b.written(v.ForTherapist)...)...)
		b.mentions(v.Cards)
	}
}

func (b *binder) glossary() {
	first := true
	for _, t := range b.site.Guide.Terms {
		if t.Lang != b.lang.Tag {
			continue
		}
		if first {
			b.part(b.word("glossary"), "part-glossary")
		}
		first = false
		b.entries = append(b.entries, t.Entry)
		v := b.view(t.Entry).(*site.TermView)
		b.add(b.heading(2, typeset.Words(v.Heading), b.opened(t.Entry)))
		b.add(b.written(v.Definition)...)
		b.points("not-the-same", v.NotSameAs)
	}
}

// sources are all works, each a place that texts lead to.
func (b *binder) sources() {
	if b.edition.NoSources {
		return
	}
	page := b.pages["/"+b.folder(b.lang.Tag)+"sources/"]
	if page == nil {
		return
	}
	v, ok := page.View().(*site.SourcesView)
	if !ok || len(v.Sources) == 0 {
		return
	}
	b.part(b.word("sources"), "part-sources")
	b.prefix = ""
	for i := range v.Sources {
		s := &v.Sources[i]
		b.add(typeset.Paragraph{Style: &b.small, ID: "source-" + s.ID, Text: reference(&s.Reference)})
	}
}

// index is all phrases in the order of the language, and their pages.
func (b *binder) index() {
	if len(b.phrases) == 0 {
		return
	}
	b.part(b.word("phrases"), "part-phrases")
	order := collate.New(language.Make(b.lang.Tag), collate.Loose)
	slices.SortStableFunc(b.phrases, func(a, c indexed) int { return order.CompareString(a.text, c.text) })
	style := b.small
	style.After = 2
	entries := make([]typeset.ContentsEntry, len(b.phrases))
	for i, p := range b.phrases {
		entries[i] = typeset.ContentsEntry{Style: &style, Text: typeset.Words(p.text), Dest: p.dest}
	}
	b.add(typeset.Contents{Role: pdf.RoleIndex, Entries: entries})
}
