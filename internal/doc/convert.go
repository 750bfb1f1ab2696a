package doc

import (
	"strings"
	"sync"
	"unsafe"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/amends-guide/amends/internal/report"
)

// A converter turns goldmark's tree into ours: it writes down each node, then what is below it, then how much that was.
type converter struct {
	notes
	*tree
	data       []byte // the file, as goldmark has it
	src        string // the same
	style      Style
	builder    strings.Builder // of what becomes the tree's built text
	run        run
	taken      given
	last       int             // level of the last heading, or 1
	texts      map[string]int  // the index of a footnote's text, by its name
	numbers    map[int]int     // the index of a footnote in the Doc, by that of its text
	labels     map[string]bool // of fields, as slugs
	inLink     bool            // in the words of a link or picture, where no link may be
	held       []node          // for after it
	depth      int             // of inlines in inlines
	forgetting bool            // reading what will not be shown
	spent      int             // bytes that reference links have repeated
}

// rooms lend a converter the room to write nodes in: how much it takes is known only in the end.
var rooms = sync.Pool{New: func() any { return new([]node) }}

// readBody reads all that follows the front matter.
func (d *Doc) readBody(reader text.Reader, style Style) []report.Problem {
	room := rooms.Get().(*[]node)
	defer rooms.Put(room)
	d.tree.nodes = (*room)[:0]
	c := &converter{notes: notes{doc: d, times: style.Limits}, tree: &d.tree, data: reader.Source(), src: d.tree.source, style: style, last: 1}
	pc := parser.NewContext()
	pc.Set(notesKey, &c.notes)
	root := markdown.Parse(reader, parser.WithContext(pc))
	c.readFootnotes()
	c.blocks(root)
	d.Nodes = c.since(0)
	c.convertFootnotes()
	d.Words = countWords(d.Nodes)
	*room = d.tree.nodes
	d.tree.nodes, d.tree.built, d.Refs = trees.Copy(d.tree.nodes), keptText(d.tree.built), refs.Copy(d.Refs)
	return c.problems
}

// keptText is a text where it is kept.
func keptText(text string) string {
	room := texts.Take(len(text))
	copy(room, text)
	return unsafe.String(unsafe.SliceData(room), len(room)) // nobody changes it any more
}

// since are the nodes written from an index on.
func (c *converter) since(at int) Nodes { return Nodes{c.tree, int32(at), int32(len(c.nodes))} }

// add writes a node with nothing below it.
func (c *converter) add(n node) {
	if !n.kind.isLeaf() {
		n.size = 1
	}
	c.nodes = append(c.nodes, n)
}

// put writes a node and, below it, what inside makes of goldmark's.
func (c *converter) put(n node, of ast.Node, inside func(*converter, ast.Node)) {
	at := len(c.nodes)
	c.nodes = append(c.nodes, n)
	inside(c, of)
	c.end(at)
}

// end closes the node at an index: all that was written since is below it.
func (c *converter) end(at int) { c.nodes[at].size = int32(len(c.nodes) - at) }

// says is a leaf with a text, which most likely stands in the file at an offset.
func (c *converter) says(kind Kind, offset int32, text string, near int) node {
	if near = min(max(near, 0), len(c.src)); !strings.HasPrefix(c.src[near:], text) {
		near = c.build(text)
	}
	return node{kind: kind, offset: offset, number: int32(near), size: int32(len(text))}
}

// build adds to the built text, and says where it went.
func (c *converter) build(text string) (at int) {
	at = len(c.src) + c.builder.Len()
	c.builder.WriteString(text)
	c.tree.built = c.builder.String()
	return at
}

// blocks converts the blocks in a node.
func (c *converter) blocks(parent ast.Node) {
	base := len(c.nodes)
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		c.block(n)
	}
	if c.style.Fields {
		c.fields(base)
	}
}

func (c *converter) block(n ast.Node) {
	at := c.offset(n)
	switch n := n.(type) {
	case *ast.Paragraph:
		c.put(node{kind: Paragraph, offset: at}, n, (*converter).leaf)
	case *ast.TextBlock:
		c.put(node{kind: Paragraph, level: 1, offset: at}, n, (*converter).leaf)
	case *ast.Heading:
		c.heading(n)
	case *ast.List:
		c.list(n)
	case *ast.Blockquote:
		c.quote(n)
	case *ast.FencedCodeBlock:
		c.code(n, boxHeight(c.info(n)))
	case *ast.CodeBlock:
		c.code(n, 0)
	case *extast.Table:
		c.put(node{kind: Table, offset: at}, n, (*converter).rows)
	case *ast.ThematicBreak:
		c.add(node{kind: Rule, offset: at})
	case *extast.DefinitionList:
		c.put(node{kind: Definitions, offset: at}, n, (*converter).definitions)
	case *embed:
		c.add(node{kind: Embed, offset: int32(n.start), number: c.entry(ToCard, n.start, n.stop)})
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
