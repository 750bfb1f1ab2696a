package site

import (
	"cmp"

	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/guide"
)

// planTerms plans the glossary and every term.
func (l *language) planTerms() {
	pages(l.prefix+"/glossary/", l.terms, func(at string, part []*guide.Term, pager *Pager) {
		lead := l.word("glossary-lead")
		v := &TermsView{Frame: l.frame("essays", l.word("glossary"), lead), Lead: lead, Pager: pager}
		for _, t := range part {
			v.Terms = append(v.Terms, TermItem{l.link(t.Entry), doc.PlainText(t.Text.Nodes)})
		}
		l.add(&Page{Path: at, Template: "terms", View: v}, &v.Frame, at[len(l.prefix):])
	})
	terms := own(l, l.terms, termEntry)
	for i, t := range terms {
		l.planTerm(t, neighbours(l, terms, i, termEntry))
	}
}

func (l *language) planTerm(t *guide.Term, n Neighbours) {
	description := cmp.Or(t.Entry.Facts.Summary, doc.PlainText(t.Text.Nodes))
	v := &TermView{
		Frame:      l.frame("essays", t.Title, description, l.list("/glossary/", "glossary")),
		Entry:      l.entry(t.Entry),
		Aka:        t.Facts.Aka,
		Definition: l.text(t.Text),
		Example:    l.text(t.Example),
		NotSameAs:  l.textList(t.NotSameAs),
		Uses:       linksTo(l, t.ReferredBy, same),
		Neighbours: n,
	}
	l.addEntry(t.Entry, "term", v, &v.Frame)
}
