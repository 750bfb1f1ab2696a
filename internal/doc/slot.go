package doc

import (
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

var slotName = regexp.MustCompile(`^\{[a-z][a-z0-9-]{0,39}\}`)

// A slotParser reads {name}: a blank in a way to say it, or the rule that a sentence breaks.
type slotParser struct{}

// Trigger implements [parser.InlineParser].
func (slotParser) Trigger() []byte { return []byte{'{'} }

// Parse implements [parser.InlineParser].
func (slotParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	n := len(slotName.Find(line))
	if n == 0 {
		return nil
	}
	block.Advance(n)
	return &mark{syntax: Slot, start: segment.Start + 1, stop: segment.Start + n - 1}
}
