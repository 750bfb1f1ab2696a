package site

import "github.com/amends-guide/amends/internal/guide"

// onHandout is the address at which an essay or a worksheet is put on a handout: what stands behind # is read by that page's script.
func (l *language) onHandout(e *guide.Entry) string {
	return l.prefix + "/handout/#x=" + e.Kind.Folder() + "/" + e.ID
}

// planHandout plans the page where a handout is put together. Without scripts it leads to what is ready to print.
func (l *language) planHandout() {
	page := &Page{Path: l.prefix + "/handout/", Template: "handout", Title: l.word("handout-title"), Description: l.word("handout-lead"), Indexable: true}
	l.add(page, "/handout/", func(p *Page) any {
		v := &HandoutView{Frame: l.frame(p, "handout"), Lead: p.Description, Decks: l.deckTeasers(l.decks), Worksheets: l.worksheetTeasers(l.worksheets)}
		if l.offers("book") {
			v.Book = &Link{Text: l.guide.Config.Title + ": " + l.word("print-pdf"), Address: l.site.Paper(l.Tag, "book")}
		}
		for _, e := range l.essays {
			if e.Facts.Handout {
				v.Essays = append(v.Essays, *l.essayTeaser(e))
			}
		}
		return v
	})
}
