package doc

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// longestReference bounds the search for the end of a character reference.
const longestReference = 34

// escape gives what a backslash or an ampersand at the start of text stands for, and the bytes it takes.
func escape(text string) (shown string, n int) {
	if text[0] == '\\' {
		if len(text) > 1 && util.IsPunct(text[1]) {
			return text[1:2], 2
		}
		return text[:1], 1
	}
	if end := strings.IndexByte(text[:min(len(text), longestReference)], ';'); end > 1 {
		if shown, ok := reference(text[1:end]); ok {
			return shown, end + 1
		}
	}
	return text[:1], 1
}

// reference resolves a character reference such as "eacute" or "#233".
func reference(name string) (string, bool) {
	number, ok := strings.CutPrefix(name, "#")
	if !ok {
		entity, ok := util.LookUpHTML5EntityByName(name)
		if !ok {
			return "", false
		}
		return strings.Map(safeRune, string(entity.Characters)), true
	}
	base := 10
	if hex := strings.TrimLeft(number, "xX"); len(hex) == len(number)-1 {
		number, base = hex, 16
	}
	code, err := strconv.ParseUint(number, base, 32)
	if err != nil || len(number) > 7 {
		return "", false
	}
	return string(safeRune(rune(min(code, unicode.MaxRune+1)))), true
}

// safeRune keeps control characters out of the text: no editor shows them, so no reader should get them.
func safeRune(r rune) rune {
	if !utf8.ValidRune(r) || unicode.IsControl(r) {
		return utf8.RuneError
	}
	return r
}

// unescape resolves every escape and reference in text.
func unescape(text string) string {
	at := strings.IndexAny(text, `\&`)
	if at < 0 {
		return text
	}
	var b strings.Builder
	for at >= 0 {
		shown, n := escape(text[at:])
		b.WriteString(text[:at])
		b.WriteString(shown)
		text = text[at+n:]
		at = strings.IndexAny(text, `\&`)
	}
	b.WriteString(text)
	return b.String()
}
