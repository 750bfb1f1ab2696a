package doc

import (
	"bytes"
	"unicode/utf8"

	"github.com/amends-guide/amends/internal/report"
)

const (
	maxDepth = 64
	maxSteps = 16 << 20
)

// What a byte may mean to the limits.
const (
	delimiter = 1 << iota // its partner is looked for to the end of the paragraph
	unprintable
	mayBeUnprintable // the first byte of U+0080 to U+009F, among others
)

var meanings = func() (m [256]uint8) {
	for _, c := range "[]*_~`<!" {
		m[c] = delimiter
	}
	for c := range 0x20 {
		m[c] = unprintable
	}
	m['\t'], m['\n'], m[0x7f], m[0xc2] = 0, 0, unprintable, mayBeUnprintable
	return m
}()

// steps bounds what reading inline Markdown costs: goldmark looks for the partners of brackets, stars, ticks and tags in time
// up to the product of their number and the length of the text.
func steps(text []byte) int {
	n := 0
	for _, b := range text {
		n += int(meanings[b] & delimiter)
	}
	return n * len(text)
}

// refuse says why the body, line by line, cannot be given to the parser at all.
func (d *Doc) refuse(data []byte, body, times int) []report.Problem {
	n := notes{doc: d, times: times}
	for at := body; at < len(data) && len(n.problems) == 0; {
		length := lineLength(data[at:])
		n.refuseLine(data[at:at+length], at)
		at += length + 1
	}
	return n.problems
}

func (n *notes) refuseLine(line []byte, at int) {
	if i := unprintableIn(line); i >= 0 {
		r, size := utf8.DecodeRune(line[i:])
		n.problem("control-character", at+i, size, "the character U+%04X, which no text holds", r).Hint = "delete it"
	}
	if depth := nesting(line); depth > maxDepth {
		n.problem("too-deep", at, len(line), "quotations and lists %d deep; at most %d are read", depth, maxDepth).Hint = "say it with fewer levels"
	}
	if most := maxParagraph * n.times; len(line) > most {
		n.problem("paragraph-too-long", at, len(line), "a line of %d KiB; at most %d KiB are read", len(line)>>10, most>>10).
			Hint = "leave a line empty where a thought ends"
	} else if len(line)*len(line) > maxSteps && steps(line) > maxSteps {
		n.problem("markdown-too-costly", at, len(line), "this line holds too many brackets, stars or ticks to be read").Hint = "make it several paragraphs"
	}
}

// unprintableIn is where the first control character stands, or -1.
func unprintableIn(line []byte) int {
	for i, b := range line {
		switch meanings[b] {
		case unprintable:
			return i
		case mayBeUnprintable:
			if i+1 < len(line) && line[i+1] < 0xa0 {
				return i
			}
		}
	}
	return -1
}

// nesting bounds how deep the blocks can be that begin or go on in a line. Lists inside lists are told by their indentation,
// two columns at least for each.
func nesting(line []byte) int {
	depth, indent := 0, 0
	for len(line) > 0 {
		if line[0] == ' ' || line[0] == '\t' {
			indent += 1 + 3*bytes.Count(line[:1], []byte{'\t'})
			line = line[1:]
			continue
		}
		n := container(line)
		if n == 0 || isRule(line) {
			break
		}
		depth++
		line = bytes.TrimPrefix(line[n:], []byte{' '}) // the one space belongs to the mark
	}
	if depth > 0 {
		depth += indent / 2
	}
	return depth
}

// container is the length of a mark that opens a block in which others may stand, at the start of a line.
func container(line []byte) int {
	switch line[0] {
	case '>':
		return 1
	case '-', '+', '*', ':':
		return spaced(line, 1)
	case '[':
		if end := bytes.Index(line, []byte("]:")); end > 0 && line[1] == '^' {
			return end + 2
		}
		return 0
	}
	digits := len(line) - len(bytes.TrimLeft(line, "0123456789"))
	if digits > 0 && digits < len(line) && (line[digits] == '.' || line[digits] == ')') {
		return spaced(line, digits+1)
	}
	return 0
}

// spaced gives n if a space or the end of the line follows.
func spaced(line []byte, n int) int {
	if n == len(line) || line[n] == ' ' || line[n] == '\t' {
		return n
	}
	return 0
}

// isRule knows a line of dashes or stars, which opens nothing.
func isRule(line []byte) bool {
	return (line[0] == '-' || line[0] == '*') && len(bytes.Trim(line, string(line[0])+" \t")) == 0
}
