package doc

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// link converts [words](address) and [words][label].
func (c *converter) link(n *ast.Link) {
	link := node{kind: Emph, offset: int32(n.Pos())}
	if c.inLink { // no reader could choose between a link and one inside it
		c.put(link, n, (*converter).inlines)
		return
	}
	if ref, ok := c.address(n.Destination, n.Pos(), false); ok { // else a problem says why; the words stay
		link.kind, link.number = Link, ref
	}
	c.costOfReference(n.Reference, n.Destination, n.Title, n.Pos())
	c.inLink = true
	c.put(link, n, (*converter).inlines)
	c.inLink = false
	c.release()
}

// release puts behind a link or picture what cannot be inside it: citations and the marks of footnotes.
func (c *converter) release() {
	for _, n := range c.held {
		c.add(n)
	}
	c.held = c.held[:0]
}

// autoLink converts <https://…> and <name@host>.
func (c *converter) autoLink(n *ast.AutoLink) {
	label := n.Label(c.data)
	at, _ := within(c.data, label)
	words := node{kind: Text, offset: int32(at), number: int32(at), size: int32(len(label))}
	c.run.prev = 'x'
	if c.inLink {
		c.add(words)
		return
	}
	written := c.src[at : at+len(label)]
	if n.AutoLinkType == ast.AutoLinkEmail {
		written = "mailto:" + written
	}
	if ref, ok := c.addressAt(written, at, len(label), false); ok {
		c.nodes = append(c.nodes, node{kind: Link, offset: int32(at), number: ref, size: 2})
	}
	c.add(words)
}

// image converts ![alternative text](path).
func (c *converter) image(n *ast.Image) {
	ref, ok := c.address(n.Destination, n.Pos(), true)
	c.costOfReference(n.Reference, n.Destination, n.Title, n.Pos())
	wasInLink, at := c.inLink, len(c.nodes)
	c.inLink = true
	c.inlines(n)
	alt := PlainText(c.since(at))
	c.nodes, c.inLink = c.nodes[:at], wasInLink
	if strings.TrimSpace(alt) == "" {
		c.problem("missing-alt", n.Pos(), 2, "this picture has no description").
			Hint = "say in the brackets what it shows, for readers who cannot see it"
	}
	if ok {
		image := node{kind: Image, offset: int32(n.Pos()), number: ref, size: 2}
		c.nodes = append(c.nodes, image, c.says(Text, image.offset, alt, n.Pos()+len("![")))
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
