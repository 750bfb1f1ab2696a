package guide

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/amends-guide/amends/internal/config"
)

// Texts in front matter are typed like those in Markdown, with straight quotes, and shown like them. They are single
// sentences, so the rules are fewer than those of package doc.

// Curled is a text typed with straight quotes as readers see it, with those of a language.
func Curled(text string, l config.Language) string { return curled(text, l.Quotes) }

// curl sets the quotation marks and apostrophes of texts in place.
func (in *reading) curl(texts ...*string) {
	for _, text := range texts {
		*text = curled(*text, in.lang.Quotes)
	}
}

func (in *reading) curlAll(texts []string) {
	for i := range texts {
		in.curl(&texts[i])
	}
}

func curled(text string, quotes [4]string) string {
	if !strings.ContainsAny(text, `"'`) && !strings.Contains(text, "...") {
		return text
	}
	text = strings.ReplaceAll(text, "...", "…")
	var b strings.Builder
	prev, single := ' ', false
	for i, r := range text {
		next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		opens := !isLetter(prev) && !strings.ContainsRune(".,;:!?…)]", prev) && isLetter(next)
		switch {
		case r == '"' && opens:
			b.WriteString(quotes[0])
		case r == '"':
			b.WriteString(quotes[1])
		case r == '\'' && opens && closes(text[i+1:]):
			single = true
			b.WriteString(quotes[2])
		case r == '\'' && single && !isLetter(next):
			single = false
			b.WriteString(quotes[3])
		case r == '\'':
			b.WriteString("’")
		default:
			b.WriteRune(r)
		}
		prev = r
	}
	return b.String()
}

// closes says whether a single quotation that has just opened ends somewhere; if not, its mark is an apostrophe.
func closes(rest string) bool {
	for i, r := range rest {
		if next, _ := utf8.DecodeRuneInString(rest[i+utf8.RuneLen(r):]); r == '\'' && i > 0 && !isLetter(next) {
			return true
		}
	}
	return false
}

func isLetter(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '{' || r == '}')
}
