package site

import (
	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/source"
)

// planTerms plans the glossary and every term.
func (l *language) planTerms() {
	planList(l, "/glossary/", "terms", "glossary", l.terms, termEntry, func(p *Page, part []*guide.Term, pager *Pager) any {
		v := &TermsView{Frame: l.frame(p, "essays"), Lead: p.Description, Pager: pager}
		for _, t := range part {
			v.Terms = append(v.Terms, TermItem{l.link(t.Entry), doc.PlainText(t.Text)})
		}
		return v
	})
	terms := own(l, l.terms, termEntry)
	for i := range terms {
		l.planTerm(terms, i)
	}
}

func (l *language) planTerm(terms []*guide.Term, i int) {
	t := terms[i]
	page := &Page{Template: "term", Description: doc.PlainText(t.Text)}
	page.key = func() source.Sum { return l.shows(t.Entry, t, beside(terms, i, termEntry)) }
	l.addEntry(t.Entry, page, func(p *Page) any {
		body := l.body(t.Entry)
		return &TermView{
			Frame:      l.frame(p, "essays", l.list("/glossary/", "glossary")),
			Entry:      l.entry(t.Entry),
			Aka:        t.Facts.Aka,
			Definition: body.text(t.Text),
			Example:    body.text(t.Example),
			NotSameAs:  body.textList(t.NotSameAs),
			Uses:       linksTo(l, t.ReferredBy, same),
			Neighbours: neighbours(l, terms, i, termEntry),
		}
	})
}
