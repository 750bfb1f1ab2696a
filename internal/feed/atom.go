package feed

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/site"
)

// atomEntries is how many changes a feed goes back.
const atomEntries = 30

// atom is the feed of one language (RFC 4287): the entries whose authors last said that something had changed for readers.
func atom(s *site.Site, language config.Language) output.File {
	var changed []*site.Page
	home := "/"
	if language.Tag != s.Config.Language {
		home += strings.ToLower(language.Tag) + "/"
	}
	for _, p := range s.Pages {
		if p.Entry != nil && p.Indexable && p.Lang == language.Tag {
			changed = append(changed, p)
		}
	}
	slices.SortStableFunc(changed, func(a, b *site.Page) int {
		return cmp.Or(b.Updated.Compare(a.Updated), strings.Compare(a.Path, b.Path))
	})
	changed = changed[:min(atomEntries, len(changed))]

	path := strings.TrimPrefix(home, "/") + "feed.xml"
	var b bytes.Buffer
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="`)
	escape(&b, language.Tag)
	b.WriteString("\">\n")
	element(&b, "title", s.Config.Title)
	element(&b, "id", absolute(s.Config.BaseURL, home))
	link(&b, "self", absolute(s.Config.BaseURL, path))
	link(&b, "alternate", absolute(s.Config.BaseURL, home))
	element(&b, "updated", instant(newest(changed)))
	b.WriteString("<author>")
	element(&b, "name", cmp.Or(s.Config.Publisher, s.Config.Title))
	b.WriteString("</author>\n")
	for _, p := range changed {
		atomEntry(&b, s.Config.BaseURL, p)
	}
	b.WriteString("</feed>\n")
	return output.NewFile(path, b.Bytes(), maker)
}

func atomEntry(b *bytes.Buffer, base string, p *site.Page) {
	address := absolute(base, p.Path)
	b.WriteString("<entry>")
	element(b, "title", p.Title)
	element(b, "id", address)
	link(b, "alternate", address)
	element(b, "updated", instant(p.Updated))
	element(b, "summary", p.Description)
	b.WriteString("</entry>\n")
}

func link(b *bytes.Buffer, rel, address string) {
	b.WriteString(`<link rel="` + rel + `" href="`)
	escape(b, address)
	b.WriteString(`"/>`)
}

// newest is the first page's day, pages being sorted, so that a feed changes only when an entry does.
func newest(changed []*site.Page) facts.Date {
	if len(changed) == 0 {
		return facts.Date{Year: 1970, Month: 1, Day: 1} // the element is required; an empty feed has never changed
	}
	return changed[0].Updated
}

// instant is the beginning of a day: authors write days, Atom wants moments.
func instant(d facts.Date) string { return d.String() + "T00:00:00Z" }
