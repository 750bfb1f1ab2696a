package render

import (
	"html/template"
	"strings"
)

// trusted says of bytes that they are finished HTML: what a template has made. Beside it only functions of templates that are writers
// ([program.NewWriter]) may say so, which escape everything they are given.
func trusted(html []byte) template.HTML { return template.HTML(html) }

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
