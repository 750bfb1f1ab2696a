package doc

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// ids are the ids given out in one Doc.
type ids map[string]bool

// unique gives the id made from a title, with -2, -3 and so on when it is taken.
func (given *ids) unique(title string) string {
	if *given == nil {
		*given = ids{}
	}
	base := Slug(title)
	id := base
	for n := 2; (*given)[id]; n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	(*given)[id] = true
	return id
}

// Slug makes the id of a heading: letters and digits of any script in lower case, other characters left out, words parted by
// hyphens. The slug of a slug is itself, and none is an id that the theme uses.
func Slug(title string) string {
	var b strings.Builder
	for _, r := range norm.NFC.String(strings.ToLower(norm.NFC.String(title))) {
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		case (r == '-' || r == '_' || unicode.IsSpace(r) || unicode.Is(unicode.Pd, r)) && b.Len() > 0:
			if s := b.String(); s[len(s)-1] != '-' {
				b.WriteByte('-')
			}
		}
	}
	slug := norm.NFC.String(strings.TrimRight(b.String(), "-"))
	switch {
	case slug == "":
		return "section"
	case isReserved(slug):
		return slug + "-section"
	}
	return slug
}

// isReserved knows the ids of the theme's own parts, of paragraphs (n1), of footnotes (fn1, fn-1) and of the marks that lead
// to them (ref1, fnref1).
func isReserved(slug string) bool {
	switch slug {
	case "main", "nav", "top", "footer", "exit", "search":
		return true
	}
	for _, prefix := range []string{"n", "fn", "ref", "fnref"} {
		rest, ok := strings.CutPrefix(slug, prefix)
		if ok && rest != "" && strings.Trim(rest, "0123456789") == "" {
			return true
		}
		if ok && prefix != "n" && (rest == "" || rest[0] == '-' || rest[0] >= '0' && rest[0] <= '9') && !strings.HasSuffix(rest, "-section") {
			return true
		}
	}
	return false
}
