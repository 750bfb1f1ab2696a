package doc

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// PlainText is the text of nodes without any markup, blocks parted by a space; slots keep their braces.
func PlainText(nodes []Node) string {
	if len(nodes) == 1 && nodes[0].Kind == Text && strings.IndexByte(nodes[0].Text, '\n') < 0 {
		return nodes[0].Text
	}
	var b strings.Builder
	writePlain(&b, nodes)
	return b.String()
}

func writePlain(b *strings.Builder, nodes []Node) {
	for i := range nodes {
		n := &nodes[i]
		if n.Kind < Text || n.Kind == Break {
			writeSpace(b)
		}
		switch n.Kind {
		case Text, Code, CodeBlock:
			b.WriteString(strings.ReplaceAll(n.Text, "\n", " "))
		case Slot:
			b.WriteString("{" + n.Text + "}")
		}
		writePlain(b, n.Kids)
	}
}

// writeSpace parts what follows from what is there, unless it is parted already.
func writeSpace(b *strings.Builder) {
	if s := b.String(); s != "" && s[len(s)-1] != ' ' {
		b.WriteByte(' ')
	}
}

// Items are the items of every list among nodes, in order.
func Items(nodes []Node) []Node {
	var items []Node
	for i := range nodes {
		if nodes[i].Kind == List {
			items = append(items, nodes[i].Kids...)
		}
	}
	return items
}

// countWords counts the words in nodes. Where words are not parted by spaces every character counts as one.
func countWords(nodes []Node) (words int) {
	for i := range nodes {
		switch n := &nodes[i]; n.Kind {
		case Text, Code:
			words += wordsIn(n.Text)
		default:
			words += countWords(n.Kids)
		}
	}
	return words
}

func wordsIn(text string) (words int) {
	inside := false
	for i := 0; i < len(text); {
		if b := text[i]; b < utf8.RuneSelf {
			word := isWord(rune(b))
			if word && !inside {
				words++
			}
			inside = word || inside && (b == '\'' || b == '-')
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
