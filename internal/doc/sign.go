package doc

import (
	"strings"
	"unicode/utf8"
)

// special are the characters at which text may not read as it is written.
var special = [256]bool{'\\': true, '&': true, '\'': true, '"': true, '.': true, '-': true}

// plainLength is how far text reads as it is written.
func plainLength(text string) int {
	for i := 0; i < len(text); i++ {
		if !special[text[i]] {
			continue
		}
		if c := text[i]; c != '.' && c != '-' || i+1 < len(text) && text[i+1] == c {
			return i
		}
	}
	return len(text)
}

func (r *run) remember(text string) {
	if text != "" {
		r.prev, _ = utf8.DecodeLastRuneInString(text)
	}
}

// sign adds what the special character at src[at] stands for, and gives the bytes it takes.
func (c *converter) sign(at, to int) int {
	rest := c.src[at:to]
	switch rest[0] {
	case '\'', '"':
		c.build(c.curl(at))
		return 1
	case '\\', '&':
		shown, n := escape(rest)
		c.show(shown)
		return n
	}
	n := len(rest) - len(strings.TrimLeft(rest, rest[:1]))
	shown := rest[:n]
	switch {
	case rest[0] == '.' && n >= 3:
		shown = "…" + rest[3:n]
	case shown == "--":
		shown = "–"
	case shown == "---":
		shown = "—"
	}
	c.show(shown)
	return n
}

// next is the first character shown from src[at] on; the marks of emphasis and links are not.
func (c *converter) next(at int) rune {
	for range 4 {
		if at < len(c.src) && strings.IndexByte("*_~[", c.src[at]) >= 0 {
			at++
		}
	}
	if at >= len(c.src) {
		return ' '
	}
	r, _ := utf8.DecodeRuneInString(c.src[at:])
	return r
}
