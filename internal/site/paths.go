package site

import (
	"cmp"

	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/source"
)

// planPaths plans the list of paths and every path.
func (l *language) planPaths() {
	planList(l, "/when/", "doors", "paths", l.paths, pathEntry, func(p *Page, part []*guide.Path, pager *Pager) any {
		return &DoorsView{Frame: l.frame(p, "home"), Lead: p.Description, Doors: l.doors(part), Pager: pager}
	})
	for _, p := range own(l, l.paths, pathEntry) {
		l.planPath(p)
	}
}

func (l *language) planPath(p *guide.Path) {
	page := &Page{Template: "path"}
	page.key = func() source.Sum { return l.shows(p.Entry, p, [2]*guide.Entry{}) }
	l.addEntry(p.Entry, page, func(page *Page) any { return l.pathView(page, p) })
}

func (l *language) pathView(page *Page, p *guide.Path) *PathView {
	body := l.body(p.Entry)
	v := &PathView{
		Frame:      l.frame(page, "home", l.list("/when/", "paths")),
		Entry:      l.entry(p.Entry),
		Summary:    p.Entry.Facts.Summary,
		Time:       p.Time.Label(l.Tag),
		Intro:      body.text(p.Text),
		StopIf:     body.text(p.StopIf),
		GoodEnough: body.text(p.GoodEnough),
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
			Text:    body.text(s.Text), Wait: body.text(s.Wait),
			Cards: l.tilesOf(s.Cards),
		})
	}
	return v
}

func (l *language) doors(paths []*guide.Path) []Door {
	var doors []Door
	for _, p := range paths {
		doors = append(doors, Door{l.link(p.Entry), p.Entry.Facts.Summary, p.Time.Label(l.Tag)})
	}
	return doors
}
