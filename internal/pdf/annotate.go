package pdf

import (
	"fmt"
	"maps"
	"math"
	"slices"
)

// writeAnnotations writes the links and fields of a page.
func (w *writer) writeAnnotations(p *Page, page ref) ([]ref, error) {
	refs := make([]ref, len(p.annotations))
	for i, a := range p.annotations {
		a.ref = w.reserve()
		refs[i] = a.ref
		d, err := w.annotation(a)
		if err != nil {
			return nil, err
		}
		const printed = 4
		d = d.name("Type", "Annot").int("F", printed).ref("P", page).int("StructParent", w.parentOf(a.element))
		w.put(a.ref, d.end())
	}
	return refs, nil
}

// annotation begins the annotation of a link or field.
func (w *writer) annotation(a *annotation) (dict, error) {
	if a.field != nil {
		return w.widget(a), nil
	}
	return w.link(a)
}

// link begins the annotation of a link. Several areas are the quadrilaterals of one.
func (w *writer) link(a *annotation) (dict, error) {
	all := a.areas[0]
	for _, r := range a.areas[1:] {
		all = all.union(r)
	}
	d := newDict().name("Subtype", "Link").box("Rect", all).raw("Border", "[0 0 0]")
	if a.said != "" {
		d = d.text("Contents", a.said)
	}
	if len(a.areas) > 1 {
		var quads []float64
		for _, r := range a.areas {
			quads = append(quads, r.Left, r.Bottom, r.Right, r.Bottom, r.Right, r.Top, r.Left, r.Top)
		}
		d = d.points("QuadPoints", quads...)
	}
	if a.uri != "" {
		return d.raw("A", string(newDict().name("S", "URI").bytes("URI", []byte(a.uri)).end())), nil
	}
	if _, known := w.doc.places[a.name]; !known {
		return nil, fmt.Errorf("a link leads to %q, a name that no place has", a.name)
	}
	return d.text("Dest", a.name), nil
}

// writePlaces writes the tree of names, sorted as they are written.
func (w *writer) writePlaces() ref {
	texts := make(map[string]place, len(w.doc.places))
	for name, p := range w.doc.places {
		texts[string(textBytes(name))] = p
	}
	b := []byte("<</Names[")
	for _, text := range slices.Sorted(maps.Keys(texts)) {
		p := texts[text]
		b = append(w.appendPlace(appendLiteral(b, []byte(text)), p), '\n')
	}
	return w.add(append(b, "]>>"...))
}

// appendPlace writes a destination that keeps the reader's zoom.
func (w *writer) appendPlace(b []byte, p place) []byte {
	b = append(appendRef(append(b, '['), w.pages[p.page.index]), "/XYZ "...)
	return append(appendNumbers(b, math.Floor(p.x), math.Ceil(p.y)), " null]"...)
}
