package program

import (
	"bytes"
	"html/template"
	"strings"
)

// escapes are how we escape text where html/template would call these functions of its own, for the same bytes. It has others for
// other places.
var escapes = map[string]func(b []byte, s string) []byte{
	"htmlescaper":                         AppendEscaped,
	"attrescaper":                         AppendEscaped,
	"rcdataescaper":                       AppendEscaped,
	"urlfilter urlnormalizer attrescaper": appendAddress,
}

// AppendEscaped writes text so that it is only text, inside an element and between double quotes alike.
func AppendEscaped(b []byte, s string) []byte {
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

// entities are those of html/template: a plus could begin UTF-7 in a browser of long ago.
var entities = [256]string{'&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&#34;", '\'': "&#39;", '+': "&#43;", 0: "\uFFFD"}

// appendAddress writes an address. Those of a site's own pages need no escaping; whether any other is harmless html/template knows.
func appendAddress(b []byte, address string) []byte {
	path := strings.TrimPrefix(address, "https://")
	for i := range len(path) {
		if !plain[path[i]] {
			return append(b, askLibrary(address)...)
		}
	}
	return append(b, address...)
}

// plain are the bytes that stand for themselves in any part of an address. A colon does not: what is before it could be a scheme.
var plain = func() (is [256]bool) {
	for _, c := range []byte("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-._~#?=") {
		is[c] = true
	}
	return is
}()

var link = template.Must(template.New("").Parse(`<a href="{{.}}">`))

func askLibrary(address string) []byte {
	var b bytes.Buffer
	if err := link.Execute(&b, address); err != nil {
		panic("internal error: " + err.Error()) // a buffer takes everything
	}
	return b.Bytes()[len(`<a href="`) : b.Len()-len(`">`)]
}
