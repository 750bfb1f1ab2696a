package phrasing

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
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

func (p *shapeParser) sign(kind nodeKind) node {
	p.at++
	return node{kind: kind}
}

func (p *shapeParser) gap() node {
	from := p.at
	p.at += len("...")
	digits := p.at
	for p.at < len(p.src) && '0' <= p.src[p.at] && p.src[p.at] <= '9' {
		p.at++
	}
	most := gapWithout
	if p.at > digits {
		most, _ = strconv.Atoi(p.src[digits:p.at])
	}
	if most < 1 || most > gapMost {
		p.wrong(from, fmt.Sprintf("a gap of %s words", p.src[digits:min(p.at, len(p.src))]), "write ...1 to ..."+decimal(gapMost))
	}
	return node{kind: aGap, most: most}
}

func (p *shapeParser) bracket() node {
	opened := p.at
	p.at++
	if p.depth++; p.depth > deepest {
		p.wrong(opened, "too many brackets in brackets", "write several shapes")
		return node{}
	}
	n := node{kind: anyOf, kids: []node{p.run()}}
	for p.at < len(p.src) && p.src[p.at] == '|' {
		p.at++
		n.kids = append(n.kids, p.run())
	}
	p.depth--
	for _, kid := range n.kids {
		if len(kid.kids) == 0 {
			p.wrong(opened, "a bracket holds nothing, or nothing beside a stroke", "write words in it; a ? behind it makes it optional")
		}
	}
	if p.at >= len(p.src) {
		p.wrong(opened, "a bracket is never closed", "add )")
		return n
	}
	p.at++
	return n
}

func (p *shapeParser) name() node {
	from := p.at
	p.at++
	for p.at < len(p.src) && (p.src[p.at] == '-' || p.src[p.at] == '_' || isWord(rune(p.src[p.at]))) {
		p.at++
	}
	name := p.src[from+1 : p.at]
	n, known := p.names[name]
	if !known {
		p.wrong(from, fmt.Sprintf("[words] has no %q", name), didYouMean(name, p.names))
	}
	return n
}

// word reads a word, or several where reads_as makes several of it.
func (p *shapeParser) word() node {
	from := p.at
	for p.at < len(p.src) {
		r, size := utf8.DecodeRuneInString(p.src[p.at:])
		if !isWord(r) && !isApostrophe(r) && r != '*' && r != '-' {
			break
		}
		p.at += size
	}
	if p.at == from {
		r, _ := utf8.DecodeRuneInString(p.src[from:])
		p.wrong(from, fmt.Sprintf("%q means nothing in a shape", r), "write words, and the signs ( ) | ? * @ ... . , #")
		return node{}
	}
	return p.words(from, p.src[from:p.at])
}

func (p *shapeParser) words(from int, text string) node {
	n := node{kind: inOrder}
	for piece := range strings.SplitSeq(text, "-") {
		switch written := plain(piece); {
		case piece == "" || strings.Trim(piece, "'’*") == "" && piece != "*":
			p.wrong(from, fmt.Sprintf("%q is no word", text), "write letters, with * for those that may differ")
		case p.reader.readsAs[written] != nil:
			for _, word := range p.reader.readsAs[written] {
				n.kids = append(n.kids, node{kind: aWord, text: word})
			}
		default:
			n.kids = append(n.kids, node{kind: aWord, text: written})
		}
	}
	if len(n.kids) == 1 {
		return n.kids[0]
	}
	return n
}

func decimal(n int) string { return strconv.Itoa(n) }
