package render

import (
	"html/template"
	"strings"
)

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

// callable vouches for an address that a phone dials. html/template knows only web and mail addresses to be harmless; these
// are made by our own hands, of digits, and anything else is no address at all.
func callable(address string) template.URL {
	number, ok := strings.CutPrefix(address, "tel:")
	if !ok {
		number, ok = strings.CutPrefix(address, "sms:")
	}
	if !ok || strings.Trim(number, "0123456789+*%") != "" {
		return ""
	}
	return template.URL(address)
}
