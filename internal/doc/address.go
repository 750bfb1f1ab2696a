package doc

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/amends-guide/amends/internal/report"
)

// A fault is what is wrong with an address.
type fault struct{ class, text, hint string }

// schemes are all that a link may begin with; the list says what is allowed, because nobody can list what is not.
var schemes = []string{"https", "http", "mailto", "tel", "sms"}

const schemeHint = "links begin with https:, mailto:, tel: or sms:, or are an [[id]], a path or a #heading"

// readAddress reads an address as written, with its escapes. It is the browser's reading that counts, so whatever a browser
// might leave out or take for something else is refused. A zero Kind means there is no address to use.
func readAddress(written string) (Ref, []fault) {
	text := unescape(written)
	if text == "" {
		return Ref{}, []fault{{"broken-link", "this link leads nowhere", "put an address between the round brackets"}}
	}
	if onThisComputer.MatchString(text) {
		return Ref{}, []fault{{"unknown-scheme", plainly(text) + " lies on your computer only", "link to a page of this guide or of the web"}}
	}
	if strings.Contains(text, `\`) {
		return Ref{}, []fault{{"unknown-scheme", "in an address, folders are parted by /", "write " + strings.ReplaceAll(text, `\`, "/")}}
	}
	if strings.ContainsFunc(text, isHidden) || strings.TrimSpace(text) != text {
		return Ref{}, []fault{{"unknown-scheme", fmt.Sprintf("the address %q holds characters that nobody sees", text), "type it again"}}
	}
	end := strings.IndexAny(text, ":/?#")
	switch {
	case end >= 0 && text[end] == ':':
		return withScheme(text, strings.ToLower(text[:end]), text[end+1:])
	case strings.HasPrefix(text, "//"):
		return Ref{}, []fault{{"unknown-scheme", fmt.Sprintf("%q leaves open how to get there", text), "write https: before it"}}
	case end < 0:
		end = len(text)
	}
	if isDisguised(text[:end]) {
		return Ref{}, []fault{{"unknown-scheme", fmt.Sprintf("%q is not a path of this guide", text), schemeHint}}
	}
	return inside(text), nil
}

// onThisComputer knows an address that means something on the author's computer and nowhere else.
var onThisComputer = regexp.MustCompile(`(?i)^([a-z]:[\\/]|\\\\|file:|~/|/(home|users)/)`)

// plainly is text between quotation marks, with its backslashes as they are.
func plainly(text string) string { return `"` + text + `"` }

// inside is the Ref of an address within the guide.
func inside(text string) Ref {
	target, fragment, _ := strings.Cut(text, "#")
	if target == "" {
		return Ref{Kind: ToAnchor, Fragment: fragment}
	}
	return Ref{Kind: ToPath, Target: target, Fragment: fragment}
}

func withScheme(text, scheme, rest string) (Ref, []fault) {
	target, fragment, _ := strings.Cut(text, "#")
	ref := Ref{Kind: ToAddress, Target: target, Fragment: fragment}
	switch scheme {
	case "https":
		return checked(ref, isWebAddress(text), "an https address is https://, a host and a path")
	case "http":
		ref, faults := checked(ref, isWebAddress(text), "an http address is http://, a host and a path")
		if faults != nil {
			return ref, faults
		}
		return ref, append(faults, fault{"http-link", fmt.Sprintf("%q is not encrypted", text), "try https: instead"})
	case "mailto":
		return checked(ref, strings.Index(rest, "@") > 0, "a mail address is mailto:name@host")
	case "tel", "sms":
		return checked(ref, isNumber(rest), "a number is "+scheme+": and digits, such as "+scheme+":+442071234567")
	}
	hint := schemeHint
	if near := report.Nearest(scheme, schemes); near != "" {
		hint = fmt.Sprintf("did you mean %q?", near+":")
	}
	return Ref{}, []fault{{"unknown-scheme", fmt.Sprintf("links may not begin with %q", scheme+":"), hint}}
}

func checked(ref Ref, ok bool, hint string) (Ref, []fault) {
	if ok {
		return ref, nil
	}
	return Ref{}, []fault{{"unknown-scheme", fmt.Sprintf("%q is no such address", ref.Target), hint}}
}

// isWebAddress wants a host, and none of the names and passwords before it that make one host look like another.
func isWebAddress(text string) bool {
	u, err := url.Parse(text)
	return err == nil && u.Hostname() != "" && u.User == nil && !strings.Contains(u.Host, "%")
}

func isNumber(rest string) bool {
	number, _, _ := strings.Cut(rest, "?")
	return strings.ContainsAny(number, "0123456789") && strings.Trim(number, "0123456789+-.()*#,;") == ""
}

// isHidden says that a character is shown as nothing, as a gap, or by browsers as something else than it is.
func isHidden(r rune) bool {
	return r == '\\' || r == utf8.RuneError || r != ' ' && unicode.In(r, unicode.C, unicode.Z, unicode.Variation_Selector) ||
		r == '\u115f' || r == '\u1160' || r == '\u3164' || r == '\uffa0' // Hangul fillers are letters, and empty
}

// isDisguised says that the first part of a path would be a scheme or a host to whoever decodes it once more.
func isDisguised(first string) bool {
	decoded, err := url.PathUnescape(first)
	return err != nil || strings.ContainsFunc(decoded, isHidden) ||
		strings.ContainsAny(norm.NFKC.String(decoded), ":/∶꞉ː˸։׃")
}

// asPicture says what an address means for a picture: the name of a file, as it is, or nothing.
func asPicture(written string, to Ref, faults []fault) (Ref, []fault) {
	text := unescape(written)
	beside := "save it beside this file, and write " + text[1+strings.LastIndexAny(text, `/\`):]
	switch {
	case text == "" || to.Kind == ToAnchor:
		return Ref{}, []fault{{"broken-image", "this is not the path of a picture", "write the name of a file that lies beside this one"}}
	case onThisComputer.MatchString(text):
		return Ref{}, []fault{{"broken-image", plainly(text) + " lies on your computer only", beside}}
	case to.Kind == ToAddress || strings.HasPrefix(text, "//"):
		return Ref{}, []fault{{"remote-image", fmt.Sprintf("the picture %q lies on another website", written), "save it beside this file"}}
	case strings.HasPrefix(text, "/"):
		return Ref{}, []fault{{"broken-image", "pictures lie beside the text that shows them", beside}}
	case strings.Contains(text, `\`):
		return Ref{}, []fault{{"broken-image", "in an address, folders are parted by /", "write " + strings.ReplaceAll(text, `\`, "/")}}
	case to.Kind == 0 && (strings.Contains(text, ":") || strings.ContainsFunc(text, isHidden)):
		return Ref{}, faults
	}
	return Ref{Kind: ToPicture, Target: text}, nil
}
