package pdf

import (
	"bytes"
	"errors"
	"slices"
	"strconv"
)

// An Image is a picture that documents can show.
type Image struct {
	Width, Height int // as shown, in pixels

	turn  turn
	color raster
	alpha *raster // nil: nothing shines through
}

// A raster is pixels as a PDF holds them.
type raster struct {
	width, height int
	entries       dict // of the stream's dictionary, without size and length
	data          []byte
}

// mostPixels keeps a small file from taking all memory when it is unpacked.
const mostPixels = 50_000_000

var errTooManyPixels = errors.New("it has more than 50 million pixels")

// ParseImage reads a JPEG or PNG file; a JPEG is used as it is, and turned as its camera noted. The error says what is wrong with it,
// beginning in the middle of a sentence. The image uses data from then on.
func ParseImage(data []byte) (*Image, error) {
	if bytes.HasPrefix(data, pngSignature) {
		return readPNG(data)
	}
	return readJPEG(data)
}

func newImage(color raster, alpha *raster, t turn) *Image {
	m := &Image{color.width, color.height, t, color, alpha}
	if t >= 5 {
		m.Width, m.Height = m.Height, m.Width
	}
	return m
}

// A turn is how the stored pixels must be turned to be upright, as EXIF counts them: 1 to 8, 0 as 1.
type turn int

// onto is the matrix from the unit square of the stored pixels to an area of the page.
func (t turn) onto(r Rect) Matrix {
	w, h := r.Right-r.Left, r.Top-r.Bottom
	switch t {
	case 2: // mirrored left to right
		return Matrix{-w, 0, 0, h, r.Right, r.Bottom}
	case 3: // upside down
		return Matrix{-w, 0, 0, -h, r.Right, r.Top}
	case 4: // mirrored top to bottom
		return Matrix{w, 0, 0, -h, r.Left, r.Top}
	case 5: // rows are columns
		return Matrix{0, -h, -w, 0, r.Right, r.Top}
	case 6: // to be turned clockwise
		return Matrix{0, -h, w, 0, r.Left, r.Top}
	case 7: // rows are columns, and mirrored
		return Matrix{0, h, w, 0, r.Left, r.Bottom}
	case 8: // to be turned counter-clockwise
		return Matrix{0, h, -w, 0, r.Right, r.Bottom}
	}
	return Matrix{w, 0, 0, h, r.Left, r.Bottom}
}

// An xobject is a form or an image.
type xobject struct {
	form  *Form
	image *Image
}

// use draws the i-th xobject of the document.
func (c *Canvas) use(i int, m Matrix) {
	c.paint()
	if !slices.Contains(c.xobjects, i) {
		c.xobjects = append(c.xobjects, i)
	}
	c.ops = append(c.ops, "q\n"...)
	c.Transform(m)
	c.ops = append(strconv.AppendInt(append(c.ops, "/X"...), int64(i+1), 10), " Do\nQ\n"...)
}

// writeImage writes an image and its transparency.
func (w *writer) writeImage(r ref, m *Image) {
	d := m.color.dict()
	if m.alpha != nil {
		mask := w.reserve()
		w.verbatim(mask, m.alpha.dict(), m.alpha.data)
		d = d.ref("SMask", mask)
	}
	w.verbatim(r, d, m.color.data)
}

func (r raster) dict() dict {
	d := newDict().name("Type", "XObject").name("Subtype", "Image").int("Width", r.width).int("Height", r.height)
	return append(d, r.entries...)
}
