package doc

import (
	"slices"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/amends-guide/amends/internal/report"
)

// A converter turns goldmark's tree into ours. It builds the children of every node on one stack and then cuts them off
// into a slice of exactly their number, because a Doc is kept for as long as the program runs.
type converter struct {
	notes
	data       []byte // the file, as goldmark has it
	src        string // the same
	style      Style
	stack      []Node
	run        run
	ids        ids
	texts      map[string]int  // the index of a footnote's text, by its name
	numbers    map[int]int     // the index of a footnote in the Doc, by that of its text
	labels     map[string]bool // of fields, as slugs
	inLink     bool            // in the words of a link or picture, where no link may be
	held       []Node          // for after it
	depth      int             // of inlines in inlines
	forgetting bool            // reading what will not be shown
	spent      int             // bytes that reference links have repeated
}

// readBody reads all that follows the front matter.
func (d *Doc) readBody(reader text.Reader, style Style) []report.Problem {
	c := &converter{notes: notes{doc: d, times: style.Limits}, data: reader.Source(), src: d.source, style: style, stack: make([]Node, 0, 32)}
	pc := parser.NewContext()
	pc.Set(notesKey, &c.notes)
	root := markdown.Parse(reader, parser.WithContext(pc))
	c.readFootnotes()
	d.Nodes = c.blocks(root)
	c.convertFootnotes()
	d.sections()
	d.Words = countWords(d.Nodes)
	d.Refs = slices.Clip(d.Refs)
	return c.problems
}

// blocks converts the blocks in a node.
func (c *converter) blocks(parent ast.Node) []Node {
	base := len(c.stack)
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		c.block(n)
	}
	return c.fields(c.cut(base))
}

// cut takes the nodes from base upwards off the stack.
func (c *converter) cut(base int) []Node {
	if base == len(c.stack) {
		return nil
	}
	kids := make([]Node, len(c.stack)-base)
	copy(kids, c.stack[base:])
	c.stack = c.stack[:base]
	return kids
}

func (c *converter) push(n Node) { c.stack = append(c.stack, n) }

func (c *converter) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph:
		c.push(Node{Kind: Paragraph, Offset: c.offset(n), Kids: c.leaf(n)})
	case *ast.TextBlock:
		c.push(Node{Kind: Paragraph, Level: 1, Offset: c.offset(n), Kids: c.leaf(n)})
	case *ast.Heading:
		c.heading(n)
	case *ast.List:
		c.list(n)
	case *ast.Blockquote:
		c.quote(n)
	case *ast.FencedCodeBlock:
		c.push(Node{Kind: CodeBlock, Offset: c.offset(n), Text: c.lines(n), Start: boxHeight(c.info(n))})
	case *ast.CodeBlock:
		c.push(Node{Kind: CodeBlock, Offset: c.offset(n), Text: c.lines(n)})
	case *extast.Table:
		c.table(n)
	case *ast.ThematicBreak:
		c.push(Node{Kind: Rule, Offset: c.offset(n)})
	case *extast.DefinitionList:
		c.definitions(n)
	case *embed:
		c.push(Node{Kind: Embed, Offset: int32(n.start), Ref: c.entry(ToCard, n.start, n.stop)})
	case *ast.HTMLBlock:
		c.htmlBlock(n)
	}
}

// offset is where a block's own text begins, or the block itself where it has none. Behind a tab goldmark counts the columns
// of an empty block for bytes, and may leave the file.
func (c *converter) offset(n ast.Node) int32 {
	if lines := n.Lines(); lines != nil && lines.Len() > 0 {
		return int32(lines.At(0).Start)
	}
	return int32(min(max(n.Pos(), 0), len(c.src)))
}
