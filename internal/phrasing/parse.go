package phrasing

import (
	"fmt"
	"strings"
)

// The language of shapes. Between its parts stand spaces.
//
//	sorry          that word; small and capital letters are alike, and so are words that reads_as makes alike
//	gaslight*      a word that begins so; the star stands for any letters, alone for any one word
//	but|however    one of these words: outside of brackets a stroke joins the two words it touches
//	(so sorry|my apologies)   one of these: in brackets a stroke parts all to its left from all to its right
//	very?          may be missing; so may a bracket: (so very)?
//	@sorry         one of the words that [words] calls sorry
//	...  ...3      up to ten words, or up to three, within the sentence
//	.              where a sentence begins or ends
//	,              a pause: a comma, colon, dash or bracket; a pause that no shape mentions is no hindrance
//	#              a number in digits

const (
	gapWithout = 10 // words that ... stands for
	gapMost    = 20
	longest    = 600 // characters of a shape
	deepest    = 6   // brackets in brackets
)

// A fault is what is wrong with a shape, and at which byte.
type fault struct {
	at   int
	text string
	hint string
}

// A shapeParser reads one shape.
type shapeParser struct {
	reader *reader
	names  map[string]node
	src    string
	at     int
	depth  int
	fault  *fault
}

// parseShape reads a shape; the fault is nil when it can be used.
func (r *reader) parseShape(src string, names map[string]node) (node, *fault) {
	p := shapeParser{reader: r, names: names, src: src}
	if len(src) > longest {
		return node{}, &fault{0, fmt.Sprintf("a shape of %d characters; %d is the most", len(src), longest), "make two of it"}
	}
	n := p.run()
	switch {
	case p.fault != nil:
	case p.at < len(src) && src[p.at] == ')':
		p.wrong(p.at, "a bracket closes that was never opened", "remove it")
	case p.at < len(src):
		p.wrong(p.at, "outside of brackets a stroke stands between two words, without spaces", "put ( ) round the alternatives, or write them as shapes of their own")
	case len(n.kids) == 0:
		p.wrong(0, "a shape without words", "write the words to look for")
	case n.kids[0].kind == aGap || n.kids[0].kind == maybe:
		p.wrong(0, "a shape cannot begin with what may be missing", "begin with a word, or with . for the start of a sentence")
	case len(n.anchors(nil)) == 0:
		p.wrong(0, "this fits nearly everything", "write at least one word that must be there")
	}
	return n, p.fault
}

func (p *shapeParser) wrong(at int, text, hint string) {
	if p.fault == nil {
		p.fault = &fault{at, text, hint}
	}
	p.at = len(p.src)
}

func (p *shapeParser) spaces() {
	for p.at < len(p.src) && p.src[p.at] == ' ' {
		p.at++
	}
}

// run reads parts until the text, the bracket or the alternative ends.
func (p *shapeParser) run() node {
	n := node{kind: inOrder}
	for p.spaces(); p.at < len(p.src) && p.src[p.at] != ')' && p.src[p.at] != '|'; p.spaces() {
		n.kids = append(n.kids, p.part())
	}
	return n
}

// part reads one part, outside of brackets with the alternatives that touch it, and its question mark.
func (p *shapeParser) part() node {
	n := p.atom()
	if p.depth == 0 && p.touchedBy('|') {
		n = node{kind: anyOf, kids: []node{n}}
		for p.touchedBy('|') {
			p.at++
			n.kids = append(n.kids, p.atom())
		}
	}
	if p.at < len(p.src) && p.src[p.at] == '?' {
		p.at++
		n = node{kind: maybe, kids: []node{n}}
	}
	return n
}

// touchedBy says whether the sign follows here, with a part right behind it.
func (p *shapeParser) touchedBy(sign byte) bool {
	return p.at+1 < len(p.src) && p.src[p.at] == sign && p.src[p.at+1] != ' ' && p.src[p.at-1] != ' '
}

func (p *shapeParser) atom() node {
	rest := p.src[p.at:]
	switch {
	case strings.HasPrefix(rest, "..."):
		return p.gap()
	case rest[0] == '.':
		return p.sign(anEnd)
	case rest[0] == ',':
		return p.sign(aPause)
	case rest[0] == '#':
		return p.sign(aNumber)
	case rest[0] == '(':
		return p.bracket()
	case rest[0] == '@':
		return p.name()
	}
	return p.word()
}
