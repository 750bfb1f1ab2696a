package typeset

import "github.com/amends-guide/amends/internal/pdf"

// A node is an element of the structure tree to be. It joins the tree when something of it is first painted, so that the tree has
// the order of painting, and what is never painted never joins.
type node struct {
	parent *node // nil: the root
	like   pdf.Element
	made   *pdf.Element
	link   *link // of a Link node
	dry    bool  // nothing of it or below it will be painted
}

// under is a new node of a role.
func (n *node) under(role pdf.Role) *node {
	if n != nil && n.dry {
		return n
	}
	return &node{parent: n, like: pdf.Element{Role: role}}
}

// in returns the node's element, made if need be.
func (n *node) in(doc *pdf.Document) *pdf.Element {
	if n == nil {
		return doc.Root()
	}
	if n.made == nil {
		e := n.parent.in(doc).Add(n.like.Role)
		e.Title, e.Lang, e.Alt, e.ActualText = n.like.Title, n.like.Lang, n.like.Alt, n.like.ActualText
		e.BBox, e.Scope, e.ColSpan, e.RowSpan, e.Numbering = n.like.BBox, n.like.Scope, n.like.ColSpan, n.like.RowSpan, n.like.Numbering
		n.made = e
	}
	return n.made
}

// speaks gives the node a language, if it is not that of what surrounds it.
func (n *node) speaks(lang, around string) *node {
	if lang != around {
		n.like.Lang = lang
	}
	return n
}
