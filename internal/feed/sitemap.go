package feed

import (
	"bytes"
	"fmt"

	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/site"
)

// sitemapLimit is how many addresses one sitemap may hold (sitemaps.org/protocol.html).
const sitemapLimit = 50_000

// sitemaps are one sitemap, or an index followed by as many as it takes. The first is the one to announce.
func sitemaps(base string, pages []*site.Page, limit int) []output.File {
	var indexable []*site.Page
	for _, p := range pages {
		if p.Indexable {
			indexable = append(indexable, p)
		}
	}
	if len(indexable) <= limit {
		return []output.File{sitemap("sitemap.xml", base, indexable)}
	}
	files := []output.File{{}}
	for n := 1; len(indexable) > 0; n++ {
		part := indexable[:min(limit, len(indexable))]
		indexable = indexable[len(part):]
		files = append(files, sitemap(fmt.Sprintf("sitemap-%d.xml", n), base, part))
	}
	files[0] = sitemapIndex(base, files[1:])
	return files
}

func sitemap(name, base string, pages []*site.Page) output.File {
	var b bytes.Buffer
	b.Grow(160 * len(pages))
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" +
		`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">` + "\n")
	for _, p := range pages {
		b.WriteString("<url>")
		element(&b, "loc", absolute(base, p.Path))
		if p.Updated != (facts.Date{}) {
			element(&b, "lastmod", p.Updated.String())
		}
		alternates(&b, p)
		b.WriteString("</url>\n")
	}
	b.WriteString("</urlset>\n")
	return output.NewFile(name, b.Bytes(), maker)
}

// alternates names the page in every language that has it, itself included, as search engines ask for. A page in one
// language only has none.
func alternates(b *bytes.Buffer, p *site.Page) {
	whole := 0
	for _, a := range p.Alternates {
		if a.Whole {
			whole++
		}
	}
	if whole < 2 {
		return
	}
	for _, a := range p.Alternates {
		if a.Whole {
			alternate(b, a.Lang, a.Address)
		}
		if a.Whole && a.Default {
			alternate(b, "x-default", a.Address)
		}
	}
}

func alternate(b *bytes.Buffer, lang, address string) {
	b.WriteString(`<xhtml:link rel="alternate" hreflang="`)
	escape(b, lang)
	b.WriteString(`" href="`)
	escape(b, address)
	b.WriteString(`"/>`)
}

func sitemapIndex(base string, parts []output.File) output.File {
	var b bytes.Buffer
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" +
		`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
	for _, part := range parts {
		b.WriteString("<sitemap>")
		element(&b, "loc", base+part.Path)
		b.WriteString("</sitemap>\n")
	}
	b.WriteString("</sitemapindex>\n")
	return output.NewFile("sitemap.xml", b.Bytes(), maker)
}
