package pdf

// A Path is lines and curves, to be painted by [Canvas.Fill], [Canvas.Stroke] or [Canvas.Clip] as often as one likes.
type Path struct {
	EvenOdd bool // inside is what a ray out of it crosses an odd number of times, instead of what it winds around

	ops     []byte
	drawing bool // there is a point to go on from
	broken  bool // a number that cannot be written, or a line from nowhere
}

// MoveTo starts a new part of the path.
func (p *Path) MoveTo(x, y float64) { p.drawing = true; p.op('m', x, y) }

// LineTo goes on with a straight line.
func (p *Path) LineTo(x, y float64) { p.on('l', x, y) }

// CurveTo goes on with a cubic Bézier curve to x, y.
func (p *Path) CurveTo(x1, y1, x2, y2, x, y float64) { p.on('c', x1, y1, x2, y2, x, y) }

// Close goes back to where the part began.
func (p *Path) Close() { p.on('h') }

func (p *Path) on(op byte, vs ...float64) {
	p.broken = p.broken || !p.drawing
	p.op(op, vs...)
}

func (p *Path) op(op byte, vs ...float64) {
	for _, v := range vs {
		p.broken = p.broken || !finite(v)
	}
	if p.broken {
		return
	}
	for _, v := range vs {
		p.ops = append(appendPoint(p.ops, v), ' ')
	}
	p.ops = append(p.ops, op, '\n')
}

// A Rect is an area with its sides parallel to the page's.
type Rect struct{ Left, Bottom, Right, Top float64 }

// Line is a path of one straight line.
func Line(x1, y1, x2, y2 float64) Path {
	var p Path
	p.MoveTo(x1, y1)
	p.LineTo(x2, y2)
	return p
}

// Path is the outline of the area.
func (r Rect) Path() Path {
	p := Line(r.Left, r.Bottom, r.Right, r.Bottom)
	p.LineTo(r.Right, r.Top)
	p.LineTo(r.Left, r.Top)
	p.Close()
	return p
}

// arc is how far the control points of a Bézier curve lie from the ends of a quarter circle of radius 1.
const arc = 0.5522847498

// Rounded is the outline of the area with round corners.
func (r Rect) Rounded(radius float64) Path {
	var p Path
	near := radius * (1 - arc)
	p.MoveTo(r.Left+radius, r.Bottom)
	p.LineTo(r.Right-radius, r.Bottom)
	p.CurveTo(r.Right-near, r.Bottom, r.Right, r.Bottom+near, r.Right, r.Bottom+radius)
	p.LineTo(r.Right, r.Top-radius)
	p.CurveTo(r.Right, r.Top-near, r.Right-near, r.Top, r.Right-radius, r.Top)
	p.LineTo(r.Left+radius, r.Top)
	p.CurveTo(r.Left+near, r.Top, r.Left, r.Top-near, r.Left, r.Top-radius)
	p.LineTo(r.Left, r.Bottom+radius)
	p.CurveTo(r.Left, r.Bottom+near, r.Left+near, r.Bottom, r.Left+radius, r.Bottom)
	p.Close()
	return p
}

// Circle is the outline of a circle.
func Circle(x, y, radius float64) Path {
	return Rect{x - radius, y - radius, x + radius, y + radius}.Rounded(radius)
}

// Color is a grey or a colour of the screen; the zero Color is black.
type Color struct {
	rgb     bool
	r, g, b float64 // grey: r alone
}

// Gray returns a grey from 0, black, to 1, white.
func Gray(v float64) Color { return Color{r: v} }

// RGB returns a colour of red, green and blue from 0 to 1. It is not tied to any screen or printer (DeviceRGB).
func RGB(r, g, b float64) Color { return Color{true, r, g, b} }

// components are the numbers of a colour as an operator takes them.
func (c Color) components() []float64 {
	if c.rgb {
		return []float64{c.r, c.g, c.b}
	}
	return []float64{c.r}
}

// A Matrix maps x, y to A·x + C·y + E, B·x + D·y + F.
type Matrix struct{ A, B, C, D, E, F float64 }

// Translate returns the matrix that moves by x, y.
func Translate(x, y float64) Matrix { return Matrix{1, 0, 0, 1, x, y} }

// HalfTurn returns the matrix that turns by 180° and then moves by x, y.
func HalfTurn(x, y float64) Matrix { return Matrix{-1, 0, 0, -1, x, y} }
