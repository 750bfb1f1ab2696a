package site

import "github.com/amends-guide/amends/internal/guide"

func worksheetEntry(w *guide.Worksheet) *guide.Entry { return w.Entry }

// planWorksheets plans the list of worksheets and every worksheet.
func (l *language) planWorksheets() {
	pages(l.prefix+"/worksheets/", l.worksheets, func(at string, part []*guide.Worksheet, pager *Pager) {
		lead := l.word("worksheets-lead")
		v := &EntriesView{Frame: l.frame("worksheets", l.word("worksheets"), lead), Lead: lead, Pager: pager}
		v.Entries = l.worksheetTeasers(part)
		l.add(&Page{Path: at, Template: "entries", View: v}, &v.Frame, at[len(l.prefix):])
	})
	for _, w := range own(l, l.worksheets, worksheetEntry) {
		l.planWorksheet(w)
	}
}

func (l *language) planWorksheet(w *guide.Worksheet) {
	v := &WorksheetView{
		Frame:        l.frame("worksheets", w.Title, w.Entry.Facts.Summary, l.list("/worksheets/", "worksheets")),
		Entry:        l.entry(w.Entry),
		Summary:      w.Entry.Facts.Summary,
		Goal:         w.Facts.Goal,
		Minutes:      w.Facts.Minutes,
		For:          w.For.Label(l.Tag),
		Intro:        l.text(w.Text),
		StopIf:       l.text(w.StopIf),
		ForTherapist: l.text(w.ForTherapist),
		Cards:        l.tilesOf(w.Cards),
	}
	for _, s := range w.Steps {
		v.Steps = append(v.Steps, Step{s.ID, s.Title, l.text(s.Text)})
	}
	l.addEntry(w.Entry, "worksheet", v, &v.Frame)
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
