package render

import "html/template"

// trusted says of bytes that they are finished HTML. Only two makers may say so, both in this package: a template that
// html/template has run, and the writer of entries' texts, which escapes everything it is given.
func trusted(html []byte) template.HTML { return template.HTML(html) }

// appendEscaped writes text so that it is only text, inside an element and between double quotes alike.
func appendEscaped(b []byte, s string) []byte {
	from := 0
	for i := range len(s) {
		entity := entities[s[i]]
		if entity == "" {
			continue
		}
		b = append(b, s[from:i]...)
		b = append(b, entity...)
		from = i + 1
	}
	return append(b, s[from:]...)
}

var entities = [256]string{'&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&#34;", '\'': "&#39;", 0: "\uFFFD"}
