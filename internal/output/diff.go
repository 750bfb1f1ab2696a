package output

// Changes are the paths in which two trees differ, each list sorted.
type Changes struct {
	Added   []string // only in the new tree
	Changed []string // in both, with different bytes
	Removed []string // only in the old tree
}

// None says that nothing differs.
func (c Changes) None() bool { return len(c.Added)+len(c.Changed)+len(c.Removed) == 0 }

// Diff compares two trees by their files' sums; a nil tree is the empty site.
func Diff(old, now *Tree) Changes {
	var c Changes
	merge(old, now, func(old, now *File) {
		switch {
		case old == nil:
			c.Added = append(c.Added, now.Path)
		case now == nil:
			c.Removed = append(c.Removed, old.Path)
		case old.Sum != now.Sum:
			c.Changed = append(c.Changed, now.Path)
		}
	})
	return c
}

// merge visits the paths of both trees in order, each once; a side that lacks the path is nil.
func merge(old, now *Tree, visit func(old, now *File)) {
	a, b := old.Files(), now.Files()
	for len(a) > 0 || len(b) > 0 {
		switch {
		case len(b) == 0 || len(a) > 0 && a[0].Path < b[0].Path:
			visit(&a[0], nil)
			a = a[1:]
		case len(a) == 0 || b[0].Path < a[0].Path:
			visit(nil, &b[0])
			b = b[1:]
		default:
			visit(&a[0], &b[0])
			a, b = a[1:], b[1:]
		}
	}
}
