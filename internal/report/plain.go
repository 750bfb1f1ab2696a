package report

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// longestProse, in characters, bounds what one problem says outside its excerpt: the author's word in it may be a whole file.
const longestProse = 600

// prose makes text fit to be shown in one line of a terminal.
func prose(text string) string {
	var plain strings.Builder
	n := 0
	for _, r := range text {
		if n++; n > longestProse {
			plain.WriteString("…")
			break
		}
		if unicode.IsSpace(r) {
			r = ' '
		}
		plain.WriteRune(visible(r))
	}
	return plain.String()
}

const (
	zeroWidthNonJoiner = '\u200c' // Persian and the languages of India are misspelt without these two
	zeroWidthJoiner    = '\u200d'
)

// visible returns the character itself if a terminal shows it, and otherwise one that stands for it: terminals obey control
// characters, and signs that turn the direction of writing make a line look like another (CVE-2021-42574).
func visible(r rune) rune {
	switch {
	case unicode.IsGraphic(r), r == zeroWidthNonJoiner, r == zeroWidthJoiner:
		return r
	case r < ' ':
		return '␀' + r
	case r == '\x7f':
		return '␡'
	}
	return unicode.ReplacementChar
}

// columns is how many columns of a terminal a visible character takes.
func columns(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case wide(r):
		return 2
	}
	return 1
}

func wide(r rune) bool {
	kind := width.LookupRune(r).Kind()
	return kind == width.EastAsianWide || kind == width.EastAsianFullwidth
}
