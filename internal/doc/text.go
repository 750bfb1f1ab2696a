package doc

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

// A run is the text being gathered between two other inlines. As long as it reads exactly as the file does it is a stretch
// of the file and costs no memory; else it is built.
type run struct {
	open     bool
	built    bool
	from, to int  // the stretch of the file; of built text, only where it begins
	at       int  // where the run begins in the file
	prev     rune // the last character shown, for the quotation marks
	double   int  // quotations that are open
	single   int
}

// reset begins a new block.
func (r *run) reset() { r.prev, r.double, r.single = ' ', 0, 0 }

func (c *converter) words(n *ast.Text) {
	c.stretch(n.Segment.Start, n.Segment.Stop)
	switch {
	case n.HardLineBreak():
		c.flush()
		c.add(node{kind: Break, offset: int32(n.Segment.Stop)})
		c.run.prev = ' '
	case n.SoftLineBreak():
		c.lineEnd(n.Segment.Stop)
	}
}

// stretch adds src[from:to], with its escapes, references and signs resolved.
func (c *converter) stretch(from, to int) {
	plain := plainLength(c.src[from:to])
	c.asWritten(from, from+plain)
	for at := from + plain; at < to; {
		c.buildRun()
		at += c.sign(at, to)
		plain = plainLength(c.src[at:to])
		c.show(c.src[at : at+plain])
		at += plain
	}
}

// asWritten adds src[from:to] as it is.
func (c *converter) asWritten(from, to int) {
	r := &c.run
	switch {
	case !r.open:
		r.open, r.built, r.from, r.to, r.at = true, false, from, to, from
	case !r.built && r.to == from:
		r.to = to
	default:
		c.buildRun()
		c.build(c.src[from:to])
	}
	r.remember(c.src[from:to])
}

// lineEnd adds the end of a line, which is a space in a paragraph but tells lines apart in a form.
func (c *converter) lineEnd(at int) {
	if at < len(c.src) && c.src[at] == '\n' {
		c.asWritten(at, at+1)
		return
	}
	c.buildRun()
	c.build("\n")
	c.run.prev = ' '
}

// show adds to a built run.
func (c *converter) show(text string) {
	c.build(text)
	c.run.remember(text)
}

// buildRun turns a stretch of the file into built text, to which other text may be added.
func (c *converter) buildRun() {
	r := &c.run
	if r.open && r.built {
		return
	}
	stretch := ""
	if r.open {
		stretch = c.src[r.from:r.to]
	}
	r.open, r.built, r.from = true, true, c.build(stretch)
}

// flush makes a node of the run.
func (c *converter) flush() {
	r := &c.run
	if !r.open {
		return
	}
	r.open = false
	if r.built {
		r.to = len(c.src) + c.builder.Len()
	}
	n := node{kind: Text, offset: int32(r.at), number: int32(r.from), size: int32(r.to - r.from)}
	c.checkPieces(r.at, c.text(n.number, n.size))
	if n.size > 0 {
		c.add(n)
	}
}

// checkPieces tells of the brackets of a link in text that Markdown could not read as one.
func (c *converter) checkPieces(at int, text string) {
	middle := strings.Index(text, "](")
	if middle < 0 || c.src[at:min(at+middle+len("]("), len(c.src))] != text[:middle+len("](")] || !strings.Contains(text[:middle], "[") {
		return // escaped, or not from one piece of the file
	}
	address, _, closed := strings.Cut(text[middle+len("]("):], ")")
	begin := strings.LastIndexByte(text[:middle], '[')
	hint := "close the address with )"
	if closed {
		hint = "write an address that holds spaces between < and >: (<" + strings.Trim(address, "<> ") + ">)"
	}
	c.problem("link-in-pieces", at+begin, lineLength([]byte(text[begin:middle]))+len("](")+lineLength([]byte(address)), "this looks like a link, and readers would see its brackets").Hint = hint
}
