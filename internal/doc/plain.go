package doc

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// PlainText is the text of nodes without any markup, blocks parted by a space; slots keep their braces.
func PlainText(nodes []Node) string {
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
		if nodes[i].Kind != CodeBlock {
			words += wordsIn(nodes[i].Text) * isShown(nodes[i].Kind)
			words += countWords(nodes[i].Kids)
		}
	}
	return words
}

func isShown(k Kind) int {
	if k == Text || k == Code {
		return 1
	}
	return 0
}

func wordsIn(text string) (words int) {
	inside := false
	for _, r := range text {
		switch {
		case r >= utf8.RuneSelf && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			words++
			inside = false
		case isWord(r):
			if !inside {
				words++
			}
			inside = true
		case r != '\'' && r != '’' && r != '-':
			inside = false
		}
	}
	return words
}
