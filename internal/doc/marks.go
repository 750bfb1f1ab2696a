package doc

import "strings"

// mark converts our own inlines.
func (c *converter) mark(m *mark) {
	switch m.syntax {
	case Link:
		c.wikiLink(m)
	case Cite:
		c.cite(m)
	case FootnoteRef:
		c.footnoteRef(m)
	case Embed:
		c.problem("embed-in-text", m.start, m.stop-m.start, "a card is shown on a line of its own, not within a text").
			Hint = "put ![[" + c.src[m.start:m.stop] + "]] on its own line, or write a link: [[" + c.src[m.start:m.stop] + "]]"
	case Slot:
		c.add(node{kind: Slot, offset: int32(m.start - len("{")), number: int32(m.start), size: int32(m.stop - m.start)})
	}
	c.run.prev = 'x'
}

// wikiLink converts [[id]], [[kind/id]], [[id#heading]] and [[id|words]].
func (c *converter) wikiLink(m *mark) {
	id, words, some := strings.Cut(c.src[m.start:m.stop], "|")
	bar := m.start + len(id)
	if some { // the bar is written \| in a table
		id = strings.TrimSuffix(id, `\`)
	}
	at, stop := len(c.nodes), m.start+len(id)
	if !c.inLink {
		c.nodes = append(c.nodes, node{kind: Link, offset: int32(m.start - len("[[")), number: c.entry(ToEntry, m.start, stop), size: 1})
	}
	if words != "" {
		c.stretch(c.trim(bar+1, m.stop))
		c.flush()
	}
	switch {
	case !c.inLink:
		c.end(at)
	case len(c.nodes) == at:
		c.add(node{kind: Text, offset: int32(m.start), number: int32(m.start), size: int32(len(id))})
	}
}

// entry notes the id at src[start:stop].
func (c *converter) entry(kind RefKind, start, stop int) int32 {
	start, stop = c.trim(start, stop)
	target, fragment, _ := strings.Cut(c.src[start:stop], "#")
	if target == "" && kind == ToEntry {
		kind = ToAnchor
	}
	return c.addRef(Ref{Kind: kind, Target: target, Fragment: fragment, Offset: int32(start), Len: int32(stop - start)})
}

func (c *converter) cite(m *mark) {
	start, stop := c.trim(m.start, m.stop)
	ref := c.addRef(Ref{Kind: ToSource, Target: c.src[start:stop], Offset: int32(start), Len: int32(stop - start)})
	c.addOrHold(node{kind: Cite, offset: int32(m.start - len("[@")), number: ref})
}

func (c *converter) addOrHold(n node) {
	if c.inLink {
		c.held = append(c.held, n)
		return
	}
	c.add(n)
}

// trim takes the spaces off both ends of src[start:stop].
func (c *converter) trim(start, stop int) (int, int) {
	text := strings.TrimLeft(c.src[start:stop], " \t")
	start = stop - len(text)
	return start, start + len(strings.TrimRight(text, " \t"))
}
