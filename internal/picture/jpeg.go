package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
)

var errNotJPEG = errors.New("it is not a whole JPEG picture")

// Markers of a JPEG (ITU T.81, table B.1).
const (
	startOfImage = 0xd8
	endOfImage   = 0xd9
	startOfScan  = 0xda
	app0         = 0xe0
	app1         = 0xe1
	app2         = 0xe2
	app14        = 0xee
	app15        = 0xef
	comment      = 0xfe
)

const exifHead = "Exif\x00\x00"

// readJPEG keeps the segments a decoder needs and leaves out what applications added, between the scans too. What a phone
// hangs on behind the end (another picture, a film) stays out (ITU T.81, annex B).
func readJPEG(data []byte) (Picture, error) {
	if len(data) < 4 || data[0] != 0xff || data[1] != startOfImage {
		return Picture{}, errNotJPEG
	}
	p := Picture{Data: make([]byte, 0, len(data))}
	turned := byte(upright)
	for rest := data[2:]; ; {
		marker, segment, after, ok := nextSegment(rest)
		if !ok {
			return Picture{}, errNotJPEG
		}
		if marker == endOfImage {
			p.Data = append(p.Data, 0xff, endOfImage)
			return p.finishJPEG(turned)
		}
		p.addSegment(marker, segment, &turned)
		rest = after
		if marker == startOfScan {
			n := scanLength(rest)
			p.Data = append(p.Data, rest[:n]...)
			rest = rest[n:]
		}
	}
}

// nextSegment is the next marker, its segment, marker and all, and what comes after.
func nextSegment(data []byte) (marker byte, segment, after []byte, ok bool) {
	if len(data) < 2 || data[0] != 0xff {
		return 0, nil, nil, false
	}
	for len(data) >= 2 && data[1] == 0xff { // padding
		data = data[1:]
	}
	if len(data) >= 2 && data[1] == endOfImage {
		return endOfImage, nil, nil, true
	}
	if len(data) < 4 {
		return 0, nil, nil, false
	}
	end := 2 + int(binary.BigEndian.Uint16(data[2:]))
	if end < 4 || end > len(data) {
		return 0, nil, nil, false
	}
	return data[1], data[:end], data[end:], true
}

// scanLength is how far compressed data goes: up to a marker that is neither an escaped 0xff nor a restart.
func scanLength(data []byte) int {
	for i := 0; i+1 < len(data); i++ {
		if next := data[i+1]; data[i] == 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7) {
			return i
		}
	}
	return len(data)
}

func (p *Picture) addSegment(marker byte, segment []byte, turned *byte) {
	switch {
	case marker == app1:
		if tiff, ok := bytes.CutPrefix(segment[4:], []byte(exifHead)); ok && *turned == upright {
			*turned = orientation(tiff)
		}
	case marker == app0 && bytes.HasPrefix(segment[4:], []byte("JFIF\x00")) && len(segment) >= 18:
		p.Data = append(append(p.Data, 0xff, app0, 0, 16), segment[4:16]...)
		p.Data = append(p.Data, 0, 0) // and no thumbnail
	case keepsJPEG(marker, segment):
		p.Data = append(p.Data, segment...)
	}
	if isFrame(marker) && len(segment) >= 9 && p.Width == 0 {
		p.Height, p.Width = int(binary.BigEndian.Uint16(segment[5:])), int(binary.BigEndian.Uint16(segment[7:]))
	}
}

// isFrame says whether a marker opens the frame header, which holds the size.
func isFrame(marker byte) bool {
	return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc
}

// keepsJPEG keeps everything that is the image: tables, frames, scans, colour profiles and Adobe's note on colours.
func keepsJPEG(marker byte, segment []byte) bool {
	switch marker {
	case app2:
		return bytes.HasPrefix(segment[4:], []byte("ICC_PROFILE\x00"))
	case app14:
		return bytes.HasPrefix(segment[4:], []byte("Adobe"))
	}
	return marker != comment && (marker < app0 || marker > app15)
}

func (p Picture) finishJPEG(turned byte) (Picture, error) {
	if p.Width == 0 || p.Height == 0 {
		return Picture{}, errNotJPEG
	}
	head := []byte{0xff, startOfImage}
	if turned != upright {
		note := append([]byte(exifHead), onlyTurned(turned)...)
		head = append(append(head, 0xff, app1, 0, byte(2+len(note))), note...)
	}
	p.Data = append(head, p.Data...)
	p.turn(turned)
	return p, nil
}
