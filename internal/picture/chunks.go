package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
)

var (
	errNotPNG  = errors.New("it is not a whole PNG picture")
	errNotGIF  = errors.New("it is not a whole GIF picture")
	errNotWebP = errors.New("it is not a whole WebP picture")
	errNotAVIF = errors.New("it is not a whole AVIF picture")
)

const pngHead = "\x89PNG\r\n\x1a\n"

// readPNG keeps the chunks that draw (PNG specification, 11): critical ones, transparency, colour and animation.
func readPNG(data []byte) (Picture, error) {
	if !bytes.HasPrefix(data, []byte(pngHead)) || len(data) < 33 || string(data[8:16]) != "\x00\x00\x00\rIHDR" {
		return Picture{}, errNotPNG
	}
	p := Picture{Data: append(make([]byte, 0, len(data)), pngHead...)}
	p.Width, p.Height = int(binary.BigEndian.Uint32(data[16:])), int(binary.BigEndian.Uint32(data[20:]))
	drawing := []string{"tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT"}
	for at := len(pngHead); at+12 <= len(data); {
		end := at + 12 + int(binary.BigEndian.Uint32(data[at:]))
		if end > len(data) || end < at+12 {
			return Picture{}, errNotPNG
		}
		kind := string(data[at+4 : at+8])
		if kind[0] >= 'A' && kind[0] <= 'Z' || slices.Contains(drawing, kind) {
			p.Data = append(p.Data, data[at:end]...)
		}
		if kind == "IEND" {
			return p, nil
		}
		at = end
	}
	return Picture{}, errNotPNG
}

// readGIF leaves out comments and applications' blocks, but for the one that makes an animation loop.
func readGIF(data []byte) (Picture, error) {
	if len(data) < 14 || string(data[:4]) != "GIF8" {
		return Picture{}, errNotGIF
	}
	p := Picture{Width: int(binary.LittleEndian.Uint16(data[6:])), Height: int(binary.LittleEndian.Uint16(data[8:]))}
	at := 13
	if data[10]&0x80 != 0 {
		at += 3 << (data[10]&7 + 1)
	}
	if at > len(data) {
		return Picture{}, errNotGIF
	}
	p.Data = append(make([]byte, 0, len(data)), data[:at]...)
	for at < len(data) {
		start := at
		switch data[at] {
		case 0x3b:
			p.Data = append(p.Data, 0x3b)
			return p, nil
		case 0x21:
			at += 2
		case 0x2c:
			if at+10 > len(data) {
				return Picture{}, errNotGIF
			}
			if at += 10; data[at-1]&0x80 != 0 {
				at += 3 << (data[at-1]&7 + 1)
			}
			at++
		default:
			return Picture{}, errNotGIF
		}
		var ok bool
		if at, ok = skipBlocks(data, at); !ok {
			return Picture{}, errNotGIF
		}
		if keepsGIF(data[start:at]) {
			p.Data = append(p.Data, data[start:at]...)
		}
	}
	return Picture{}, errNotGIF
}

func skipBlocks(data []byte, at int) (int, bool) {
	for at < len(data) {
		n := int(data[at])
		at += n + 1
		if n == 0 {
			return at, at <= len(data)
		}
	}
	return at, false
}

func keepsGIF(block []byte) bool {
	if block[0] == 0x2c {
		return true
	}
	return block[1] == 0xf9 || block[1] == 0xff && bytes.HasPrefix(block[3:], []byte("NETSCAPE2.0"))
}

// readWebP leaves out the EXIF and XMP chunks and takes back the announcement of them (RFC 9649).
func readWebP(data []byte) (Picture, error) {
	if len(data) < 30 || string(data[:4]) != "RIFF" || string(data[8:12]) != "WEBP" {
		return Picture{}, errNotWebP
	}
	p := Picture{Data: append(make([]byte, 0, len(data)), data[:12]...)}
	for at := 12; at+8 <= len(data); {
		kind, size := string(data[at:at+4]), int(binary.LittleEndian.Uint32(data[at+4:]))
		end := at + 8 + size + size&1
		if size < 0 || end > len(data) || end < at {
			return Picture{}, errNotWebP
		}
		if kind != "EXIF" && kind != "XMP " {
			from := len(p.Data)
			p.Data = append(p.Data, data[at:end]...)
			p.webpSize(kind, p.Data[from+8:])
		}
		at = end
	}
	if p.Width == 0 || p.Height == 0 {
		return Picture{}, errNotWebP
	}
	binary.LittleEndian.PutUint32(p.Data[4:], uint32(len(p.Data)-8))
	return p, nil
}

func (p *Picture) webpSize(kind string, body []byte) {
	switch {
	case kind == "VP8X" && len(body) >= 10:
		body[0] &^= 0x0c // no Exif, no XMP
		p.Width = 1 + (int(body[4]) | int(body[5])<<8 | int(body[6])<<16)
		p.Height = 1 + (int(body[7]) | int(body[8])<<8 | int(body[9])<<16)
	case kind == "VP8L" && len(body) >= 5 && p.Width == 0:
		bits := binary.LittleEndian.Uint32(body[1:])
		p.Width, p.Height = 1+int(bits&0x3fff), 1+int(bits>>14&0x3fff)
	case kind == "VP8 " && len(body) >= 10 && p.Width == 0:
		p.Width, p.Height = int(binary.LittleEndian.Uint16(body[6:])&0x3fff), int(binary.LittleEndian.Uint16(body[8:])&0x3fff)
	}
}

// readAVIF takes the size from the first ispe box. Its boxes point at each other by offset, so nothing can be left out without
// rewriting them all: a picture with metadata is refused instead.
func readAVIF(data []byte) (Picture, error) {
	if len(data) < 32 || string(data[4:8]) != "ftyp" || !bytes.Contains(data[8:32], []byte("avif")) {
		return Picture{}, errNotAVIF
	}
	if bytes.Contains(data, []byte("infe\x02\x00\x00")) && bytes.Contains(data, []byte("Exif")) || bytes.Contains(data, []byte("application/rdf+xml")) {
		return Picture{}, errors.New("it holds camera data, which we cannot take out of an AVIF")
	}
	at := bytes.Index(data, []byte("ispe"))
	if at < 0 || at+16 > len(data) {
		return Picture{}, errNotAVIF
	}
	return Picture{Data: data, Width: int(binary.BigEndian.Uint32(data[at+8:])), Height: int(binary.BigEndian.Uint32(data[at+12:]))}, nil
}
