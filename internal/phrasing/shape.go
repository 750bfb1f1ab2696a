package phrasing

import (
	"regexp"
	"strings"
)

// A shape is a run of words to look for, as an author wrote it.
type shape struct {
	rule    *Rule
	source  string         // the expression, with ~ for a pause that may be there and _ for one letter
	exp     *regexp.Regexp // the same, compiled
	anchors []anchor       // one of these words stands in every text that fits
	rank    int
}

// An anchor is a word, or a part of one.
type anchor struct {
	word string
	part bool
}

// What ~ and _ stand for. Both sides of the wire expand them.
var shorthand = strings.NewReplacer("~", "(?:, )?", "_", "[^ .,]")

func newShape(rule *Rule, tree node, c commonness) *shape {
	source := " " + tree.expression()
	return &shape{rule: rule, source: source, exp: regexp.MustCompile(shorthand.Replace(source)), anchors: tree.anchors(c)}
}

// next is the first stretch of s.text from at on that fits.
func (sh *shape) next(s *said, at int) (from, to int, ok bool) {
	if at >= len(s.text) {
		return 0, 0, false
	}
	found := sh.exp.FindStringIndex(s.text[at:])
	if found == nil {
		return 0, 0, false
	}
	return at + found[0], at + found[1], true
}

// A nodeKind is what a part of a shape is.
type nodeKind uint8

const (
	aWord   nodeKind = iota // text, in which * is any letters
	aGap                    // up to most words
	aNumber                 // #
	anEnd                   // . where a sentence begins or ends
	aPause                  // ,
	inOrder                 // kids, one after the other
	anyOf                   // one of kids
	maybe                   // its kid, or nothing
)

// A node is a part of a shape.
type node struct {
	kind nodeKind
	text string
	most int
	kids []node
}

// expression is the node as a regular expression over [said.text].
func (n node) expression() string {
	switch n.kind {
	case aWord:
		if n.text == "*" {
			return "_+ ~"
		}
		return strings.ReplaceAll(n.text, "*", "_*") + " ~"
	case aGap:
		return "(?:_+ ~){0," + decimal(n.most) + "}?"
	case aNumber:
		return "[0-9]_* ~"
	case anEnd:
		return `\. `
	case aPause:
		return ", "
	case maybe:
		return "(?:" + n.kids[0].expression() + ")?"
	}
	parts := make([]string, len(n.kids))
	for i, kid := range n.kids {
		parts[i] = kid.expression()
	}
	if n.kind == anyOf {
		return "(?:" + strings.Join(parts, "|") + ")"
	}
	return strings.Join(parts, "")
}

// anchors are words of which one must be there: of all sets that would do, the one that fewest texts hold. None, if every part
// may be missing.
func (n node) anchors(c commonness) (best []anchor) {
	switch n.kind {
	case aWord:
		if parts := strings.Split(n.text, "*"); len(parts) > 1 {
			return partAnchor(parts)
		}
		return []anchor{{n.text, false}}
	case aNumber:
		for digit := range 10 {
			best = append(best, anchor{decimal(digit), true})
		}
	case inOrder:
		for _, kid := range n.kids {
			if found := kid.anchors(c); len(found) > 0 && (best == nil || c.of(found) < c.of(best)) {
				best = found
			}
		}
	case anyOf:
		for _, kid := range n.kids {
			found := kid.anchors(c)
			if len(found) == 0 {
				return nil
			}
			best = append(best, found...)
		}
	}
	return best
}

func partAnchor(parts []string) []anchor {
	longest := ""
	for _, part := range parts {
		if len(part) > len(longest) {
			longest = part
		}
	}
	if longest == "" {
		return nil
	}
	return []anchor{{longest, true}}
}

// commonness is how often each word comes in the samples of all rules. What is common there is common in what people say.
type commonness map[string]int

// of is how many texts would hold one of the words, in texts like the samples.
func (c commonness) of(anchors []anchor) (n int) {
	for _, a := range anchors {
		n += c[a.word]
		if a.part {
			n += partCost
		}
	}
	return n
}

// partCost is what looking for a part of a word in every text costs, in texts that would be held against a shape.
const partCost = 20
