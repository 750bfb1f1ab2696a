package typeset

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/amends-guide/amends/internal/pdf"
)

// typing is how typed text looks. Viewers write with the whole font, so it must be one of TrueType outlines.
func (p *painter) typing() pdf.Typing {
	return pdf.Typing{Font: Sans().Regular.pdf, Size: cmp.Or(p.layout.doc.Typing, 11)}
}

// typed makes an area a field to type in, if the document is to be filled in on screen.
func (p *painter) typed(f Field, n *node, left, top, right, bottom float64, lines bool) {
	if p.fillable && f.Name != "" && p.artifact == "" && right-left > 1 && bottom-top > 1 {
		p.page.TextField(p.field(f, n, left, top, right, bottom), p.typing(), lines, "")
	}
}

// option makes a square a box to tick or, if only one of its field can be, a button.
func (p *painter) option(f Field, n *node, one bool, i int, says string, x, y, size float64) {
	if !p.fillable || f.Name == "" || p.artifact != "" {
		return
	}
	place := p.field(Field{fmt.Sprintf("%s-%d", f.Name, i+1), says}, n, x, y, x+size, y+size)
	if !one {
		p.page.CheckBox(place, false)
		return
	}
	radio := p.radios[f.Name]
	if radio == nil {
		radio = p.doc.AddRadio(fieldName(f.Name), f.Tip, "")
		p.radios[f.Name] = radio
	}
	p.page.RadioButton(radio, place)
}

// field is a field at its place on the page.
func (p *painter) field(f Field, n *node, left, top, right, bottom float64) pdf.Field {
	return pdf.Field{Name: fieldName(f.Name), Tip: f.Tip, Element: n.in(p.doc), Area: p.area(left, top, right, bottom)}
}

// fieldName is a name as files can have it: full stops part names (ISO 32000-1, 12.7.3.2).
func fieldName(name string) string { return strings.ReplaceAll(name, ".", "-") }
