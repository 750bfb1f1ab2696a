package site

import (
	"cmp"

	"github.com/amends-guide/amends/internal/guide"
)

// planPaths plans the list of paths and every path.
func (l *language) planPaths() {
	pages(l.prefix+"/when/", l.paths, func(at string, part []*guide.Path, pager *Pager) {
		lead := l.word("paths-lead")
		v := &DoorsView{Frame: l.frame("when", l.word("paths"), lead), Lead: lead, Doors: l.doors(part), Pager: pager}
		l.add(&Page{Path: at, Template: "doors", View: v}, &v.Frame, at[len(l.prefix):])
	})
	for _, p := range own(l, l.paths, pathEntry) {
		l.planPath(p)
	}
}

func (l *language) planPath(p *guide.Path) {
	v := &PathView{
		Frame:      l.frame("when", p.Title, p.Entry.Facts.Summary, l.list("/when/", "paths")),
		Entry:      l.entry(p.Entry),
		Summary:    p.Entry.Facts.Summary,
		Time:       p.Time.Label(l.Tag),
		Intro:      l.text(p.Text),
		StopIf:     l.text(p.StopIf),
		GoodEnough: l.text(p.GoodEnough),
		With:       l.facetLinks("relationship", p.Facts.Relationships...),
		After:      l.facetLinks("rupture", p.Facts.Ruptures...),
	}
	if p.Worksheet != nil {
		v.Worksheet = l.worksheetTeaser(p.Worksheet)
	}
	for _, s := range p.Steps {
		v.Steps = append(v.Steps, PathStep{
			ID: s.ID, Label: s.Word.Label(l.Tag), Title: s.Title,
			PhaseID: cmp.Or(s.Word.Group, s.Word.ID),
			Text:    l.text(s.Text), Wait: l.text(s.Wait),
			Cards: l.tilesOf(s.Cards),
		})
	}
	l.addEntry(p.Entry, "path", v, &v.Frame)
}

func (l *language) doors(paths []*guide.Path) []Door {
	var doors []Door
	for _, p := range paths {
		doors = append(doors, Door{l.link(p.Entry), p.Entry.Facts.Summary, p.Time.Label(l.Tag)})
	}
	return doors
}
