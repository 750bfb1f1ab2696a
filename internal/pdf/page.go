package pdf

// A Page is drawn on through its [Canvas].
type Page struct {
	Canvas

	// Trim is what remains when the sheet has been cut, Bleed how far ink may reach beyond it; both empty: the whole page.
	Trim, Bleed Rect

	width, height float64
	annotations   []*annotation
	index         int
}

// AddPage adds a page of that size at the end. Until the first [Page.Tag] or [Page.Artifact] what is drawn belongs to nothing, and
// the file cannot be PDF/UA-1.
func (d *Document) AddPage(width, height float64) *Page {
	p := &Page{width: width, height: height, index: len(d.pages)}
	if !(width >= 3 && height >= 3 && width <= 14_400 && height <= 14_400) { // ISO 32000-1, Annex C
		d.fail("a page of %v by %v points", width, height)
		p.width, p.height = 3, 3
	}
	p.doc, p.tags = d, &tags{page: p}
	p.state = state{fill: &Color{}, stroke: &Color{}, pen: &Pen{Width: 1}} // ISO 32000-1, 8.4.1
	d.pages = append(d.pages, p)
	return p
}

// Size is the page's width and height.
func (p *Page) Size() (width, height float64) { return p.width, p.height }

// A Form is a drawing made once and used in many places: a logo, a card's back.
type Form struct {
	Canvas
	box   Rect
	index int // in the document's xobjects
}

// AddForm adds a form; what is drawn outside its box does not show.
func (d *Document) AddForm(box Rect) *Form {
	f := &Form{box: box, index: len(d.xobjects)}
	f.doc = d
	d.xobjects = append(d.xobjects, xobject{form: f})
	return f
}

// Draw draws a form, its places mapped by m. It belongs as a whole to the element that is tagged.
func (c *Canvas) Draw(f *Form, m Matrix) {
	if f.doc != c.doc || c == &f.Canvas {
		c.doc.fail("a form of another document, or within itself")
		return
	}
	c.use(f.index, m)
}

// Picture draws a picture to fill the area.
func (c *Canvas) Picture(m *Image, area Rect) {
	i := c.doc.imageOf[m]
	if i == 0 {
		c.doc.xobjects = append(c.doc.xobjects, xobject{image: m})
		i = len(c.doc.xobjects)
		c.doc.imageOf[m] = i
	}
	c.use(i-1, m.turn.onto(area))
}
