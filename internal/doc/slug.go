package doc

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// given are the ids given out in one Doc, each with the number to begin with when it is asked for again.
type given map[string]int32

// unique gives the id made from a title, with -2, -3 and so on when it is taken, and that number, which is 0 for none.
func (all *given) unique(title string) (id string, n int32) {
	if *all == nil {
		*all = given{}
	}
	base := Slug(title)
	id, n = base, (*all)[base]
	for n > 0 {
		n++
		id = numbered(base, n)
		if (*all)[id] == 0 {
			break
		}
	}
	(*all)[id] = 1
	(*all)[base] = max(n, 1)
	return id, n
}

func numbered(id string, n int32) string {
	if n == 0 {
		return id
	}
	return id + "-" + strconv.Itoa(int(n))
}

// Slug makes the id of a heading: letters and digits of any script in lower case, other characters left out, words parted by
// hyphens. The slug of a slug is itself, and none is an id that the theme uses.
func Slug(title string) string {
	var b strings.Builder
	b.Grow(len(title))
	gap := false // to be closed by a hyphen, if more follows
	if strings.IndexFunc(title, func(r rune) bool { return r >= utf8.RuneSelf }) >= 0 {
		title = norm.NFC.String(strings.ToLower(norm.NFC.String(title)))
	}
	for _, r := range title {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		switch {
		case isWord(r) || unicode.IsMark(r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case r == ' ' || r == '-' || r == '_' || unicode.IsSpace(r) || unicode.Is(unicode.Pd, r):
			gap = true
		}
	}
	slug := norm.NFC.String(b.String())
	switch {
	case slug == "":
		return "section"
	case isReserved(slug):
		return slug + "-section"
	}
	return slug
}

// reserved are the ids of the theme's own parts, of paragraphs (n1), of footnotes (fn1, fn-1) and of the marks that lead to
// them (ref1, fnref-1).
var reserved = regexp.MustCompile(`^(?:main|nav|top|footer|exit|search|n\d+|(?:fn|ref|fnref)(?:\d.*|-.*)?)$`)

// isReserved says that the theme uses an id; those that end in -section, or did before they were counted, are ours.
func isReserved(slug string) bool {
	return strings.IndexByte("mntfesr", slug[0]) >= 0 && reserved.MatchString(slug) && !strings.Contains(slug, "-section")
}
