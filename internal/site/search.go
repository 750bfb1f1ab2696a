package site

import (
	"slices"

	"github.com/amends-guide/amends/internal/guide"
)

// planSearch plans the page of the search. Search engines should not know it, as it says nothing by itself.
func (l *language) planSearch() {
	page := &Page{Path: l.prefix + "/search/", Template: "search", Title: l.word("search"), Description: l.word("search-lead")}
	l.add(page, "/search/", func(p *Page) any {
		v := &SearchView{Frame: l.frame(p, "search"), Lead: p.Description, Self: p.Path, All: l.list("/a-z/", "index")}
		if l.site.Index != nil {
			v.Index = l.site.Index(p.Path)
		}
		v.Module, v.Script = v.Script, "" // the only script that is a module
		for _, c := range l.cards {
			if c.Move.ID == "pause" {
				v.Pause = l.tile(c)
				break
			}
		}
		v.Helplines = l.whomToCall()
		return v
	})
}

// whomToCall leads to the helplines on the safety page, if they stand there.
func (l *language) whomToCall() *Link {
	calls := slices.ContainsFunc(l.standing, func(p *guide.Page) bool { return p.ID == "safety" && p.Facts.Helplines })
	if !calls || len(l.guide.Helplines) == 0 {
		return nil
	}
	return &Link{Text: l.word("helplines"), Address: l.chrome.Safety.Address + "#helplines"}
}
