package doc

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
)

// link converts [words](address) and [words][label].
func (c *converter) link(n *ast.Link) {
	if c.inLink { // no reader could choose between a link and one inside it
		c.push(Node{Kind: Emph, Offset: int32(n.Pos()), Kids: c.inlines(n)})
		return
	}
	ref, ok := c.address(n.Destination, n.Pos(), false)
	c.costOfReference(n.Reference, n.Destination, n.Title, n.Pos())
	c.inLink = true
	link := Node{Kind: Link, Offset: int32(n.Pos()), Ref: ref, Kids: c.inlines(n)}
	c.inLink = false
	if !ok { // a problem says why; the words stay
		link = Node{Kind: Emph, Offset: link.Offset, Kids: link.Kids}
	}
	c.push(link)
	c.release()
}

// release puts behind a link or picture what cannot be inside it: citations and the marks of footnotes.
func (c *converter) release() {
	c.stack = append(c.stack, c.held...)
	c.held = c.held[:0]
}

// autoLink converts <https://…> and <name@host>.
func (c *converter) autoLink(n *ast.AutoLink) {
	label := n.Label(c.data)
	at, _ := within(c.data, label)
	words := Node{Kind: Text, Offset: int32(at), Text: c.src[at : at+len(label)]}
	c.run.prev = 'x'
	if c.inLink {
		c.push(words)
		return
	}
	written := words.Text
	if n.AutoLinkType == ast.AutoLinkEmail {
		written = "mailto:" + written
	}
	ref, ok := c.addressAt(written, at, len(label), false)
	if !ok {
		c.push(words)
		return
	}
	c.push(Node{Kind: Link, Offset: int32(at), Ref: ref, Kids: []Node{words}})
}

// image converts ![alternative text](path).
func (c *converter) image(n *ast.Image) {
	ref, ok := c.address(n.Destination, n.Pos(), true)
	c.costOfReference(n.Reference, n.Destination, n.Title, n.Pos())
	wasInLink := c.inLink
	c.inLink = true
	alt := PlainText(c.inlines(n))
	c.inLink = wasInLink
	if len(bytes.TrimSpace([]byte(alt))) == 0 {
		c.problem("missing-alt", n.Pos(), 2, "this picture has no description").
			Hint = "say in the brackets what it shows, for readers who cannot see it"
	}
	if ok {
		c.push(Node{Kind: Image, Offset: int32(n.Pos()), Ref: ref, Text: alt})
	}
	if !c.inLink {
		c.release()
	}
	c.run.prev = 'x'
}

// address reads an address that goldmark found and notes it; fallback is where to look when it does not lie in the file in
// one piece.
func (c *converter) address(written []byte, fallback int, picture bool) (ref int32, ok bool) {
	at, whole := within(c.data, written)
	if !whole {
		fallback = max(fallback, 0)
		at = fallback + max(bytes.Index(c.data[fallback:], written), 0)
	}
	return c.addressAt(string(written), at, len(written), picture)
}

func (c *converter) addressAt(written string, at, length int, picture bool) (ref int32, ok bool) {
	to, faults := readAddress(written)
	if picture {
		to, faults = asPicture(written, to, faults)
	}
	for _, f := range faults {
		c.problem(f.class, at, max(length, 1), "%s", f.text).Hint = f.hint
	}
	if to.Kind == 0 {
		return 0, false
	}
	to.Offset, to.Len = int32(at), int32(length)
	return c.addRef(to), true
}

// addRef notes what points somewhere and gives its index.
func (c *converter) addRef(ref Ref) int32 {
	c.doc.Refs = append(c.doc.Refs, ref)
	return int32(len(c.doc.Refs) - 1)
}

// within is where part lies in whole, if it is a piece of it.
func within(whole, part []byte) (offset int, ok bool) {
	offset = cap(whole) - cap(part)
	ok = len(part) > 0 && 0 <= offset && offset+len(part) <= len(whole) && &whole[offset] == &part[0]
	return offset, ok
}
