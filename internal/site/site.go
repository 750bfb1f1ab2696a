// Package site decides what the finished site consists of: every page's address, order and neighbours, every asset's name,
// and for each page one typed view that holds exactly what the page shows.
//
// In come a [guide.Guide] and the site's files; out goes a [Site], frozen, and every problem of addresses: two pages on one
// address, ids the site needs itself, old addresses that cannot lead anywhere, links to pages that do not exist.
//
// A template sees its page's view and nothing else. A view is therefore also the list of all a page depends on: two views
// with the same [Sum] make the same page. Addresses in views are written from the site's root ("/cards/own-snapped/"); what
// renders them makes them relative. Nothing here knows HTML.
package site

import (
	"cmp"
	"slices"

	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/source"
)

// A Site is everything that is going to be published, before it is rendered.
type Site struct {
	Config *config.Config
	Guide  *guide.Guide
	Pages  []*Page          // by path
	Files  []output.File    // style sheet, scripts, icons and pictures, finished
	Colors map[string]Color // of the theme, by name
	Base   string           // path the site lives under, from base_url: "/" or "/guide/"

	// Index names what the search page of that address searches, a file beside it. The name follows from what is in the file, so
	// whoever makes it sets this, before any page is asked for its view.
	Index func(page string) string

	plan *planner // that it was made by
}

// Page is the page at an address from the site's root; nil where there is none.
func (s *Site) Page(address string) *Page {
	i, ok := slices.BinarySearchFunc(s.Pages, address, func(p *Page, address string) int { return cmp.Compare(p.Path, address) })
	if !ok {
		return nil
	}
	return s.Pages[i]
}

// A Page is one page of the finished site.
type Page struct {
	Path        string // address from the site's root: "/cards/own-snapped/"
	File        string // where it lies in the output: "cards/own-snapped/index.html"
	Lang        string
	Template    string // name of the template that makes it: "card"
	Title       string
	Description string
	Updated     facts.Date   // zero on pages the site makes itself
	Alternates  []Alternate  // the same page in every language it exists in, itself included; none in a guide of one language
	Indexable   bool         // whether search engines and the sitemap should know it
	Entry       *guide.Entry // nil on pages the site makes itself

	careful bool // people come to it who may be watched

	ways []Alternate       // to every language of the guide, whether or not the page exists in it
	key  func() source.Sum // nil where only the view tells what the page shows
	view func(*Page) any
}

// View makes what the page's template sees: a pointer to one of the view types of this package. It is made afresh each time,
// so that nobody holds the views of ten thousand pages; several goroutines may ask for several pages at once.
func (p *Page) View() any { return p.view(p) }

// Sum names all that the page shows. Where that cannot be told without making the view, the view comes with it.
func (p *Page) Sum() (sum source.Sum, view any) {
	if p.key != nil {
		return p.key(), nil
	}
	view = p.View()
	return Sum(view), view
}

// An Alternate is a page in one language.
type Alternate struct {
	Lang, Dir string
	Name      string // the language's own name
	Path      string // address from the site's root
	Address   string // absolute where base_url is known, else as Path
	Default   bool   // whether it is the guide's default language
	Current   bool
	Whole     bool // false where that language has no such page and Path is its home
}

// Templates are the names of the templates that pages are made with.
func Templates() []string {
	return []string{
		"home", "doors", "entries", "cards", "whom", "say", "handout", "terms", "sources", "index", "search", "offline",
		"essay", "card", "path", "worksheet", "deck", "term", "page", "soften", "redirect",
	}
}
