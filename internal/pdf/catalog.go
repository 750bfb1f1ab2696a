package pdf

// catalog writes the root of all objects.
func (w *writer) catalog() (ref, error) {
	info := w.doc.info
	root := w.pages[len(w.pages)-1]
	d := newDict().name("Type", "Catalog").ref("Pages", root).text("Lang", info.Lang)
	d = d.raw("MarkInfo", "<</Marked true>>").ref("StructTreeRoot", w.writeTree())
	d = d.raw("ViewerPreferences", string(w.viewer())).ref("Metadata", w.metadata())
	if len(w.doc.places) > 0 {
		d = d.raw("Names", string(newDict().ref("Dests", w.writePlaces()).end()))
	}
	if len(w.doc.bookmarks) > 0 {
		outline, err := w.writeOutline()
		if err != nil {
			return 0, err
		}
		d = d.ref("Outlines", outline)
	}
	if len(w.doc.fields) > 0 {
		form, err := w.writeForm()
		if err != nil {
			return 0, err
		}
		d = d.ref("AcroForm", form)
	}
	if w.doc.labelled() {
		d = d.raw("PageLabels", string(w.pageLabels()))
	}
	return w.add(d.end()), nil
}

func (w *writer) viewer() []byte {
	d := newDict().raw("DisplayDocTitle", "true")
	if w.doc.info.NoScaling {
		d = d.name("PrintScaling", "None")
	}
	if w.doc.info.Duplex != "" {
		d = d.name("Duplex", string(w.doc.info.Duplex))
	}
	return d.end()
}
