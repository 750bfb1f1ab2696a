package doc

import "slices"

// A Sketch is a node made by hand, for tests of those who read trees: it can be what no file would make it.
type Sketch struct {
	Kind          Kind
	Level, Number int
	Offset        int32
	Text          string // of a heading it follows from its kids
	Kids          []Sketch
}

// Draw makes nodes of sketches.
func Draw(sketches ...Sketch) Nodes {
	t := &tree{}
	t.draw(sketches)
	return Nodes{t, 0, int32(len(t.nodes))}
}

func (t *tree) draw(sketches []Sketch) {
	for _, s := range sketches {
		at := len(t.nodes)
		t.nodes = append(t.nodes, node{kind: s.Kind, level: uint8(s.Level), offset: s.Offset, number: int32(s.Number), size: 1})
		n := &t.nodes[at]
		switch {
		case s.Kind.isLeaf():
			n.number, n.size = int32(len(t.built)), int32(len(s.Text))
			t.built += s.Text
			continue
		case s.Kind == Callout:
			n.number = int32(max(slices.Index(calloutKinds, s.Text), 0))
		case s.Kind == Image:
			s.Kids = []Sketch{{Kind: Text, Text: s.Text}}
		}
		t.draw(s.Kids)
		t.nodes[at].size = int32(len(t.nodes) - at)
	}
}
