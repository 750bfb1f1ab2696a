package pdf

import (
	"fmt"
	"slices"
	"strconv"
)

// A writer turns a document into its file.
type writer struct {
	*file
	doc      *Document
	pages    []ref
	font     map[*usedFont]ref
	typed    []ref
	xobjects []ref
	elements map[*Element]ref
	groups   map[*field]ref
	parents  [][]byte // the parent tree: by key, what a page's or annotation's content belongs to
	scratch  dict
	ua       bool
}

func newWriter(d *Document) *writer {
	return &writer{file: newFile(), doc: d, font: map[*usedFont]ref{}, elements: map[*Element]ref{}, groups: map[*field]ref{}}
}

// write writes all objects, those that others point at numbered first.
func (w *writer) write() ([]byte, error) {
	w.ua = w.doc.Verify() == nil
	for range w.doc.pages {
		w.pages = append(w.pages, w.reserve())
	}
	for _, u := range w.doc.fonts {
		w.font[u] = w.reserve()
	}
	for range w.doc.typed {
		w.typed = append(w.typed, w.reserve())
	}
	for range w.doc.xobjects {
		w.xobjects = append(w.xobjects, w.reserve())
	}
	w.number(w.doc.root)
	if err := w.checkElements(); err != nil {
		return nil, err
	}
	for _, part := range []func() error{w.writeFonts, w.writeXObjects, w.writePages} {
		if err := part(); err != nil {
			return nil, err
		}
	}
	root, err := w.catalog()
	if err != nil {
		return nil, err
	}
	return w.finish(root, w.information()), nil
}

// checkElements refuses what was tagged with elements that are not in the tree: those of another document.
func (w *writer) checkElements() error {
	for i, p := range w.doc.pages {
		elements := slices.Clone(p.tags.ids)
		for _, a := range p.annotations {
			elements = append(elements, a.element)
		}
		if slices.ContainsFunc(elements, func(e *Element) bool { return w.elements[e] == 0 }) {
			return fmt.Errorf("pdf: page %d has an element of another document", i+1)
		}
	}
	return nil
}

func (w *writer) writeFonts() error {
	for _, u := range w.doc.fonts {
		if err := w.writeFont(u); err != nil {
			return err
		}
	}
	for i, f := range w.doc.typed {
		if err := w.writeTyping(w.typed[i], f); err != nil {
			return fmt.Errorf("pdf: font %s: %w", f.Name(), err)
		}
	}
	return nil
}

func (w *writer) writeXObjects() error {
	for i, x := range w.doc.xobjects {
		if x.image != nil {
			w.writeImage(w.xobjects[i], x.image)
			continue
		}
		if len(x.form.saved) > 0 {
			return fmt.Errorf("pdf: a form with %d Save without Restore", len(x.form.saved))
		}
		w.stream(w.xobjects[i], w.form(&x.form.Canvas, x.form.box), x.form.content())
	}
	return nil
}

// form begins the dictionary of a form.
func (w *writer) form(c *Canvas, box Rect) dict {
	d := newDict().name("Type", "XObject").name("Subtype", "Form").box("BBox", box)
	return d.raw("Resources", string(w.resources(c)))
}

func (d dict) box(key string, r Rect) dict { return d.points(key, r.Left, r.Bottom, r.Right, r.Top) }

func (w *writer) resources(c *Canvas) []byte {
	d := newDict()
	if len(c.fonts) > 0 {
		fonts := newDict()
		for _, u := range c.fonts {
			fonts = fonts.ref("F"+strconv.Itoa(u.number), w.font[u])
		}
		d = d.raw("Font", string(fonts.end()))
	}
	if len(c.xobjects) > 0 {
		xobjects := newDict()
		for _, i := range c.xobjects {
			xobjects = xobjects.ref("X"+strconv.Itoa(i+1), w.xobjects[i])
		}
		d = d.raw("XObject", string(xobjects.end()))
	}
	return d.end()
}

// writePages writes the pages with their content and annotations. The page tree is one level deep: its root is the last object.
func (w *writer) writePages() error {
	root := w.reserve()
	for i, p := range w.doc.pages {
		if len(p.saved) > 0 {
			return fmt.Errorf("pdf: page %d has %d Save without Restore", i+1, len(p.saved))
		}
		if err := w.writePage(w.pages[i], root, p); err != nil {
			return fmt.Errorf("pdf: page %d: %w", i+1, err)
		}
	}
	w.put(root, newDict().name("Type", "Pages").int("Count", len(w.pages)).refs("Kids", w.pages).end())
	w.pages = append(w.pages, root)
	return nil
}

func (w *writer) writePage(r, root ref, p *Page) error {
	content := w.reserve()
	w.stream(content, newDict(), p.content())
	media := Rect{0, 0, p.width, p.height}
	d := newDict().name("Type", "Page").ref("Parent", root).box("MediaBox", media)
	if p.Bleed != (Rect{}) {
		d = d.box("BleedBox", p.Bleed)
	}
	if p.Trim != (Rect{}) {
		d = d.box("TrimBox", p.Trim)
	}
	d = d.raw("Resources", string(w.resources(&p.Canvas))).ref("Contents", content).name("Tabs", "S")
	if len(p.tags.ids) > 0 {
		d = d.int("StructParents", w.parentsOf(p.tags.ids))
	}
	if len(p.annotations) > 0 {
		refs, err := w.writeAnnotations(p, r)
		if err != nil {
			return err
		}
		d = d.refs("Annots", refs)
	}
	w.put(r, d.end())
	return nil
}
