package pdf

import (
	"slices"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// A Field is a place to fill in, on screen; on paper it shows what was filled in. Draw its lines and boxes on the page beneath it.
type Field struct {
	Name    string   // in the data of the form; one for each field, without a full stop
	Tip     string   // what is to be filled in, in words: shown beside the pointer and read to those who do not see
	Element *Element // a Form
	Area    Rect
}

// Typing is how typed text looks.
type Typing struct {
	Font  *Font // of TrueType outlines; it is embedded with the characters of western Europe, for viewers to write in
	Size  float64
	Color Color
}

// A field is what a form's data have under one name; it stands in one place or, if its buttons exclude each other, in several.
type field struct {
	kind    string // FT
	flags   int    // Ff
	name    string
	tip     string
	value   string
	options []string
	typing  *typedIn
	places  []*annotation
}

// Flags of fields (ISO 32000-1, 12.7.4).
const (
	flagMultiline = 1 << 12
	flagRadio     = 1 << 15
	flagCombo     = 1 << 17
)

// TextField adds a field to type in: a line, or several lines that viewers wrap. Value is what stands in it at first; its line
// ends are kept, and it must be in the characters of western Europe (Windows-1252).
func (p *Page) TextField(f Field, typing Typing, lines bool, value string) {
	flags := 0
	if lines {
		flags = flagMultiline
	}
	p.field(f, &field{kind: "Tx", flags: flags, value: value, typing: p.doc.typedIn(typing, value)}, "")
}

// CheckBox adds a box to tick.
func (p *Page) CheckBox(f Field, ticked bool) {
	p.field(f, &field{kind: "Btn", value: pick(ticked, onState, offState)}, onState)
}

// Choice adds a list that opens to choose one option of. Value is the one chosen at first, or empty. The characters are those of
// TextField.
func (p *Page) Choice(f Field, typing Typing, options []string, value string) {
	if value != "" && !slices.Contains(options, value) {
		p.doc.fail("the field %q has no option %q", f.Name, value)
	}
	typed := p.doc.typedIn(typing, append([]string{value}, options...)...)
	p.field(f, &field{kind: "Ch", flags: flagCombo, value: value, options: options, typing: typed}, "")
}

// Radio is buttons of which at most one is on. Name and Tip are those of the whole.
type Radio struct {
	doc   *Document
	field *field
}

// AddRadio starts a group of buttons; value is the one that is on at first, or empty.
func (d *Document) AddRadio(name, tip, value string) *Radio {
	r := &Radio{d, &field{kind: "Btn", flags: flagRadio, name: name, tip: tip, value: pick(value == "", offState, value)}}
	d.addField(r.field)
	return r
}

// RadioButton adds a button to a group, which has that value when the button is on. The field's Tip is this button's; its Name is
// the value.
func (p *Page) RadioButton(r *Radio, f Field) {
	taken := slices.ContainsFunc(r.field.places, func(a *annotation) bool { return a.value == f.Name })
	if r.doc != p.doc || taken || f.Name == "" || f.Name == offState {
		p.doc.fail("the group %q cannot have a button of the value %q", r.field.name, f.Name)
	}
	p.place(f, r.field, f.Name)
}

const (
	onState  = "Yes"
	offState = "Off" // by ISO 32000-1, 12.7.4.2.3
)

func (p *Page) field(f Field, what *field, value string) {
	what.name, what.tip = f.Name, f.Tip
	p.doc.addField(what)
	p.place(f, what, value)
}

func (d *Document) addField(f *field) {
	same := func(other *field) bool { return other.name == f.name }
	if f.name == "" || strings.Contains(f.name, ".") || slices.ContainsFunc(d.fields, same) {
		d.fail("the name %q of a field is given twice, empty, or has a full stop", f.name)
	}
	d.fields = append(d.fields, f)
}

func (p *Page) place(f Field, what *field, value string) {
	a := &annotation{element: f.Element, areas: []Rect{f.Area}, said: f.Tip, field: what, value: value}
	what.places = append(what.places, a)
	p.annotate(a)
}

// A typedIn is a typing whose font the document knows.
type typedIn struct {
	Typing
	number int // of the font, among those to type in
}

func (d *Document) typedIn(t Typing, texts ...string) *typedIn {
	if t.Font == nil || t.Font.font.IsCFF || !(t.Size >= 1) || !finite(t.Size) {
		d.fail("fields need a font of TrueType outlines, of size 1 at least")
		return nil
	}
	for _, text := range texts {
		if _, ok := windows1252(text); !ok {
			d.fail("a field can only hold characters of western Europe at first, not %q", text)
		}
	}
	n := slices.Index(d.typed, t.Font)
	if n < 0 {
		n = len(d.typed)
		d.typed = append(d.typed, t.Font)
	}
	return &typedIn{t, n + 1}
}

// windows1252 writes a text in the encoding of simple fonts; ok is false where it cannot.
func windows1252(text string) (b []byte, ok bool) {
	for _, r := range text {
		c, ok := charmap.Windows1252.EncodeRune(r)
		if !ok {
			return nil, false
		}
		b = append(b, c)
	}
	return b, true
}
