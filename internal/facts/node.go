package facts

import (
	"slices"
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
	kids  []*node        // of the keys
	at    map[string]int // the places of keys, in a table with many
	items []*node
}

// manyKeys are so many that a map is faster than looking through them.
const manyKeys = 24

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
	return n.inside.kid(name)
}

func (in *inside) kid(name string) *node {
	i := -1
	if in.at == nil {
		i = slices.Index(in.keys, name)
	} else if at, ok := in.at[name]; ok {
		i = at
	}
	if i < 0 {
		return nil
	}
	return in.kids[i]
}

func (in *inside) add(name string, kid *node) {
	in.keys, in.kids = append(in.keys, name), append(in.kids, kid)
	switch {
	case len(in.keys) == manyKeys:
		in.at = map[string]int{}
		for i, key := range in.keys {
			in.at[key] = i
		}
	case len(in.keys) > manyKeys:
		in.at[name] = len(in.keys) - 1
	}
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

// parts are what is inside.
func (n *node) parts() []*node {
	if n.inside == nil {
		return nil
	}
	return slices.Concat(n.inside.kids, n.inside.items)
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
