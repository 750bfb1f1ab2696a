package pdf

import "fmt"

// A bookmark is a line of the outline.
type bookmark struct {
	level int
	title string
	name  string
}

// Bookmark adds a line to the outline that viewers show beside the pages. Level 1 is the outermost; a line belongs to the last
// one before it of a smaller level. It leads to a name.
func (d *Document) Bookmark(level int, title, name string) {
	if level < 1 || title == "" {
		d.fail("a bookmark %q of level %d", title, level)
	}
	d.bookmarks = append(d.bookmarks, bookmark{level, title, name})
}

// shownLines is how many lines of the outline viewers should show at first: as many whole levels as fit in it.
const shownLines = 24

// writeOutline writes the bookmarks and returns their root.
func (w *writer) writeOutline() (ref, error) {
	marks := w.doc.bookmarks
	root, lines := outlineTree(marks)
	for i := range lines {
		lines[i].ref = w.reserve()
	}
	top := w.reserve()
	root.ref = top
	deepest := openLevels(lines)
	for i, l := range lines {
		p, known := w.doc.places[marks[i].name]
		if !known {
			return 0, fmt.Errorf("pdf: the bookmark %q leads to %q, a name that no place has", marks[i].title, marks[i].name)
		}
		d := newDict().text("Title", marks[i].title).ref("Parent", l.parent.ref)
		d = dict(w.appendPlace(appendName(d, "Dest"), p))
		if l.previous != nil {
			d = d.ref("Prev", l.previous.ref)
		}
		if l.next != nil {
			d = d.ref("Next", l.next.ref)
		}
		w.put(l.ref, l.children(d, deepest).end())
	}
	w.put(top, root.children(newDict().name("Type", "Outlines"), deepest).end())
	return top, nil
}

// A line is a bookmark among its neighbours.
type line struct {
	ref                    ref
	depth                  int
	parent, previous, next *line
	first, last            *line
}

// outlineTree finds out which bookmark belongs to which.
func outlineTree(marks []bookmark) (root *line, lines []*line) {
	root = &line{}
	open, levels := []*line{root}, []int{0}
	for _, mark := range marks {
		for levels[len(levels)-1] >= mark.level {
			open, levels = open[:len(open)-1], levels[:len(levels)-1]
		}
		parent := open[len(open)-1]
		l := &line{parent: parent, previous: parent.last, depth: len(open)}
		if parent.last == nil {
			parent.first = l
		} else {
			parent.last.next = l
		}
		parent.last = l
		lines, open, levels = append(lines, l), append(open, l), append(levels, mark.level)
	}
	return root, lines
}

// openLevels is the depth down to which all lines fit in what is shown at first; at least 1.
func openLevels(lines []*line) int {
	for depth := 1; ; depth++ {
		below, shown := 0, 0
		for _, l := range lines {
			if l.depth <= depth+1 {
				shown++
			}
			if l.depth > depth {
				below++
			}
		}
		if below == 0 || shown > shownLines {
			return depth
		}
	}
}

// children are the entries that lead to the lines below. A negative count says that they are not shown at first.
func (l *line) children(d dict, deepest int) dict {
	if l.first == nil {
		return d
	}
	count := l.count(deepest)
	if l.depth >= deepest {
		count = -count
	}
	return d.ref("First", l.first.ref).ref("Last", l.last.ref).int("Count", count)
}

// count is how many lines show below when it is open.
func (l *line) count(deepest int) (n int) {
	for child := l.first; child != nil; child = child.next {
		n++
		if child.depth < deepest {
			n += child.count(deepest)
		}
	}
	return n
}
