package site

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/portable"
)

// planRedirects plans a page at every old address, which leads to the new one.
func (p *planner) planRedirects() {
	var taken places
	for _, e := range p.guide.Entries {
		target := p.byPath[p.site.Address(e)]
		for i, alias := range e.Facts.Aliases {
			if taken == nil {
				taken = placesOf(p.site.Pages)
			}
			pos := e.Doc.Front.Pos("aliases", "["+strconv.Itoa(i)+"]")
			if fault := aliasFault(alias); fault != "" {
				p.problem("bad-alias", pos, "%q cannot be an old address: %s", alias, fault)
			} else if other := taken.at(fileOf(alias)); other != nil {
				p.problem("alias-clash", pos, "%s is %s %s", alias, other.claim(), other.name())
			} else if target != nil {
				taken.take(p.redirect(alias, target))
			}
		}
	}
}

// places are the pages by their files, and by the folders these lie in, with a slash at the end; all as those computers read
// them that level letter case.
type places map[string]*Page

func placesOf(pages []*Page) places {
	p := make(places, 2*len(pages))
	for _, page := range pages {
		p.take(page)
	}
	return p
}

func (p places) take(page *Page) {
	file := portable.Fold(page.File)
	p[file] = page
	for dir := path.Dir(file); dir != "." && p[dir+"/"] == nil; dir = path.Dir(dir) {
		p[dir+"/"] = page
	}
}

// at is the page in whose place another with that file would lie: in its file, or in what is a folder for one of the two.
func (p places) at(file string) *Page {
	file = portable.Fold(file)
	if page := cmp.Or(p[file], p[file+"/"]); page != nil {
		return page
	}
	for dir := path.Dir(file); dir != "."; dir = path.Dir(dir) {
		if page := p[dir]; page != nil {
			return page
		}
	}
	return nil
}

// claim is what an address is to the page that has it.
func (p *Page) claim() string {
	if p.Template == "redirect" {
		return "already an old address of"
	}
	return "the address of"
}

// aliasFault says why an old address cannot be one; empty when it can.
func aliasFault(alias string) string {
	if !strings.HasPrefix(alias, "/") {
		return "it must begin with a slash"
	}
	if !strings.HasSuffix(alias, "/") && !strings.HasSuffix(alias, ".html") {
		return "it must end with a slash or .html"
	}
	if strings.ContainsAny(alias, "?#%&") {
		return "it must be a plain path"
	}
	if alias == "/" || output.CheckPath(fileOf(alias)) != nil {
		return "it is not a path that a site can have"
	}
	for i, name := range strings.Split(strings.ToLower(alias[1:]), "/") {
		if i == 0 && (name == "assets" || name == "media") || slices.Contains(feeds, name) {
			return "the site keeps files of its own there"
		}
	}
	return ""
}

// feeds are the files that are made for machines, at the root and at that of each language.
var feeds = []string{"feed.xml", "sitemap.xml", "robots.txt"}

func (p *planner) redirect(alias string, target *Page) *Page {
	l := p.spoken(target.Lang)
	page := &Page{Path: alias, File: fileOf(alias), Lang: l.Tag, Template: "redirect", Entry: target.Entry}
	page.view = func(*Page) any {
		return &RedirectView{
			Lang: l.Tag, Dir: l.Dir, Heading: target.Title,
			To: Relative(alias, target.Path), Canonical: p.absolute(target.Path),
		}
	}
	p.site.Pages = append(p.site.Pages, page)
	return page
}

// Relative is the way from one page of the site to an address from its root: from "/cards/own-snapped/", "/about/" is
// "../../about/". It leads there from any folder on the web, and from a disk.
func Relative(from, to string) string {
	up := strings.Count(from, "/") - 1
	if up == 0 {
		return "./" + to[1:]
	}
	return strings.Repeat("../", up) + to[1:]
}
