package site

import (
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/source"
)

func worksheetEntry(w *guide.Worksheet) *guide.Entry { return w.Entry }

// planWorksheets plans the list of worksheets and every worksheet.
func (l *language) planWorksheets() {
	planList(l, "/worksheets/", "entries", "worksheets", l.worksheets, worksheetEntry, func(p *Page, part []*guide.Worksheet, pager *Pager) any {
		return &EntriesView{Frame: l.frame(p, "handout"), Lead: p.Description, Entries: l.worksheetTeasers(part), Pager: pager}
	})
	for _, w := range own(l, l.worksheets, worksheetEntry) {
		l.planWorksheet(w)
	}
}

func (l *language) planWorksheet(w *guide.Worksheet) {
	page := &Page{Template: "worksheet"}
	page.key = func() source.Sum { return l.shows(w.Entry, w, [2]*guide.Entry{}) }
	l.addEntry(w.Entry, page, func(p *Page) any { return l.worksheetView(p, w) })
}

func (l *language) worksheetView(p *Page, w *guide.Worksheet) *WorksheetView {
	body := l.body(w.Entry)
	v := &WorksheetView{
		Frame:        l.frame(p, "handout", l.list("/worksheets/", "worksheets")),
		Entry:        l.entry(w.Entry),
		Summary:      w.Entry.Facts.Summary,
		Goal:         w.Facts.Goal,
		Minutes:      w.Facts.Minutes,
		For:          w.For.Label(l.Tag),
		Intro:        body.text(w.Text),
		StopIf:       body.text(w.StopIf),
		ForTherapist: body.text(w.ForTherapist),
		Cards:        l.tilesOf(w.Cards),
	}
	v.Handout = l.onHandout(w.Entry)
	for _, s := range w.Steps {
		v.Steps = append(v.Steps, Step{s.ID, s.Title, body.text(s.Text)})
	}
	return v
}

func (l *language) worksheetTeaser(w *guide.Worksheet) *Teaser {
	return &Teaser{Link: l.link(w.Entry), Summary: w.Entry.Facts.Summary, Minutes: w.Facts.Minutes, For: w.For.Label(l.Tag)}
}

func (l *language) worksheetTeasers(worksheets []*guide.Worksheet) []Teaser {
	var teasers []Teaser
	for _, w := range worksheets {
		teasers = append(teasers, *l.worksheetTeaser(w))
	}
	return teasers
}
