package doc

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// PlainText is the text of nodes without any markup, blocks parted by a space; slots keep their braces.
func PlainText(nodes Nodes) string {
	if text, ok := nodes.oneText(); ok {
		return text
	}
	var b strings.Builder
	for n := range nodes.Walk() {
		kind := n.Kind()
		if kind < Text || kind == Break {
			writeSpace(&b)
		}
		switch kind {
		case Text, Code, CodeBlock:
			b.WriteString(strings.ReplaceAll(n.Text(), "\n", " "))
		case Slot:
			b.WriteString("{" + n.Text() + "}")
		}
	}
	return b.String()
}

// oneText is the text of nodes that are one line of plain text, perhaps a paragraph: most are.
func (ns Nodes) oneText() (text string, ok bool) {
	if ns.Empty() {
		return "", true
	}
	last := Node{ns.tree, ns.to - 1}
	if last.Kind() != Text || ns.to-ns.from > 2 || ns.to-ns.from == 2 && ns.First().Kind() != Paragraph {
		return "", false
	}
	text = last.Text()
	return text, strings.IndexByte(text, '\n') < 0
}

// writeSpace parts what follows from what is there, unless it is parted already.
func writeSpace(b *strings.Builder) {
	if s := b.String(); s != "" && s[len(s)-1] != ' ' {
		b.WriteByte(' ')
	}
}

// countWords counts the words in nodes. Where words are not parted by spaces every character counts as one.
func countWords(nodes Nodes) (words int) {
	for n := range nodes.Walk() {
		if kind := n.Kind(); kind == Text || kind == Code {
			words += wordsIn(n.Text())
		}
	}
	return words
}

func wordsIn(text string) (words int) {
	inside := false
	for i := 0; i < len(text); {
		if b := text[i]; b < utf8.RuneSelf {
			switch part := wordParts[b]; {
			case part == ends:
				inside = false
			case part == letter && !inside:
				inside = true
				words++
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			words++
			inside = false
		case isWord(r):
			if !inside {
				words++
			}
			inside = true
		default:
			inside = inside && r == '’'
		}
		i += size
	}
	return words
}

// What an ASCII character is to a word: its end, one of its letters or digits, or a part of it once it has begun.
const (
	ends = iota
	letter
	joins
)

var wordParts = func() (of [utf8.RuneSelf]uint8) {
	for c := range rune(utf8.RuneSelf) {
		if isWord(c) {
			of[c] = letter
		}
	}
	of['\''], of['-'] = joins, joins
	return of
}()
