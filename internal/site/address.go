package site

import (
	"cmp"
	"strings"

	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/report"
)

// folders are the first segments of entries' addresses; a page's id is its whole address.
var folders = map[guide.Kind]string{
	guide.EssayKind:     "/essays/",
	guide.CardKind:      "/cards/",
	guide.WorksheetKind: "/worksheets/",
	guide.PathKind:      "/when/",
	guide.DeckKind:      "/decks/",
	guide.TermKind:      "/glossary/",
	guide.PageKind:      "/",
}

// reserved are the ids that the site needs for its own pages, by kind of entry.
var reserved = map[guide.Kind][]string{
	guide.CardKind:      {"for", "when", "phase", "move", "role", "readiness", "channel", "age", "page"},
	guide.EssayKind:     {"page"},
	guide.WorksheetKind: {"page"},
	guide.PathKind:      {"page"},
	guide.DeckKind:      {"page"},
	guide.TermKind:      {"page"},
	guide.PageKind: {"essays", "cards", "when", "worksheets", "decks", "glossary", "sources", "a-z", "search", "say", "handout", "print", "offline",
		"assets", "media", "404", "index"},
}

// Address is an entry's address from the site's root.
func (s *Site) Address(e *guide.Entry) string {
	prefix := ""
	if e.Lang != s.Config.Languages[0].Tag {
		prefix = "/" + strings.ToLower(e.Lang)
	}
	switch {
	case e.Kind != guide.PageKind:
		return prefix + folders[e.Kind] + e.ID + "/"
	case e.ID == "home":
		return prefix + "/"
	case e.ID == "not-found":
		return prefix + "/404.html"
	}
	return prefix + "/" + e.ID + "/"
}

// fileOf is where a page lies in the output.
func fileOf(path string) string {
	if strings.HasSuffix(path, "/") {
		path += "index.html"
	}
	return path[1:]
}

// add takes a page into the site, which has a view when it is asked for one. Pages with the same name are one another's
// translations.
func (l *language) add(page *Page, name string, view func(*Page) any) {
	page.view = view
	if other, taken := l.byPath[page.Path]; taken {
		l.problem("address-clash", cmp.Or(page.pos(), other.pos()), "%s and %s both have the address %s", page.name(), other.name(), page.Path)
		return
	}
	page.File, page.Lang = fileOf(page.Path), l.Tag
	l.byPath[page.Path] = page
	if len(l.langs) > 1 {
		l.byName[name] = append(l.byName[name], page)
	}
	l.site.Pages = append(l.site.Pages, page)
}

// addEntry takes an entry's own page into the site.
func (l *language) addEntry(e *guide.Entry, page *Page, view func(*Page) any) {
	page.Entry = e
	page.retell()
	for _, id := range reserved[e.Kind] {
		if id == e.ID {
			l.problem("reserved-id", report.Pos{File: e.Doc.File}, "the site needs %s%s/ for a page of its own", folders[e.Kind], id)
			return
		}
	}
	page.Path, page.Indexable = l.site.Address(e), e.Kind != guide.PageKind || e.ID != "not-found"
	page.careful = page.careful || e.Facts.Safety == "gate"
	l.add(page, string(e.Kind)+"/"+e.ID, view)
}

// name says what a page is, for a problem.
func (p *Page) name() string {
	if p.Entry == nil {
		return "the site's own page " + p.Title
	}
	return p.Entry.Doc.File
}

func (p *Page) pos() report.Pos {
	if p.Entry == nil {
		return report.Pos{}
	}
	return report.Pos{File: p.Entry.Doc.File}
}
