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
		c.push(Node{Kind: Slot, Offset: int32(m.start - len("{")), Text: c.src[m.start:m.stop]})
	}
	c.run.prev = 'x'
}

// wikiLink converts [[id]], [[kind/id]], [[id#heading]] and [[id|words]].
func (c *converter) wikiLink(m *mark) {
	stop, words := m.stop, []Node(nil)
	if bar := strings.IndexByte(c.src[m.start:m.stop], '|'); bar >= 0 {
		base := len(c.stack)
		c.stretch(c.trim(m.start+bar+1, m.stop))
		c.flush()
		words = c.cut(base)
		stop = m.start + bar
		if strings.HasSuffix(c.src[m.start:stop], `\`) { // as it must be written in a table
			stop--
		}
	}
	if c.inLink {
		if words == nil {
			words = []Node{{Kind: Text, Offset: int32(m.start), Text: c.src[m.start:stop]}}
		}
		c.stack = append(c.stack, words...)
		return
	}
	ref := c.entry(ToEntry, m.start, stop)
	c.push(Node{Kind: Link, Offset: int32(m.start - len("[[")), Ref: ref, Kids: words})
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
	c.pushOrHold(Node{Kind: Cite, Offset: int32(m.start - len("[@")), Ref: ref})
}

func (c *converter) pushOrHold(n Node) {
	if c.inLink {
		c.held = append(c.held, n)
		return
	}
	c.push(n)
}

// trim takes the spaces off both ends of src[start:stop].
func (c *converter) trim(start, stop int) (int, int) {
	text := strings.TrimLeft(c.src[start:stop], " \t")
	start = stop - len(text)
	return start, start + len(strings.TrimRight(text, " \t"))
}
