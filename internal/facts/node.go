package facts

import (
	"strconv"
	"strings"
)

// A node is the place of a key and its value, and of what the value holds.
type node struct {
	key, value span    // the root has neither; of a table with a header, both are the header's
	inside     *inside // nil where there is nothing: most values are no table and no list
	loose      bool    // a list without its brackets
	lost       bool    // its value cannot be read
}

// An inside is what a table or a list holds.
type inside struct {
	keys  []string
	kids  map[string]*node
	items []*node
}

// open makes room in a node for what it holds.
func (n *node) open() *inside {
	if n.inside == nil {
		n.inside = new(inside)
	}
	return n.inside
}

func (n *node) kid(name string) *node {
	if n.inside == nil {
		return nil
	}
	return n.inside.kids[name]
}

// keys are those of a table in the order they are written.
func (n *node) keys() []string {
	if n.inside == nil {
		return nil
	}
	return n.inside.keys
}

func (n *node) items() []*node {
	if n.inside == nil {
		return nil
	}
	return n.inside.items
}

// parts goes through what is inside, in no order.
func (n *node) parts(yield func(*node) bool) {
	if n.inside == nil {
		return
	}
	for _, kid := range n.inside.kids {
		if !yield(kid) {
			return
		}
	}
	for _, item := range n.inside.items {
		if !yield(item) {
			return
		}
	}
}

// latest is the last table of an array of tables, which a header below it continues; anything else is itself.
func (n *node) latest() *node {
	if all := n.items(); len(all) > 0 {
		return all[len(all)-1]
	}
	return n
}

// item is an element of an array, or nil.
func (n *node) item(i int) *node {
	if all := n.items(); i >= 0 && i < len(all) {
		return all[i]
	}
	return nil
}

// find follows a path as far as it goes; whole says whether to its end.
func (n *node) find(path []string) (found *node, whole bool) {
	for _, step := range path {
		next := n.kid(step)
		if i, err := strconv.Atoi(strings.Trim(step, "[]")); err == nil && next == nil && strings.HasPrefix(step, "[") {
			next = n.item(i)
		}
		if next == nil {
			return n, false
		}
		n = next
	}
	return n, true
}
