package print

import (
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"github.com/amends-guide/amends/internal/pdf"
	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/typeset"
)

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

// An indexed phrase is a line of the index.
type indexed struct{ text, dest string }

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
