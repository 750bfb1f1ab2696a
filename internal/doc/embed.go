package doc

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// An embed is ![[id]] alone on its line.
type embed struct {
	ast.BaseBlock
	start, stop int // of the id
}

var embedKind = ast.NewNodeKind("Embed")

// Kind implements [ast.Node].
func (e *embed) Kind() ast.NodeKind { return embedKind }

// Dump implements [ast.Node].
func (e *embed) Dump(source []byte, level int) { ast.DumpHelper(e, source, level, nil, nil) }

// IsRaw implements [ast.Node]: there is nothing inside to parse.
func (e *embed) IsRaw() bool { return true }

type embedParser struct{}

// Trigger implements [parser.BlockParser].
func (embedParser) Trigger() []byte { return []byte{'!'} }

// Open implements [parser.BlockParser].
func (embedParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	from := pc.BlockOffset()
	if from < 0 {
		return nil, parser.NoChildren
	}
	inside, ok := bytes.CutPrefix(line[from:], []byte("![["))
	inside, closed := bytes.CutSuffix(bytes.TrimRight(inside, " \t\n"), []byte("]]"))
	if !ok || !closed || bytes.ContainsAny(inside, "[]") {
		return nil, parser.NoChildren
	}
	start := segment.Start - segment.Padding + from + len("![[")
	reader.AdvanceToEOL()
	return &embed{start: start, stop: start + len(inside)}, parser.NoChildren
}

// Continue implements [parser.BlockParser].
func (embedParser) Continue(ast.Node, text.Reader, parser.Context) parser.State { return parser.Close }

// Close implements [parser.BlockParser].
func (embedParser) Close(ast.Node, text.Reader, parser.Context) {}

// CanInterruptParagraph implements [parser.BlockParser].
func (embedParser) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine implements [parser.BlockParser].
func (embedParser) CanAcceptIndentedLine() bool { return false }
