package render

import (
	"github.com/amends-guide/amends/internal/render/program"
	"github.com/amends-guide/amends/internal/site"
)

// appendLink writes a link to another page, marked when that page is in another language.
func appendLink(b []byte, l site.Link) []byte {
	b = append(b, `<a href="`...)
	b = program.AppendEscaped(b, l.Address)
	if f := l.Foreign; f != nil {
		b = append(b, `" lang="`...)
		b = program.AppendEscaped(b, f.Lang)
		b = append(b, `" hreflang="`...)
		b = program.AppendEscaped(b, f.Lang)
		b = append(b, `" dir="`...)
		b = program.AppendEscaped(b, f.Dir)
	}
	b = append(b, `">`...)
	b = program.AppendEscaped(b, l.Text)
	b = append(b, "</a>"...)
	if l.Foreign != nil && l.Foreign.Label != "" {
		b = append(b, ` <span class="lang">`...)
		b = program.AppendEscaped(b, l.Foreign.Label)
		b = append(b, "</span>"...)
	}
	return b
}

// appendLinks writes links as a list; in a definition it reads as one line.
func appendLinks(b []byte, links []site.Link) []byte {
	b = append(b, `<ul class="links" role="list">`...)
	for _, l := range links {
		b = append(b, "<li>"...)
		b = appendLink(b, l)
		b = append(b, "</li>"...)
	}
	return append(b, "</ul>"...)
}

// appendAlternates writes for machines in which languages a page exists.
func appendAlternates(b []byte, all []site.Alternate) []byte {
	for _, a := range all {
		if !a.Whole {
			continue
		}
		b = appendAlternate(b, a.Lang, a.Address)
		if a.Default {
			b = appendAlternate(b, "x-default", a.Address)
		}
	}
	return b
}

func appendAlternate(b []byte, lang, address string) []byte {
	b = append(b, `<link rel="alternate" hreflang="`...)
	b = program.AppendEscaped(b, lang)
	b = append(b, `" href="`...)
	b = program.AppendEscaped(b, address)
	return append(b, "\">\n"...)
}
