package doc

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// A mark is one of our own inline syntaxes between brackets, with what stands between them.
type mark struct {
	ast.BaseInline
	syntax      Kind
	start, stop int
}

var markKind = ast.NewNodeKind("Mark")

// Kind implements [ast.Node].
func (m *mark) Kind() ast.NodeKind { return markKind }

// Dump implements [ast.Node].
func (m *mark) Dump(source []byte, level int) { ast.DumpHelper(m, source, level, nil, nil) }

// A markParser reads the marks of one syntax.
type markParser struct {
	syntax      Kind
	open, close string
}

// longestMark bounds the search for a closing bracket, so that a line of opening ones costs no more than its length.
const longestMark = 300

// Trigger implements [parser.InlineParser].
func (p markParser) Trigger() []byte { return []byte{p.open[0]} }

// Parse implements [parser.InlineParser].
func (p markParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if !bytes.HasPrefix(line, []byte(p.open)) {
		return nil
	}
	inside := line[len(p.open):min(len(line), longestMark)]
	n := bytes.Index(inside, []byte(p.close))
	if n <= 0 || bytes.ContainsAny(inside[:n], "[]\n") || len(bytes.TrimSpace(inside[:n])) == 0 {
		return nil
	}
	if length := len(p.open) + n + len(p.close); !linkTail(line[length:]) {
		block.Advance(length)
		start := segment.Start + len(p.open)
		return &mark{syntax: p.syntax, start: start, stop: start + n}
	}
	return nil
}

// linkTail says that brackets are followed by an address or a label, which makes them an ordinary link.
func linkTail(rest []byte) bool { return len(rest) > 0 && (rest[0] == '(' || rest[0] == '[') }
