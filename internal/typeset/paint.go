package typeset

import (
	"github.com/amends-guide/amends/internal/pdf"
)

// A painter draws on one page. Its places are counted from the upper left corner, y downwards.
type painter struct {
	layout   *layout
	doc      *pdf.Document
	page     *pdf.Page
	height   float64      // of the page
	artifact pdf.Artifact // what is drawn is decoration; "": it is tagged
	turn     *pdf.Matrix  // what is drawn is turned
	fillable bool
	places   map[string]int // the page of each destination so far, from 1
	radios   map[string]*pdf.Radio
	links    []*link     // of this page, whose areas are still being gathered
	glyphs   []pdf.Glyph // scratch
	parts    []part      // scratch
}

// A link is where the words of a Link node lead, and where on the page they stand so far.
type link struct {
	uri, name, said string
	node            *node
	areas           []pdf.Rect
}

// tag makes all that is drawn from now on belong to a node. Words that would lead to what is not in the document are words.
func (p *painter) tag(n *node) {
	if p.artifact != "" {
		p.page.Artifact(p.artifact)
		return
	}
	if n.link != nil && !p.leads(n.link) {
		n = n.parent
	}
	p.page.Tag(n.in(p.doc))
}

// leads says whether there is what a link leads to.
func (p *painter) leads(l *link) bool {
	_, ok := p.layout.now.labels[l.name]
	return ok || l.uri != ""
}

// decorate makes all that is drawn from now on decoration.
func (p *painter) decorate() {
	if p.artifact != "" {
		p.page.Artifact(p.artifact)
	} else {
		p.page.Artifact(pdf.Layout)
	}
}

// area is a rectangle in the page's own places.
func (p *painter) area(left, top, right, bottom float64) pdf.Rect {
	r := p.rect(left, top, right, bottom)
	if m := p.turn; m != nil {
		x1, y1 := m.A*r.Left+m.C*r.Bottom+m.E, m.B*r.Left+m.D*r.Bottom+m.F
		x2, y2 := m.A*r.Right+m.C*r.Top+m.E, m.B*r.Right+m.D*r.Top+m.F
		r = pdf.Rect{Left: min(x1, x2), Bottom: min(y1, y2), Right: max(x1, x2), Top: max(y1, y2)}
	}
	return r
}

// rect is a rectangle to draw: [painter.area] before any turn, which the canvas does by itself.
func (p *painter) rect(left, top, right, bottom float64) pdf.Rect {
	return pdf.Rect{Left: left, Bottom: p.height - bottom, Right: right, Top: p.height - top}
}

// rule draws a straight line.
func (p *painter) rule(x1, y1, x2, y2 float64, pen pdf.Pen) {
	p.page.Stroke(pdf.Line(x1, p.height-y1, x2, p.height-y2), pen)
}

// gather adds an area to a link of the page.
func (p *painter) gather(n *node, area pdf.Rect) {
	if n.link == nil || p.artifact != "" || !p.leads(n.link) || empty(area) {
		return
	}
	if len(n.link.areas) == 0 {
		n.link.node = n
		p.links = append(p.links, n.link)
	}
	n.link.areas = append(n.link.areas, area)
}

func empty(r pdf.Rect) bool { return r.Right-r.Left < slop || r.Top-r.Bottom < slop }

// endPage writes the page's links.
func (p *painter) endPage() {
	for _, l := range p.links {
		if l.uri != "" {
			p.page.LinkURI(l.uri, l.node.in(p.doc), l.said, l.areas...)
		} else {
			p.page.LinkTo(l.name, l.node.in(p.doc), l.said, l.areas...)
		}
		l.areas = nil
	}
	p.links = p.links[:0]
}
