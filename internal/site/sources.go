package site

import "github.com/amends-guide/amends/internal/guide"

// planSources plans the page of all works the guide leans on, each with an anchor.
func (l *language) planSources() {
	page := &Page{Path: l.prefix + "/sources/", Template: "sources", Title: l.word("sources"), Description: l.word("sources-lead"), Indexable: true}
	l.add(page, "/sources/", func(p *Page) any {
		v := &SourcesView{Frame: l.frame(p, "essays"), Lead: p.Description}
		for _, s := range l.guide.Sources {
			v.Sources = append(v.Sources, l.sourceItem(s))
		}
		return v
	})
}

func (l *language) sourceItem(s *guide.Source) SourceItem {
	item := SourceItem{
		Reference: *l.reference(s),
		Claim:     s.Claim, Figure: s.Figure, Population: s.Population, Design: s.Design,
		Confidence: l.word("confidence-" + s.Confidence), Caveat: s.Caveat, Misquote: s.Misquote,
	}
	if !s.VerifiedOn.IsZero() {
		item.Verified = s.VerifiedOn.String()
	}
	for _, e := range s.CitedBy {
		if e.Lang == l.Tag {
			item.CitedBy = append(item.CitedBy, l.link(e))
		}
	}
	return item
}
