package pdf

import "strconv"

// number reserves the objects of an element and all within it.
func (w *writer) number(e *Element) {
	w.elements[e] = w.reserve()
	for _, k := range e.kids {
		if k.element != nil {
			w.number(k.element)
		}
	}
}

// parentsOf adds an entry to the parent tree for a page: the element of each marked-content id.
func (w *writer) parentsOf(ids []*Element) (key int) {
	b := []byte{'['}
	for i, e := range ids {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendRef(b, w.elements[e])
	}
	w.parents = append(w.parents, append(b, ']'))
	return len(w.parents) - 1
}

// parentOf adds an entry for an annotation.
func (w *writer) parentOf(e *Element) (key int) {
	w.parents = append(w.parents, appendRef(nil, w.elements[e]))
	return len(w.parents) - 1
}

// writeTree writes the structure tree (ISO 32000-1, 14.7) and returns its root.
func (w *writer) writeTree() ref {
	root := w.reserve()
	var notes []*Element
	w.writeElement(w.doc.root, root, &notes)
	nums := []byte("<</Nums[")
	for key, value := range w.parents {
		nums = append(append(append(strconv.AppendInt(nums, int64(key), 10), ' '), value...), '\n')
	}
	parents := w.add(append(nums, "]>>"...))
	d := newDict().name("Type", "StructTreeRoot").ref("K", w.elements[w.doc.root])
	d = d.ref("ParentTree", parents).int("ParentTreeNextKey", len(w.parents))
	if len(notes) > 0 {
		d = d.ref("IDTree", w.writeIDs(notes))
	}
	w.put(root, d.end())
	return root
}

// writeElement writes an element and all within it; notes collects those that need an id.
func (w *writer) writeElement(e *Element, parent ref, notes *[]*Element) {
	d := append(w.scratch[:0], "<<"...).name("S", string(e.Role)).ref("P", parent)
	if e.Role == RoleNote { // ISO 14289-1, 7.9: each has an id of its own
		d = d.text("ID", noteID(len(*notes)))
		*notes = append(*notes, e)
	}
	d = e.words(d)
	if a := e.attributes(); a != nil {
		d = d.raw("A", string(a))
	}
	page := e.page()
	if page != nil {
		d = d.ref("Pg", w.pages[page.index])
	}
	if len(e.kids) > 0 {
		d = append(appendName(d, "K"), '[')
		for i, k := range e.kids {
			if i > 0 {
				d = append(d, ' ')
			}
			d = w.appendKid(d, k, page)
		}
		d = append(d, ']')
	}
	w.scratch = d.end()
	w.put(w.elements[e], w.scratch)
	for _, k := range e.kids {
		if k.element != nil {
			w.writeElement(k.element, w.elements[e], notes)
		}
	}
}

// page is where the element's first own mark stands, nil if it has none.
func (e *Element) page() *Page {
	for _, k := range e.kids {
		if k.page != nil {
			return k.page
		}
	}
	return nil
}

func (w *writer) appendKid(d dict, k kid, page *Page) dict {
	switch {
	case k.element != nil:
		return appendRef(d, w.elements[k.element])
	case k.annotation != nil:
		pg := w.pages[k.annotation.page.index]
		return append(d, newDict().name("Type", "OBJR").ref("Obj", k.annotation.ref).ref("Pg", pg).end()...)
	case k.page == page:
		return strconv.AppendInt(d, int64(k.id), 10)
	}
	return append(d, newDict().name("Type", "MCR").ref("Pg", w.pages[k.page.index]).int("MCID", k.id).end()...)
}

// words are the entries that replace or explain an element's content.
func (e *Element) words(d dict) dict {
	for _, entry := range [][2]string{{"T", e.Title}, {"Lang", e.Lang}, {"Alt", e.Alt}, {"ActualText", e.ActualText}} {
		if entry[1] != "" {
			d = d.text(entry[0], entry[1])
		}
	}
	return d
}

// attributes are what only some roles have, nil for none.
func (e *Element) attributes() []byte {
	switch e.Role {
	case RoleFigure:
		if e.BBox != (Rect{}) {
			return newDict().name("O", "Layout").box("BBox", e.BBox).end()
		}
	case RoleL:
		if e.Numbering != "" {
			return newDict().name("O", "List").name("ListNumbering", string(e.Numbering)).end()
		}
	case RoleTH, RoleTD:
		table := newDict().name("O", "Table")
		empty := len(table)
		if e.Scope != "" && e.Role == RoleTH {
			table = table.name("Scope", string(e.Scope))
		}
		if e.ColSpan > 1 {
			table = table.int("ColSpan", e.ColSpan)
		}
		if e.RowSpan > 1 {
			table = table.int("RowSpan", e.RowSpan)
		}
		if len(table) > empty {
			return table.end()
		}
	}
	return nil
}

// noteID is the id of the i-th note, of one length so that they sort as they are counted.
func noteID(i int) string { return "note" + strconv.Itoa(1_000_000+i) }

// writeIDs writes the tree that finds elements by id.
func (w *writer) writeIDs(notes []*Element) ref {
	b := []byte("<</Names[")
	for i, e := range notes {
		b = appendRef(appendText(b, noteID(i)), w.elements[e])
	}
	return w.add(append(b, "]>>"...))
}
