package doc

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// The usual limits; a guide may take several times as much (Style.Limits).
const (
	maxFront     = 16 << 10 // bytes
	maxParagraph = 32 << 10 // bytes
	maxColumns   = 64
	maxCells     = 20_000
)

// limits turns away what would cost goldmark time or memory out of proportion, once it knows the blocks and before it looks
// at what is in them. Whatever stands on one line (headings, cells, terms) [Doc.refuse] has seen already.
type limits struct{}

// Transform implements [parser.ParagraphTransformer].
func (limits) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	n, lines, source := notesOf(pc), node.Lines(), reader.Source()
	end := lines.Len()
	fine := true
	if delimiter, columns := delimiterRow(lines, source); delimiter > 0 {
		fine = n.checkTable(lines, delimiter, columns)
		end = delimiter - 1
	}
	if end > 0 {
		from := lines.At(0).Start
		fine = n.checkParagraph(source[from:lines.At(end-1).Stop], from) && fine
	}
	if !fine {
		node.Parent().RemoveChild(node.Parent(), node)
	}
}

// delimiterRow finds the line of dashes that makes a paragraph a table, and counts its columns.
func delimiterRow(lines *text.Segments, source []byte) (line, columns int) {
	for i := 1; i < lines.Len(); i++ {
		segment := lines.At(i)
		row := bytes.TrimSpace(source[segment.Start:segment.Stop])
		if len(bytes.Trim(row, "|:- \t")) == 0 && bytes.IndexByte(row, '-') >= 0 {
			row = bytes.TrimSuffix(bytes.TrimPrefix(row, []byte("|")), []byte("|"))
			return i, 1 + bytes.Count(row, []byte("|"))
		}
	}
	return 0, 0
}

func (n *notes) checkTable(lines *text.Segments, delimiter, columns int) bool {
	at := lines.At(delimiter)
	if most := maxColumns * n.times; columns > most {
		n.problem("table-too-large", at.Start, at.Stop-at.Start, "a table of %d columns; at most %d are read", columns, most).
			Hint = "make it two tables"
		return false
	}
	if cells, most := columns*(lines.Len()-delimiter), maxCells*n.times; cells > most {
		n.problem("table-too-large", at.Start, at.Stop-at.Start, "a table of %d cells; at most %d are read", cells, most).
			Hint = "make it two tables"
		return false
	}
	return true
}

func (n *notes) checkParagraph(paragraph []byte, at int) bool {
	if most := maxParagraph * n.times; len(paragraph) > most {
		n.problem("paragraph-too-long", at, lineLength(paragraph), "a paragraph of %d KiB; at most %d KiB are read", len(paragraph)>>10, most>>10).
			Hint = "leave a line empty where a thought ends"
		return false
	}
	if len(paragraph)*len(paragraph) > maxSteps && steps(paragraph) > maxSteps {
		n.problem("markdown-too-costly", at, lineLength(paragraph), "this paragraph holds too many brackets, stars or ticks to be read").
			Hint = "make it several paragraphs"
		return false
	}
	return true
}

func lineLength(text []byte) int {
	if i := bytes.IndexByte(text, '\n'); i >= 0 {
		return i
	}
	return len(text)
}
