package doc

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// A tightHeading is "##Use it when", with no space: to Markdown it is text, to whoever typed it a heading. It is told, and then
// read as what it was meant to be, so that nobody is told of a missing section as well. A single # is let be: it may be a tag.
type tightHeading struct{}

const deepestHeading = 6

// Trigger implements [parser.BlockParser].
func (tightHeading) Trigger() []byte { return []byte{'#'} }

// Open implements [parser.BlockParser].
func (tightHeading) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	from := pc.BlockOffset()
	if from < 0 {
		return nil, parser.NoChildren
	}
	written := bytes.TrimRight(line[from:], " \t\n")
	title := bytes.TrimLeft(written, "#")
	level := len(written) - len(title)
	if level < 2 || level > deepestHeading || len(title) == 0 || title[0] == ' ' || title[0] == '\t' {
		return nil, parser.NoChildren
	}
	at := segment.Start - segment.Padding + from
	notesOf(pc).problem("heading-without-space", at, len(written), "this looks like a heading, and readers would see its signs").
		Hint = "write a space after " + string(written[:level])
	heading := ast.NewHeading(level)
	heading.Lines().Append(text.NewSegment(at+level, at+len(written)))
	reader.AdvanceToEOL()
	return heading, parser.NoChildren
}

// Continue implements [parser.BlockParser].
func (tightHeading) Continue(ast.Node, text.Reader, parser.Context) parser.State { return parser.Close }

// Close implements [parser.BlockParser].
func (tightHeading) Close(ast.Node, text.Reader, parser.Context) {}

// CanInterruptParagraph implements [parser.BlockParser].
func (tightHeading) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine implements [parser.BlockParser].
func (tightHeading) CanAcceptIndentedLine() bool { return false }
