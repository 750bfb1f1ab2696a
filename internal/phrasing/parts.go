package phrasing

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

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
