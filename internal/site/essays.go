package site

import (
	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/source"
)

// planEssays plans the list of essays and every essay.
func (l *language) planEssays() {
	planList(l, "/essays/", "entries", "essays", l.essays, essayEntry, func(p *Page, part []*guide.Essay, pager *Pager) any {
		v := &EntriesView{Frame: l.frame(p, "essays"), Lead: p.Description, Pager: pager}
		for _, e := range part {
			v.Entries = append(v.Entries, *l.essayTeaser(e))
		}
		return v
	})
	essays := own(l, l.essays, essayEntry)
	for i := range essays {
		l.planEssay(essays, i)
	}
}

func (l *language) planEssay(essays []*guide.Essay, i int) {
	e := essays[i]
	page := &Page{Template: "essay"}
	page.key = func() source.Sum { return l.shows(e.Entry, e, beside(essays, i, essayEntry)) }
	l.addEntry(e.Entry, page, func(p *Page) any {
		body := l.body(e.Entry)
		entry := l.entry(e.Entry)
		if e.Facts.Handout {
			entry.Handout = l.onHandout(e.Entry)
		}
		if e.Facts.Handout && len(entry.Papers) > 0 {
			entry.Papers = append(entry.Papers, Link{Text: l.word("print-page"), Address: l.site.Paper(e.Lang, "essays/"+e.ID+"-handout")})
		}
		return &EssayView{
			Frame:      l.frame(p, "essays", l.list("/essays/", "essays")),
			Entry:      entry,
			Summary:    e.Entry.Facts.Summary,
			Purpose:    e.Facts.Purpose,
			Minutes:    e.Minutes,
			Outline:    outline(e.Entry),
			Body:       body.text(e.Text),
			KeyPoints:  body.text(e.KeyPoints),
			Sentence:   body.text(e.Sentence),
			Cards:      l.tilesOf(e.Cards),
			Worksheets: l.worksheetTeasers(e.Worksheets),
			Neighbours: neighbours(l, essays, i, essayEntry),
		}
	})
}

// outline is an entry's own headings of the second level.
func outline(e *guide.Entry) []Link {
	var links []Link
	for node := range e.Text.All() {
		if node.Kind() == doc.HeadingNode && node.Level() == 2 {
			links = append(links, Link{Text: doc.PlainText(node.Kids()), Address: "#" + node.Text()})
		}
	}
	return links
}

func (l *language) essayTeaser(e *guide.Essay) *Teaser {
	return &Teaser{Link: l.link(e.Entry), Summary: e.Entry.Facts.Summary, Minutes: e.Minutes}
}
