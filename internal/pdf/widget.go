package pdf

import (
	"bytes"
	"fmt"
	"strconv"
)

// writeForm writes what the fields share (ISO 32000-1, 12.7.2), after the pages and their widgets.
func (w *writer) writeForm() (ref, error) {
	var fields []ref
	for _, f := range w.doc.fields {
		if f.flags&flagRadio == 0 {
			fields = append(fields, f.places[0].ref)
			continue
		}
		if len(f.places) == 0 {
			return 0, fmt.Errorf("pdf: the group %q has no button", f.name)
		}
		var kids []ref
		for _, a := range f.places {
			kids = append(kids, a.ref)
		}
		fields = append(fields, w.group(f))
		w.put(w.group(f), f.entries(newDict()).refs("Kids", kids).end())
	}
	d := newDict().refs("Fields", fields)
	if len(w.doc.typed) > 0 {
		d = d.raw("DR", string(w.typingFonts())).text("DA", "/T1 12 Tf 0 g")
	}
	return w.add(d.end()), nil
}

// typingFonts is the resources of fields.
func (w *writer) typingFonts() []byte {
	fonts := newDict()
	for i, r := range w.typed {
		fonts = fonts.ref("T"+strconv.Itoa(i+1), r)
	}
	return newDict().raw("Font", string(fonts.end())).end()
}

// entries are those of a field, apart from where it stands.
func (f *field) entries(d dict) dict {
	d = d.name("FT", f.kind).text("T", f.name)
	if f.flags != 0 {
		d = d.int("Ff", f.flags)
	}
	if f.tip != "" {
		d = d.text("TU", f.tip)
	}
	switch {
	case f.kind == "Btn":
		d = d.name("V", f.value)
	case f.value != "":
		d = d.text("V", f.value)
	}
	if f.typing != nil {
		d = d.text("DA", f.typing.operators())
	}
	if len(f.options) > 0 {
		d = append(appendName(d, "Opt"), '[')
		for _, option := range f.options {
			d = appendText(d, option)
		}
		d = append(d, ']')
	}
	return d
}

// operators set font and colour.
func (t *typedIn) operators() string {
	b := append(strconv.AppendInt([]byte("/T"), int64(t.number), 10), ' ')
	b = append(appendNumber(b, t.Size), " Tf "...)
	b = append(appendNumbers(b, t.Color.components()...), ' ')
	return string(b) + pick(t.Color.rgb, "rg", "g")
}

// widget begins the annotation of a field.
func (w *writer) widget(a *annotation) dict {
	f, area := a.field, a.areas[0]
	d := newDict().name("Subtype", "Widget").box("Rect", area)
	if f.flags&flagRadio == 0 {
		d = f.entries(d)
	} else {
		d = d.ref("Parent", w.group(f)).text("TU", a.said)
	}
	box := Rect{0, 0, area.Right - area.Left, area.Top - area.Bottom}
	if f.kind != "Btn" {
		return d.raw("AP", string(newDict().ref("N", w.appearance(box, f.typed(box))).end()))
	}
	mark := tick(box)
	if f.flags&flagRadio != 0 {
		mark = dot(box)
	}
	states := newDict().ref(a.value, w.appearance(box, mark)).ref(offState, w.appearance(box, nil))
	d = d.name("AS", pick(f.value == a.value, a.value, offState))
	return d.raw("AP", string(newDict().raw("N", string(states.end())).end()))
}

// group is the object of the field that several buttons share.
func (w *writer) group(f *field) ref {
	if w.groups[f] == 0 {
		w.groups[f] = w.reserve()
	}
	return w.groups[f]
}

// appearance writes a form that shows a field.
func (w *writer) appearance(box Rect, ops []byte) ref {
	r := w.reserve()
	d := newDict().name("Type", "XObject").name("Subtype", "Form").box("BBox", box)
	if len(w.typed) > 0 {
		d = d.raw("Resources", string(w.typingFonts()))
	}
	w.stream(r, d, ops)
	return r
}

// typed shows the value as viewers show what is typed: from the top left if there are several lines, else in the middle of the
// height.
func (f *field) typed(box Rect) []byte {
	b := []byte("/Tx BMC\n")
	if f.value != "" {
		t := f.typing
		const margin = 2
		em := t.Size / float64(t.Font.font.UnitsPerEm)
		ascent, descent := em*float64(t.Font.font.Ascent), em*float64(t.Font.font.Descent)
		y := (box.Top - ascent - descent) / 2
		if f.flags&flagMultiline != 0 {
			y = box.Top - margin - ascent
		}
		b = append(append(b, "q BT\n"...), t.operators()...)
		b = append(appendNumbers(append(b, ' '), margin, y), " Td "...)
		b = append(appendNumber(b, ascent-descent), " TL\n"...)
		text, _ := windows1252(f.value)
		b = appendLines(b, text)
		b = append(b, "ET Q\n"...)
	}
	return append(b, "EMC\n"...)
}

// appendLines shows lines of text one below the other.
func appendLines(b, text []byte) []byte {
	for i, line := range bytes.Split(text, []byte("\n")) {
		if i > 0 {
			b = append(b, "T* "...)
		}
		b = append(appendLiteral(b, line), " Tj\n"...)
	}
	return b
}

// tick draws what stands in a box that is ticked.
func tick(box Rect) []byte {
	side := min(box.Right, box.Top)
	var p Path
	p.MoveTo(box.Right/2-side*.28, box.Top/2-side*.02)
	p.LineTo(box.Right/2-side*.08, box.Top/2-side*.24)
	p.LineTo(box.Right/2+side*.30, box.Top/2+side*.26)
	return append(append(appendNumber([]byte("1 J 1 j "), side*.12), " w\n"...), append(p.ops, "S\n"...)...)
}

// dot draws what stands in a button that is on.
func dot(box Rect) []byte {
	return append(Circle(box.Right/2, box.Top/2, min(box.Right, box.Top)*.25).ops, "f\n"...)
}
