package doc

import "iter"

// A Kind says what a Node is.
type Kind uint8

// Blocks hold blocks or inlines in Kids; what else they use is said beside each.
const (
	Paragraph   Kind = iota + 1 // Level 1 in a list without blank lines: it takes no room of its own; inlines
	HeadingNode                 // Level 2–6; Text is its id; inlines in Kids
	List                        // Level 1 if ordered, and then Number is its first; Items in Kids
	Item                        // blocks in Kids
	Task                        // an Item with a check box; Level 1 if checked
	Quote                       // blocks
	Callout                     // Text is its kind in lower case ("note"); blocks
	CodeBlock                   // Text is the code; Level the height of the box that it is in a form, 0 for none
	Table                       // Rows in Kids, the first is the head
	Row                         // Cells
	Cell                        // Level is the alignment: 0 none, 1 start, 2 centre, 3 end; inlines
	Rule                        // a thematic break
	Definitions                 // DefTerm and DefText in Kids
	DefTerm                     // inlines
	DefText                     // blocks
	FieldNode                   // Number indexes Doc.Fields; for a fill-in table the Table is its only kid
	Embed                       // ![[card]] alone on its line; Number indexes Doc.Refs

	Text        // Text, already with curled quotes; never HTML
	Emph        // inlines
	Strong      // inlines
	Strike      // inlines
	Code        // Text
	Link        // Number indexes Doc.Refs; inlines in Kids, empty for [[id]] without words
	Image       // Number indexes Doc.Refs; Text is the alternative text
	Cite        // Number indexes Doc.Refs
	FootnoteRef // Number indexes Doc.Footnotes; Level is the how-manieth reference to it, from 1
	Slot        // {name}; Text is the name
	Break       // a hard line break
)

// A Node is one piece of text: a place in the tree of its Doc.
type Node struct {
	tree *tree
	at   int32
}

func (n Node) node() *node { return &n.tree.nodes[n.at] }

// Kind is what the node is.
func (n Node) Kind() Kind { return n.node().kind }

// Level says more of some kinds; 0 for all others.
func (n Node) Level() int { return int(n.node().level) }

// Number says more of some kinds, most of all which of the Doc's Refs it is; 0 for all others.
func (n Node) Number() int {
	if of := n.node(); !of.kind.isLeaf() {
		return int(of.number)
	}
	return 0
}

// Offset is the node's place in the file, in bytes.
func (n Node) Offset() int32 { return n.node().offset }

// Text is the text of those kinds that have some; "" for all others.
func (n Node) Text() string {
	switch of := n.node(); {
	case of.kind.isLeaf():
		return n.tree.text(of.number, of.size)
	case of.kind == HeadingNode:
		return numbered(Slug(n.Title()), of.number)
	case of.kind == Callout:
		return calloutKinds[of.number]
	case of.kind == Image:
		return Node{n.tree, n.at + 1}.Text()
	}
	return ""
}

// Kids are the nodes right below.
func (n Node) Kids() Nodes {
	if n.Kind() == Image { // what is below is its alternative text
		return Nodes{}
	}
	return Nodes{n.tree, n.at + 1, n.at + n.node().width()}
}

// Alone is the node as Nodes.
func (n Node) Alone() Nodes { return Nodes{n.tree, n.at, n.at + n.node().width()} }

// Nodes are nodes that follow one another, each with all below it. The zero Nodes are none.
type Nodes struct {
	tree     *tree
	from, to int32
}

// Empty says that there are none.
func (ns Nodes) Empty() bool { return ns.from == ns.to }

// Len is how many there are; it counts them.
func (ns Nodes) Len() (n int) {
	for range ns.All() {
		n++
	}
	return n
}

// First is the first of them; there must be one.
func (ns Nodes) First() Node { return Node{ns.tree, ns.from} }

// Rest are all but the first; there must be one.
func (ns Nodes) Rest() Nodes { return Nodes{ns.tree, ns.from + ns.First().node().width(), ns.to} }

// At is the i-th of them, counted from 0; there must be so many.
func (ns Nodes) At(i int) Node {
	for range i {
		ns = ns.Rest()
	}
	return ns.First()
}

// Head are the first n, or all where there are fewer.
func (ns Nodes) Head(n int) Nodes {
	rest := ns
	for ; n > 0 && !rest.Empty(); n-- {
		rest = rest.Rest()
	}
	return Nodes{ns.tree, ns.from, rest.from}
}

// All yields them in order.
func (ns Nodes) All() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for ; !ns.Empty(); ns = ns.Rest() {
			if !yield(ns.First()) {
				return
			}
		}
	}
}

// Walk yields them and all that is below, each before its kids.
func (ns Nodes) Walk() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for at := ns.from; at < ns.to; at++ {
			n := Node{ns.tree, at}
			if !yield(n) {
				return
			}
			if n.Kind() == Image {
				at++
			}
		}
	}
}

// Only are those of them that keep keeps: a stretch of the same tree if they stand side by side, else one of a tree of their own.
func (ns Nodes) Only(keep func(Node) bool) Nodes {
	kept, copied := Nodes{}, false
	for n := range ns.All() {
		switch {
		case !keep(n):
		case kept.Empty():
			kept = n.Alone()
		case !copied && kept.to == n.at:
			kept.to = n.Alone().to
		default:
			kept, copied = kept.and(n), true
		}
	}
	return kept
}

// and are nodes of a tree of their own, with one more behind them.
func (ns Nodes) and(n Node) Nodes {
	own := *ns.tree
	own.nodes = append(append([]node(nil), ns.nodes()...), n.Alone().nodes()...)
	return Nodes{&own, 0, int32(len(own.nodes))}
}

func (ns Nodes) nodes() []node {
	if ns.tree == nil {
		return nil
	}
	return ns.tree.nodes[ns.from:ns.to]
}
