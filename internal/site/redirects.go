package site

import (
	"strconv"
	"strings"

	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/output"
)

// planRedirects plans a page at every old address, which leads to the new one.
func (p *planner) planRedirects() {
	taken := map[string]*guide.Entry{}
	for _, e := range p.guide.Entries {
		target := p.byPath[p.site.Address(e)]
		for i, alias := range e.Facts.Aliases {
			pos := e.Doc.Front.Pos("aliases", "["+strconv.Itoa(i)+"]")
			switch fault := aliasFault(alias); {
			case fault != "":
				p.problem("bad-alias", pos, "%q cannot be an old address: %s", alias, fault)
			case p.byPath[alias] != nil:
				p.problem("alias-clash", pos, "%s is the address of %s", alias, p.byPath[alias].name())
			case taken[alias] != nil:
				p.problem("alias-clash", pos, "%s is an old address of %s too", alias, taken[alias].Doc.File)
			case target != nil:
				taken[alias] = e
				p.redirect(alias, target)
			}
		}
	}
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
	if first, _, _ := strings.Cut(alias[1:], "/"); first == "assets" || first == "media" {
		return "the site keeps its files in /" + first + "/"
	}
	return ""
}

func (p *planner) redirect(alias string, target *Page) {
	l := p.spoken(target.Lang)
	v := &RedirectView{
		Lang: l.Tag, Dir: l.Dir, Heading: target.Title,
		To: Relative(alias, target.Path), Canonical: p.absolute(target.Path),
	}
	page := &Page{Path: alias, File: fileOf(alias), Lang: l.Tag, Template: "redirect", Title: target.Title, Entry: target.Entry, View: v}
	p.site.Pages = append(p.site.Pages, page)
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
