package picture

import (
	"encoding/binary"
	"errors"
	"slices"
)

var errNotWebP = errors.New("it is not a whole WebP picture")

// Flags of a VP8X chunk.
const (
	hasXMP  = 0x04
	hasExif = 0x08
)

var webpDrawing = []string{"VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP"}

// readWebP keeps the chunks that draw and takes back the announcement of others (RFC 9649); of Exif it keeps how to hold the
// picture.
func readWebP(data []byte) (Picture, error) {
	if len(data) < 30 || string(data[:4]) != "RIFF" || string(data[8:12]) != "WEBP" {
		return Picture{}, errNotWebP
	}
	p := Picture{Data: append(make([]byte, 0, len(data)), data[:12]...)}
	turned := byte(upright)
	for at := 12; at+8 <= len(data); {
		kind, size := string(data[at:at+4]), int(binary.LittleEndian.Uint32(data[at+4:]))
		end := at + 8 + size + size&1
		if end > len(data) || end < at {
			return Picture{}, errNotWebP
		}
		if kind == "EXIF" && turned == upright {
			turned = orientation(data[at+8 : at+8+size])
		}
		if slices.Contains(webpDrawing, kind) {
			from := len(p.Data)
			p.Data = append(p.Data, data[at:end]...)
			p.webpSize(kind, p.Data[from+8:])
		}
		at = end
	}
	if p.Width == 0 || p.Height == 0 {
		return Picture{}, errNotWebP
	}
	if turned != upright && string(p.Data[12:16]) == "VP8X" {
		p.keepTurned(turned)
	}
	binary.LittleEndian.PutUint32(p.Data[4:], uint32(len(p.Data)-8))
	return p, nil
}

func (p *Picture) keepTurned(turned byte) {
	note := onlyTurned(turned)
	p.Data[20] |= hasExif
	p.Data = binary.LittleEndian.AppendUint32(append(p.Data, "EXIF"...), uint32(len(note)))
	p.Data = append(p.Data, note...)
	p.turn(turned)
}

func (p *Picture) webpSize(kind string, body []byte) {
	switch {
	case kind == "VP8X" && len(body) >= 10:
		body[0] &^= hasExif | hasXMP
		p.Width = 1 + (int(body[4]) | int(body[5])<<8 | int(body[6])<<16)
		p.Height = 1 + (int(body[7]) | int(body[8])<<8 | int(body[9])<<16)
	case kind == "VP8L" && len(body) >= 5 && p.Width == 0:
		bits := binary.LittleEndian.Uint32(body[1:])
		p.Width, p.Height = 1+int(bits&0x3fff), 1+int(bits>>14&0x3fff)
	case kind == "VP8 " && len(body) >= 10 && p.Width == 0:
		p.Width, p.Height = int(binary.LittleEndian.Uint16(body[6:])&0x3fff), int(binary.LittleEndian.Uint16(body[8:])&0x3fff)
	}
}
