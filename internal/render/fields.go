package render

import (
	"strconv"

	"github.com/amends-guide/amends/internal/doc"
)

// field writes one thing to fill in. Nothing a reader types goes anywhere: there is no form, and autocomplete is off where one
// types, so that the browser does not keep it either.
func (w *writer) field(n doc.Node) {
	f := &w.text.Fields[n.Number()]
	switch f.Kind {
	case doc.Line:
		w.labelled(f, `<input type="text"`, ">")
	case doc.Lines, doc.Box:
		w.labelled(f, `<textarea rows="`+strconv.Itoa(max(f.Rows, 1))+`"`, "></textarea>")
	case doc.Check:
		w.options(f, "checkbox")
	case doc.Choice:
		w.options(f, "radio")
	case doc.Scale:
		w.scale(f)
	case doc.Grid:
		w.str(`<div class="field">`)
		if !n.Kids().Empty() {
			w.table(n.Kids().First(), f)
		}
		w.help(f)
		w.str("</div>\n")
	}
}

// labelled writes a field that one label names.
func (w *writer) labelled(f *doc.Field, open, end string) {
	w.str(`<div class="field"><label`)
	w.attr("for", "f-"+f.ID)
	w.str(">")
	w.escape(f.Label)
	w.str("</label>")
	w.help(f)
	w.str(open)
	w.attr("id", "f-"+f.ID)
	w.describedBy(f)
	w.str(` autocomplete="off"`)
	w.str(end)
	w.str("</div>\n")
}

func (w *writer) help(f *doc.Field) {
	if f.Help == "" {
		return
	}
	w.str(`<p class="help"`)
	w.attr("id", "f-"+f.ID+"-help")
	w.str(">")
	w.escape(f.Help)
	w.str("</p>")
}

func (w *writer) describedBy(f *doc.Field) {
	if f.Help != "" {
		w.attr("aria-describedby", "f-"+f.ID+"-help")
	}
}

// fieldset opens a group of controls that a legend names.
func (w *writer) fieldset(f *doc.Field, class string) {
	w.str("<fieldset")
	w.attr("class", class)
	w.describedBy(f)
	w.str(">")
	if f.Label != "" {
		w.str("<legend>")
		w.escape(f.Label)
		w.str("</legend>")
	}
	w.help(f)
}

func (w *writer) options(f *doc.Field, kind string) {
	w.fieldset(f, "field options")
	for _, option := range f.Options {
		w.control(kind, f.ID)
		w.escape(option)
		w.str("</span></label>")
	}
	w.str("</fieldset>\n")
}

// control opens the label of one box or button to tick; its words follow.
func (w *writer) control(kind, name string) {
	w.str(`<label><input type="` + kind + `"`)
	if kind == "radio" {
		w.attr("name", "f-"+name)
	}
	w.str("><span>") // autocomplete belongs to what is typed; HTML allows it on no box
}

func (w *writer) scale(f *doc.Field) {
	w.fieldset(f, "field scale")
	w.str(`<div class="points">`)
	for point := f.Min; point <= f.Max; point++ {
		w.control("radio", f.ID)
		w.int(point)
		w.end(point == f.Min, f.LowEnd)
		w.end(point == f.Max, f.HighEnd)
		w.str("</span></label>")
	}
	w.str("</div></fieldset>\n")
}

// end writes what one end of a scale means.
func (w *writer) end(here bool, meaning string) {
	if here && meaning != "" {
		w.str(" <small>")
		w.escape(meaning)
		w.str("</small>")
	}
}
