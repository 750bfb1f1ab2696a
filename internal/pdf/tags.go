package pdf

import "strconv"

// Artifact is a kind of decoration: what eyes see and screen readers leave out.
type Artifact string

// Kinds of decoration (ISO 32000-1, 14.8.2.2.2).
const (
	Layout      Artifact = "/Type/Layout"
	Background  Artifact = "/Type/Background"
	PrinterMark Artifact = "/Type/Page"
	Header      Artifact = "/Type/Pagination/Subtype/Header"
	Footer      Artifact = "/Type/Pagination/Subtype/Footer"
)

// Tag says that all that is drawn from now on, on this page, belongs to e.
func (p *Page) Tag(e *Element) { p.tags.next = owner{element: e} }

// Artifact says that all that is drawn from now on, on this page, is decoration.
func (p *Page) Artifact(kind Artifact) { p.tags.next = owner{artifact: kind} }

// An owner is what marks on a page belong to: an element, decoration, or nothing.
type owner struct {
	element  *Element
	artifact Artifact
}

// tags is the marked content of a page (ISO 32000-1, 14.6): one sequence is open at most, and begins with the first mark.
type tags struct {
	page     *Page
	now      owner
	next     owner
	ids      []*Element // by marked-content id
	untagged bool       // a mark belongs to nothing
}

// open makes what follows belong to the owner that was asked for.
func (t *tags) open(c *Canvas) {
	if t.next == (owner{}) {
		t.untagged = true
	}
	if t.now == t.next {
		return
	}
	c.endText()
	t.close(c)
	t.now = t.next
	switch {
	case t.now.artifact != "":
		c.ops = append(append(append(c.ops, "/Artifact<<"...), t.now.artifact...), ">>BDC\n"...)
	case t.now.element != nil:
		e := t.now.element
		c.ops = append(appendName(c.ops, string(e.Role)), "<</MCID "...)
		c.ops = append(strconv.AppendInt(c.ops, int64(len(t.ids)), 10), ">>BDC\n"...)
		e.kids = append(e.kids, kid{page: t.page, id: len(t.ids)})
		t.ids = append(t.ids, e)
	}
}

// close ends the sequence that is open.
func (t *tags) close(c *Canvas) {
	if t.now != (owner{}) {
		c.ops = append(c.ops, "EMC\n"...)
		t.now = owner{}
	}
}
