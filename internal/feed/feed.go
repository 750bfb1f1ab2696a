// Package feed writes what machines read of a finished site: the sitemap, a feed of changes for each language, robots.txt, and
// _headers, what a host should send with every file.
//
// In comes a planned site; out come finished files. All of them need absolute addresses, so a site without base_url gets
// robots.txt and _headers alone. Dates are those the authors wrote; no clock is read.
package feed

import (
	"bytes"
	"encoding/xml"
	"strings"

	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/site"
)

const maker = "feed"

// Files makes the sitemap, the feeds, robots.txt and _headers of a site.
func Files(s *site.Site) []output.File {
	base := s.Config.BaseURL
	if base == "" {
		return []output.File{robots(""), headers(s.Base, s.Config.Offline)}
	}
	files := sitemaps(base, s.Pages, sitemapLimit)
	files = append(files, robots(base+files[0].Path), headers(s.Base, s.Config.Offline))
	for _, language := range s.Config.Languages {
		files = append(files, atom(s, language))
	}
	return files
}

// robots lets everybody in: what is published is meant to be found. Only files at the root of a host are read by robots, so
// under a sub-path it is there for whoever moves it.
func robots(sitemap string) output.File {
	text := "User-agent: *\nAllow: /\n"
	if sitemap != "" {
		text += "Sitemap: " + sitemap + "\n"
	}
	return output.NewFile("robots.txt", []byte(text), maker)
}

// absolute joins the guide's address and an address from the site's root.
func absolute(base, path string) string { return base + strings.TrimPrefix(path, "/") }

// element writes <name>text</name>.
func element(b *bytes.Buffer, name, text string) {
	b.WriteByte('<')
	b.WriteString(name)
	b.WriteByte('>')
	escape(b, text)
	b.WriteString("</")
	b.WriteString(name)
	b.WriteByte('>')
}

// escape writes text as XML. A buffer does not fail.
func escape(b *bytes.Buffer, text string) { _ = xml.EscapeText(b, []byte(text)) }
