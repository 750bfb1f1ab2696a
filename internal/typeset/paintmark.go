package typeset

import "github.com/amends-guide/amends/internal/pdf"

// says makes a text of what is drawn: the words of a glyph that leaves no ink.
func (p *painter) says(text string, style *Style, x, baseline float64) {
	p.page.Text(x, p.height-baseline, pdf.Run{Font: style.Family.Regular.pdf, Size: style.Size, Color: style.Color, Glyphs: []pdf.Glyph{{ID: pdf.Blank, Text: text}}})
}

// tickBox is an empty box that stands on a baseline.
func (p *painter) tickBox(x, baseline, size float64, color pdf.Color) {
	pen := pdf.Pen{Width: max(0.6, size/14), Color: color}
	in := pen.Width / 2
	p.page.Stroke(outline(p.rect(x+in, baseline-size+in+size*0.08, x+size-in, baseline-in+size*0.08), size/8), pen)
}

// tick is the mark in a box.
func (p *painter) tick(x, baseline, size float64, color pdf.Color) {
	y := p.height - baseline - size*0.08
	var mark pdf.Path
	mark.MoveTo(x+size*0.22, y+size*0.5)
	mark.LineTo(x+size*0.42, y+size*0.26)
	mark.LineTo(x+size*0.8, y+size*0.76)
	p.page.Stroke(mark, pdf.Pen{Width: size / 8, Color: color, Cap: pdf.Round})
}

// ring is an empty circle that stands on a baseline.
func (p *painter) ring(x, baseline, size float64, color pdf.Color) {
	pen := pdf.Pen{Width: max(0.6, size/14), Color: color}
	p.page.Stroke(pdf.Circle(x+size/2, p.height-baseline+size*0.42, (size-pen.Width)/2), pen)
}

// tickSize is how large boxes to tick are beside text of a style.
func tickSize(style *Style) float64 { return max(9, style.Size*0.85) }
