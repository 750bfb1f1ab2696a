package pdf

import (
	"bytes"
	"errors"
	"image"
	"image/draw"
	"image/png"
)

// NewImage makes an image of pixels that are in memory. What shines through becomes a soft mask; what has no colour is kept as
// greys, so that a printer takes black ink alone.
func NewImage(m image.Image) (*Image, error) {
	b := m.Bounds()
	if b.Empty() {
		return nil, errors.New("it has no pixels")
	}
	if b.Dx() > mostPixels/b.Dy() {
		return nil, errTooManyPixels
	}
	colors, alpha := split(m)
	raster, err := compress(colors)
	if err != nil || alpha == nil {
		return newImage(raster, nil, 1), err
	}
	mask, err := compress(alpha)
	return newImage(raster, &mask, 1), err
}

// compress packs opaque pixels as a PNG file does.
func compress(m image.Image) (raster, error) {
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		return raster{}, err
	}
	f, err := parsePNG(b.Bytes())
	return f.raster(), err
}

// split parts a picture's colours, as if nothing shone through, from how opaque each pixel is; alpha is nil if all are.
func split(m image.Image) (colors image.Image, alpha *image.Gray) {
	switch m := m.(type) {
	case *image.Gray, *image.Gray16:
		return m, nil
	case *image.Paletted:
		if m.Opaque() {
			return m, nil
		}
	case *image.NRGBA64, *image.RGBA64:
		return splitDeep(m)
	}
	b := m.Bounds()
	all, ok := m.(*image.NRGBA)
	if !ok {
		all = image.NewNRGBA(b)
		draw.Draw(all, b, m, b.Min, draw.Src)
	}
	bright, alpha := image.NewGray(b), image.NewGray(b)
	solid := image.NewNRGBA(b)
	isGray, i := true, 0
	for y := b.Min.Y; y < b.Max.Y; y++ {
		row := all.Pix[all.PixOffset(b.Min.X, y):]
		for x := range b.Dx() {
			p := row[4*x : 4*x+4]
			copy(solid.Pix[4*i:], []byte{p[0], p[1], p[2], 0xff})
			bright.Pix[i], alpha.Pix[i] = p[0], p[3]
			isGray = isGray && p[0] == p[1] && p[1] == p[2]
			i++
		}
	}
	colors = solid
	if isGray {
		colors = bright
	}
	if all.Opaque() {
		alpha = nil
	}
	return colors, alpha
}

// splitDeep is split for 16 bits a colour. Of transparency 8 bits will do.
func splitDeep(m image.Image) (colors image.Image, alpha *image.Gray) {
	b := m.Bounds()
	solid := image.NewNRGBA64(b)
	draw.Draw(solid, b, m, b.Min, draw.Src)
	if solid.Opaque() {
		return solid, nil
	}
	alpha = image.NewGray(b)
	for i := range alpha.Pix {
		alpha.Pix[i] = solid.Pix[8*i+6]
		solid.Pix[8*i+6], solid.Pix[8*i+7] = 0xff, 0xff
	}
	return solid, alpha
}
