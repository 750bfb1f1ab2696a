package doc

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

const apostrophe = "’"

// Three characters stand in for marks already set, whatever they look like in the language.
const (
	opened  = '('
	closed  = ')'
	elision = '’'
)

// complete gives a Style quotation marks where it has none.
func (s Style) complete() Style {
	if s.Quotes == [4]string{} {
		s.Quotes = [4]string{"“", "”", "‘", "’"}
	}
	s.Limits = max(s.Limits, 1)
	return s
}

// elided are words and years that begin with an apostrophe, unless another one follows: then they are quoted.
var elided = regexp.MustCompile(`^(?:n'|(?:\d\ds?|[Tt]is|[Tt]was|[Tt]were|em|[Tt]il|[Cc]ause|bout|round)(?:[^\w'’]|$))`)

// curl gives the typographic sign for the straight one at src[at], from the characters shown before and after it.
func (c *converter) curl(at int) string {
	r, next := &c.run, c.next(at+1)
	switch {
	case c.src[at] == '\'' && isWord(r.prev) && isWord(next):
		return r.set(apostrophe, elision)
	case c.src[at] == '\'':
		return c.curlSingle(at, next)
	case r.opens(next) || r.double == 0 && !isWord(r.prev) && isWord(next):
		r.double++
		return r.set(c.style.Quotes[0], opened)
	case r.double > 0:
		r.double--
		return r.set(c.style.Quotes[1], closed)
	case unicode.IsSpace(r.prev) || unicode.IsDigit(r.prev): // 6" is a length
		return r.set(`"`, closed)
	}
	return r.set(c.style.Quotes[1], closed)
}

func (c *converter) curlSingle(at int, next rune) string {
	r := &c.run
	switch {
	case r.opens(next) && elided.MatchString(c.src[at+1:min(at+9, len(c.src))]):
		return r.set(apostrophe, elision)
	case r.opens(next):
		r.single++
		return r.set(c.style.Quotes[2], opened)
	case r.single > 0 && !unicode.IsSpace(r.prev):
		r.single--
		return r.set(c.style.Quotes[3], closed)
	case unicode.IsSpace(r.prev) || unicode.IsDigit(r.prev):
		return r.set("'", closed)
	}
	return r.set(apostrophe, elision)
}

func (r *run) set(mark string, as rune) string {
	r.prev = as
	return mark
}

// opens says whether a quotation may begin here: after a space, a dash or an opening bracket, and before anything shown.
func (r *run) opens(next rune) bool {
	switch {
	case unicode.IsSpace(next) || isWord(r.prev):
		return false
	case r.prev == elision:
		return isWord(next) && r.double == 0
	}
	return !strings.ContainsRune(".,;:!?…)]}%»”", r.prev)
}

func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}
