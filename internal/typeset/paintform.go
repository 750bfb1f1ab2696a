package typeset

import "github.com/amends-guide/amends/internal/pdf"

// typed makes an area a field to type in.
func (p *painter) typed(f Field, n *node, left, top, right, bottom float64, lines bool) {
}

// option makes a square a box to tick or, if only one of its field can be, a button.
func (p *painter) option(f Field, n *node, one bool, i int, says string, x, y, size float64, color pdf.Color) {
}
