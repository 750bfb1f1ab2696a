package pdf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image/png"
)

// The pixels of a PNG file can stand in a PDF as they are, filtered and compressed, if they are not interlaced and nothing shines
// through (ISO 32000-1, 7.4.4.4). Whatever else there is, we decode, part colours from transparency, and write both as PNG files
// of their own whose pixels can.

var pngSignature = []byte("\x89PNG\r\n\x1a\n")

// pngFile is the parts of a PNG file that say what a PDF must know.
type pngFile struct {
	width, height   int
	depth, color    byte
	interlaced      bool
	palette, pixels []byte
	transparent     bool
}

// Kinds of colour in PNG files.
const (
	pngGray    = 0
	pngRGB     = 2
	pngPalette = 3
)

// readPNG makes an image of a PNG file.
func readPNG(data []byte) (*Image, error) {
	config, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("it is no whole PNG file: %w", err)
	}
	if config.Width*config.Height > mostPixels {
		return nil, errTooManyPixels
	}
	m, err := png.Decode(bytes.NewReader(data)) // also where the pixels are then taken as they are: a viewer must be able to
	if err != nil {
		return nil, fmt.Errorf("it is no whole PNG file: %w", err)
	}
	f, err := parsePNG(data)
	if err != nil {
		return nil, err
	}
	if f.interlaced || f.transparent || f.color != pngGray && f.color != pngRGB && f.color != pngPalette {
		return NewImage(m)
	}
	return newImage(f.raster(), nil, 1), nil
}

// parsePNG reads the chunks of a file that the decoder took.
func parsePNG(data []byte) (f pngFile, err error) {
	for at := len(pngSignature); at+12 <= len(data); {
		size := int(binary.BigEndian.Uint32(data[at:]))
		if size < 0 || at+12+size > len(data) {
			break
		}
		kind, body := string(data[at+4:at+8]), data[at+8:at+8+size]
		switch {
		case kind == "IHDR" && size == 13:
			f.width, f.height = int(binary.BigEndian.Uint32(body)), int(binary.BigEndian.Uint32(body[4:]))
			f.depth, f.color, f.interlaced = body[8], body[9], body[12] != 0
		case kind == "PLTE":
			f.palette = body
		case kind == "tRNS":
			f.transparent = true
		case kind == "IDAT":
			f.pixels = append(f.pixels, body...)
		case kind == "IEND":
			return f, nil
		}
		at += 12 + size
	}
	return f, errors.New("it is no whole PNG file")
}

// raster is the pixels as they stand in the file.
func (f pngFile) raster() raster {
	colors, d := 1, dict(nil)
	switch f.color {
	case pngGray:
		d = d.name("ColorSpace", "DeviceGray")
	case pngRGB:
		colors, d = 3, d.name("ColorSpace", "DeviceRGB")
	case pngPalette:
		lookup := appendLiteral(nil, f.palette)
		d = d.raw("ColorSpace", fmt.Sprintf("[/Indexed/DeviceRGB %d %s]", len(f.palette)/3-1, lookup))
	}
	parms := newDict().int("Predictor", 15).int("Colors", colors).int("BitsPerComponent", int(f.depth)).int("Columns", f.width)
	d = d.int("BitsPerComponent", int(f.depth)).name("Filter", "FlateDecode").raw("DecodeParms", string(parms.end()))
	return raster{f.width, f.height, d, f.pixels}
}
