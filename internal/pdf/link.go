package pdf

// A place is what a name leads to.
type place struct {
	page *Page
	x, y float64
}

// An annotation is an area of a page that does something: a link, or a field to type in.
type annotation struct {
	page    *Page
	element *Element
	areas   []Rect
	said    string // what a screen reader says
	uri     string
	name    string
	field   *field
	value   string // the state of a box or button when it is on

	ref ref
}

// Name gives a place on the page a name that links and bookmarks lead to; viewers show x, y in the upper left corner. It also
// works from outside, as in handout.pdf#name. A name can be given once.
func (p *Page) Name(name string, x, y float64) {
	if _, taken := p.doc.places[name]; taken || name == "" {
		p.doc.fail("the name %q is given twice, or empty", name)
	}
	if !finite(x) || !finite(y) {
		p.doc.fail("the name %q is at no place", name)
		return
	}
	p.doc.places[name] = place{p, x, y}
}

// LinkTo makes areas of the page lead to a name, which may be given later. e is the Link element that the words of the link are
// tagged with; said tells where it leads, for those who do not see it.
func (p *Page) LinkTo(name string, e *Element, said string, areas ...Rect) {
	p.annotate(&annotation{name: name, element: e, said: said, areas: areas})
}

// LinkURI makes areas of the page lead to an address: "https://…", "tel:…", "mailto:…". It must be ASCII, as addresses are.
func (p *Page) LinkURI(uri string, e *Element, said string, areas ...Rect) {
	if uri == "" || !isASCII(uri) {
		p.doc.fail("a link to %q, which is no address", uri)
	}
	p.annotate(&annotation{uri: uri, element: e, said: said, areas: areas})
}

func (p *Page) annotate(a *annotation) {
	a.page = p
	if len(a.areas) == 0 || a.element == nil {
		p.doc.fail("a link or field needs an area and an element")
		return
	}
	for _, r := range a.areas {
		if !r.real() {
			p.doc.fail("the area %v of a link or field is empty or at no place", r)
		}
	}
	p.annotations = append(p.annotations, a)
	a.element.kids = append(a.element.kids, kid{annotation: a})
}

// real says whether an area has an inside, at a place that can be written.
func (r Rect) real() bool {
	return finite(r.Left) && finite(r.Bottom) && finite(r.Right) && finite(r.Top) && r.Left < r.Right && r.Bottom < r.Top
}

func (r Rect) union(o Rect) Rect {
	return Rect{min(r.Left, o.Left), min(r.Bottom, o.Bottom), max(r.Right, o.Right), max(r.Top, o.Top)}
}
