package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"slices"
)

var errNotPNG = errors.New("it is not a whole PNG picture")

const pngHead = "\x89PNG\r\n\x1a\n"

// pngDrawing are the chunks that are not critical and yet draw: transparency, colour and animation.
var pngDrawing = []string{"tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT"}

// readPNG keeps the chunks that draw (PNG specification, 11), and of Exif how to hold the picture.
func readPNG(data []byte) (Picture, error) {
	if !bytes.HasPrefix(data, []byte(pngHead)) || len(data) < 33 || string(data[8:16]) != "\x00\x00\x00\rIHDR" {
		return Picture{}, errNotPNG
	}
	p := Picture{Data: append(make([]byte, 0, len(data)), pngHead...)}
	p.Width, p.Height = int(binary.BigEndian.Uint32(data[16:])), int(binary.BigEndian.Uint32(data[20:]))
	turned := byte(upright)
	for at := len(pngHead); at+12 <= len(data); {
		end := at + 12 + int(binary.BigEndian.Uint32(data[at:]))
		if end > len(data) || end < at+12 || crc32.ChecksumIEEE(data[at+4:end-4]) != binary.BigEndian.Uint32(data[end-4:]) {
			return Picture{}, errNotPNG
		}
		switch kind := string(data[at+4 : at+8]); {
		case kind == "IEND":
			if p.Width == 0 || p.Height == 0 {
				return Picture{}, errNotPNG
			}
			p.turn(turned)
			p.Data = append(p.Data, data[at:end]...)
			return p, nil
		case kind == "eXIf" && turned == upright:
			if turned = orientation(data[at+8 : end-4]); turned != upright {
				p.Data = appendChunk(p.Data, kind, onlyTurned(turned))
			}
		case kind[0] >= 'A' && kind[0] <= 'Z' || slices.Contains(pngDrawing, kind):
			p.Data = append(p.Data, data[at:end]...)
		}
		at = end
	}
	return Picture{}, errNotPNG
}

func appendChunk(data []byte, kind string, body []byte) []byte {
	data = binary.BigEndian.AppendUint32(data, uint32(len(body)))
	from := len(data)
	data = append(append(data, kind...), body...)
	return binary.BigEndian.AppendUint32(data, crc32.ChecksumIEEE(data[from:]))
}
