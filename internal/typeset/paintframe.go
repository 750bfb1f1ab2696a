package typeset

import "github.com/amends-guide/amends/internal/pdf"

// surround draws a frame.
func (p *painter) surround(f framed, x float64, rtl bool) {
	if f.bottom <= f.top {
		return
	}
	p.decorate()
	left, right := x+f.left, x+f.left+f.width
	if f.Fill != nil {
		area := p.rect(left, f.top, right, f.bottom)
		p.page.Fill(pick(f.continued && f.continues, area.Path(), f.outline(area)), *f.Fill)
	}
	if f.Border > 0 {
		in := f.Border / 2
		p.page.Stroke(f.outline(p.rect(left+in, f.top+in, right-in, f.bottom-in)), pdf.Pen{Width: f.Border, Color: f.Line})
	}
	if f.Bar > 0 {
		at := left + f.Bar/2
		if rtl {
			at = right - f.Bar/2
		}
		p.rule(at, f.top, at, f.bottom, pdf.Pen{Width: f.Bar, Color: f.Line})
	}
}

// outline is the way around a frame, open where it goes on on another page.
func (f framed) outline(r pdf.Rect) pdf.Path {
	if !f.continued && !f.continues {
		return outline(r, f.Radius)
	}
	var p pdf.Path
	radius := min(f.Radius, (r.Right-r.Left)/2, r.Top-r.Bottom)
	end, corner, toward := r.Bottom, r.Top, -radius // the open end, the other, and which way it is from there
	if f.continued {
		end, corner, toward = r.Top, r.Bottom, radius
	}
	p.MoveTo(r.Left, end)
	if f.continued && f.continues {
		p.LineTo(r.Left, corner)
		p.MoveTo(r.Right, corner)
		p.LineTo(r.Right, end)
		return p
	}
	const near = 1 - 0.5522847498 // of a quarter circle
	p.LineTo(r.Left, corner+toward)
	p.CurveTo(r.Left, corner+toward*near, r.Left+radius*near, corner, r.Left+radius, corner)
	p.LineTo(r.Right-radius, corner)
	p.CurveTo(r.Right-radius*near, corner, r.Right, corner+toward*near, r.Right, corner+toward)
	p.LineTo(r.Right, end)
	return p
}

// outline is a rectangle, with round corners if there is room for them.
func outline(r pdf.Rect, radius float64) pdf.Path {
	radius = min(radius, (r.Right-r.Left)/2, (r.Top-r.Bottom)/2)
	if radius <= 0 {
		return r.Path()
	}
	return r.Rounded(radius)
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
