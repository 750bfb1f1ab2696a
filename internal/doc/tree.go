package doc

// A tree is a text in few bytes, because a Doc is kept for as long as the program runs: its nodes stand one behind another,
// each before what is below it, and point to nothing. What they say is read from the file.
type tree struct {
	nodes  []node
	source string // the whole file
	built  string // texts that read otherwise than the file; their places go on from its end
}

// A node is one node of a tree.
type node struct {
	kind   Kind
	level  uint8
	offset int32
	number int32 // of a leaf, where its text begins; of a heading, what its id ends in; of a callout, which; else what Node.Number tells
	size   int32 // of a leaf, the length of its text in bytes; else how many nodes it is with all below
}

// isLeaf says that a node has text and nothing below it.
func (k Kind) isLeaf() bool { return k == Text || k == Code || k == CodeBlock || k == Slot }

// width is how many nodes a node is, with all below it.
func (n *node) width() int32 {
	if n.kind.isLeaf() {
		return 1
	}
	return n.size
}

// all are all nodes of the tree.
func (t *tree) all() Nodes { return Nodes{t, 0, int32(len(t.nodes))} }

// text is a text of the file or a built one.
func (t *tree) text(from, size int32) string {
	if built := int(from) - len(t.source); built >= 0 {
		return t.built[built : built+int(size)]
	}
	return t.source[from : from+size]
}
