package facts

import (
	"strconv"
	"strings"
)

// A node is the place of a key and its value, and of what the value holds.
type node struct {
	key, value span // the root has neither; of a table with a header, both are the header's
	keys       []string
	kids       map[string]*node
	items      []*node
	loose      bool // a list without its brackets
	lost       bool // its value cannot be read
}

// latest is the last table of an array of tables, which a header below it continues; anything else is itself.
func (n *node) latest() *node {
	if len(n.items) == 0 {
		return n
	}
	return n.items[len(n.items)-1]
}

// item is an element of an array, or nil.
func (n *node) item(i int) *node {
	if i < 0 || i >= len(n.items) {
		return nil
	}
	return n.items[i]
}

// find follows a path as far as it goes; whole says whether to its end.
func (n *node) find(path []string) (found *node, whole bool) {
	for _, step := range path {
		next := n.kids[step]
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
