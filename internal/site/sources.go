package site

import "github.com/amends-guide/amends/internal/guide"

// planSources plans the page of all works the guide leans on, each with an anchor.
func (l *language) planSources() {
	lead := l.word("sources-lead")
	v := &SourcesView{Frame: l.frame("essays", l.word("sources"), lead), Lead: lead}
	for _, s := range l.guide.Sources {
		v.Sources = append(v.Sources, l.sourceItem(s))
	}
	l.add(&Page{Path: l.prefix + "/sources/", Template: "sources", View: v}, &v.Frame, "/sources/")
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
