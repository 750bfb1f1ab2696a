package site

import (
	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/guide"
)

// planEssays plans the list of essays and every essay.
func (l *language) planEssays() {
	pages(l.prefix+"/essays/", l.essays, func(at string, part []*guide.Essay, pager *Pager) {
		v := &EntriesView{Frame: l.frame("essays", l.word("essays"), l.word("essays-lead")), Lead: l.word("essays-lead"), Pager: pager}
		for _, e := range part {
			v.Entries = append(v.Entries, *l.essayTeaser(e))
		}
		l.add(&Page{Path: at, Template: "entries", View: v}, &v.Frame, at[len(l.prefix):])
	})
	essays := own(l, l.essays, essayEntry)
	for i, e := range essays {
		l.planEssay(e, neighbours(l, essays, i, essayEntry))
	}
}

func (l *language) planEssay(e *guide.Essay, n Neighbours) {
	v := &EssayView{
		Frame:      l.frame("essays", e.Title, e.Entry.Facts.Summary, l.list("/essays/", "essays")),
		Entry:      l.entry(e.Entry),
		Summary:    e.Entry.Facts.Summary,
		Purpose:    e.Facts.Purpose,
		Minutes:    e.Minutes,
		Outline:    outline(e.Entry),
		Body:       l.text(e.Text),
		KeyPoints:  l.text(e.KeyPoints),
		Sentence:   l.text(e.Sentence),
		Cards:      l.tilesOf(e.Cards),
		Worksheets: l.worksheetTeasers(e.Worksheets),
		Neighbours: n,
	}
	l.addEntry(e.Entry, "essay", v, &v.Frame)
}

// outline is an entry's own headings of the second level.
func outline(e *guide.Entry) []Link {
	var links []Link
	for _, node := range e.Text.Nodes {
		if node.Kind == doc.HeadingNode && node.Level == 2 {
			links = append(links, Link{Text: doc.PlainText(node.Kids), Address: "#" + node.Text})
		}
	}
	return links
}

func (l *language) essayTeaser(e *guide.Essay) *Teaser {
	return &Teaser{Link: l.link(e.Entry), Summary: e.Entry.Facts.Summary, Minutes: e.Minutes}
}
