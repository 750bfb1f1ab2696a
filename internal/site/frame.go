package site

import (
	"cmp"
	"slices"
	"strings"

	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/source"
)

// A Frame is what surrounds the matter of every page. Every view embeds one.
type Frame struct {
	Lang, Dir   string
	Heading     string // the page's only h1, and its title
	TabTitle    string // what the browser's tab shows; on some pages deliberately not the heading
	Description string
	Canonical   string // absolute; empty without base_url
	Indexable   bool
	Crumbs      []Link // the way back, at most two
	Alternates  []Alternate
	Script      string // of this kind of page; empty if it has none
	Careful     bool   // a page for people who may be watched: the way out stays in sight
	Chrome      *Chrome
	Header      *Header
}

// A Header is what stands at the top of every page of one language and section.
type Header struct {
	Chrome  *Chrome
	Section string // the item of Chrome.Menu the page belongs to; may be empty
	Exit    string // where "leave quickly" leads; empty where the page has no such button
}

// A Chrome is what all pages of one language have in common.
type Chrome struct {
	SiteTitle string
	Home      string
	Menu      []MenuItem
	Shelf     []Link // everything else that lists something: decks, glossary, A–Z, sources
	Foot      []Link // pages with a place in the footer
	Policy    string // what browsers may load and run for the page
	Safety    *Link  // nil in a guide without a safety page
	Publisher string
	License   string
	Contact   *Link  // where readers can write; nil if nowhere
	Feed      string // empty without base_url, as feeds are then not made
	Style     string
	First     string   // the script that runs before a page is drawn; may be empty
	Scripts   []string // those of every page
	Icon      string
	sealed
}

// A MenuItem is one word of the menu.
type MenuItem struct {
	Section string
	Link
}

// A Stamp says when an entry was last changed and reviewed, and by whom.
type Stamp struct {
	Updated    string // 2026-11-23
	Reviewed   string
	ReviewedBy string
	License    string // where it differs from the guide's
}

// Sum names the chrome.
func (c *Chrome) Sum() source.Sum { return c.or(c) }

func (l *language) frame(p *Page, section string, crumbs ...Link) Frame {
	return Frame{
		Lang: l.Tag, Dir: l.Dir,
		Heading: p.Title, TabTitle: l.tabTitle(p.Title), Description: p.Description,
		Canonical:  l.absolute(p.Path),
		Indexable:  p.Indexable,
		Crumbs:     crumbs,
		Alternates: p.ways,
		Script:     l.assets.on[p.Template],
		Chrome:     l.chrome,
		Careful:    p.careful,
		Header:     l.header(section, p.careful),
	}
}

func (l *language) tabTitle(heading string) string {
	if neutral := l.site.Config.TabTitle; neutral != "" {
		return neutral
	}
	if heading == l.site.Config.Title {
		return heading
	}
	return heading + " · " + l.site.Config.Title
}

func (l *language) header(section string, careful bool) *Header {
	h := Header{Chrome: l.chrome, Section: section}
	if where := l.site.Config.Exit; where == "all" || where == "safety" && careful {
		h.Exit = l.site.Config.ExitURL
	}
	return l.headers.get(h, func() *Header { return &h })
}

// list links to one of the site's own lists, named by a word of the interface.
func (l *language) list(path, word string) Link {
	return Link{Text: l.word(word), Address: l.prefix + path}
}

// dress makes what all pages of the language have in common.
func (l *language) dress() {
	c := l.site.Config
	l.chrome = &Chrome{
		SiteTitle: c.Title, Publisher: c.Publisher, License: c.License,
		Home: l.prefix + "/",
		Menu: []MenuItem{
			{"home", l.list("/", "home")},
			{"cards", l.list("/cards/", "cards")},
			{"essays", l.list("/essays/", "essays")},
			{"handout", l.list("/handout/", "handout")},
			{"search", l.list("/search/", "search")},
		},
		Shelf: []Link{
			l.list("/when/", "paths"), l.list("/worksheets/", "worksheets"), l.list("/decks/", "decks"),
			l.list("/glossary/", "glossary"), l.list("/sources/", "sources"), l.list("/a-z/", "index"),
		},
		Foot:   l.footPages(),
		Policy: output.PolicyOf(c.Offline), Contact: contact(c.Contact),
		Style: l.assets.style, First: l.assets.first, Scripts: l.assets.scripts, Icon: l.assets.icon,
	}
	if c.Offline {
		l.chrome.Shelf = append(l.chrome.Shelf, l.list("/offline/", "offline-title"))
	}
	for _, p := range l.standing {
		if p.ID == "safety" {
			link := l.link(p.Entry)
			l.chrome.Safety = &link
		}
	}
	if c.BaseURL != "" {
		l.chrome.Feed = l.prefix + "/feed.xml"
	}
	l.chrome.sum = Sum(l.chrome)
}

// footPages are the pages that ask for a place in the footer, in the order they ask for.
func (l *language) footPages() []Link {
	var pages []*guide.Page
	for _, p := range l.standing {
		if p.Facts.Order > 0 {
			pages = append(pages, p)
		}
	}
	slices.SortStableFunc(pages, func(a, b *guide.Page) int { return cmp.Compare(a.Facts.Order, b.Facts.Order) })
	return linksTo(l, pages, func(p *guide.Page) *guide.Entry { return p.Entry })
}

// contact is where readers can write, as a link.
func contact(address string) *Link {
	switch {
	case address == "":
		return nil
	case strings.Contains(address, "://"):
		return &Link{Text: address[strings.Index(address, "://")+3:], Address: address}
	}
	return &Link{Text: address, Address: "mailto:" + address}
}
