package typeset

import "github.com/amends-guide/amends/internal/pdf"

// frames draws what is around and beside slabs, the outer frames first.
func (p *painter) frames(slabs []placed, x float64, rtl bool) {
	seen := map[*frame]bool{}
	for i := range slabs {
		var fresh []*frame
		for f := slabs[i].frame; f != nil && !seen[f]; f = f.outer {
			seen[f] = true
			fresh = append(fresh, f)
		}
		for k := len(fresh) - 1; k >= 0; k-- {
			last := i
			for last+1 < len(slabs) && slabs[last+1].frame.within(fresh[k]) {
				last++
			}
			p.surround(framedFrom(fresh[k], &slabs[i], &slabs[last]), x, rtl)
		}
	}
}

// A framed is the part of a frame that stands on one page.
type framed struct {
	*frame
	top, bottom          float64
	continued, continues bool // it goes on from the page before, or on the next
}

// beyond is how far a frame that is cut by a page's end reaches beyond its words.
const beyond = 3

// framedFrom is the part of a frame from one slab to another.
func framedFrom(f *frame, first, last *placed) framed {
	cut := framed{f, first.y, last.y + last.height, !(first.frame == f && first.edge == upperEdge), !(last.frame == f && last.edge == lowerEdge)}
	if cut.continued {
		cut.top -= beyond
	}
	if cut.continues {
		cut.bottom += beyond
	}
	return cut
}

// within says whether a frame is another one or stands in it.
func (f *frame) within(other *frame) bool {
	for ; f != nil; f = f.outer {
		if f == other {
			return true
		}
	}
	return false
}

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
