package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
)

var errNotJPEG = errors.New("it is not a whole JPEG picture")

// readJPEG keeps the segments a decoder needs and leaves out what applications added (ITU T.81, annex B).
func readJPEG(data []byte) (Picture, error) {
	if len(data) < 4 || data[0] != 0xff || data[1] != 0xd8 {
		return Picture{}, errNotJPEG
	}
	p := Picture{Data: append(make([]byte, 0, len(data)), 0xff, 0xd8)}
	turned := byte(1)
	for at := 2; at+4 <= len(data); {
		marker := data[at+1]
		if data[at] != 0xff {
			return Picture{}, errNotJPEG
		}
		if marker == 0xff { // padding
			at++
			continue
		}
		end := at + 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		if end > len(data) || end < at+4 {
			return Picture{}, errNotJPEG
		}
		segment := data[at:end]
		switch {
		case marker == 0xe1:
			turned = max(turned, orientation(segment[4:]))
		case isFrame(marker) && len(segment) >= 9:
			p.Height, p.Width = int(binary.BigEndian.Uint16(segment[5:])), int(binary.BigEndian.Uint16(segment[7:]))
		case marker == 0xda:
			return p.finishJPEG(data[at:], turned)
		}
		if keepsJPEG(marker, segment) {
			p.Data = append(p.Data, segment...)
		}
		at = end
	}
	return Picture{}, errNotJPEG
}

// isFrame says whether a marker opens the frame header, which holds the size.
func isFrame(marker byte) bool {
	return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc
}

// keepsJPEG keeps everything that is the image: tables, frames, the JFIF header, colour profiles and Adobe's note on colours.
func keepsJPEG(marker byte, segment []byte) bool {
	switch {
	case marker == 0xfe:
		return false
	case marker == 0xe2:
		return bytes.HasPrefix(segment[4:], []byte("ICC_PROFILE\x00"))
	case marker == 0xe0:
		return bytes.HasPrefix(segment[4:], []byte("JFIF\x00"))
	case marker == 0xee:
		return bytes.HasPrefix(segment[4:], []byte("Adobe"))
	}
	return marker < 0xe0 || marker > 0xef
}

// finishJPEG copies the scans up to the end of the image; what a phone hangs on behind it (another picture, a film) stays out.
func (p Picture) finishJPEG(scans []byte, turned byte) (Picture, error) {
	if p.Width == 0 || p.Height == 0 {
		return Picture{}, errNotJPEG
	}
	end := bytes.Index(scans, []byte{0xff, 0xd9})
	if end < 0 {
		return Picture{}, errNotJPEG
	}
	p.Data = append(p.Data, scans[:end+2]...)
	if turned > 1 {
		p.Data = append(turnedHeader(turned), p.Data[2:]...)
	}
	if turned >= 5 {
		p.Width, p.Height = p.Height, p.Width
	}
	return p, nil
}

// turnedHeader is the beginning of a JPEG with an Exif segment that says how to hold the picture and nothing else.
func turnedHeader(turned byte) []byte {
	return append([]byte{0xff, 0xd8, 0xff, 0xe1, 0, 34},
		"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00"+string(turned)+"\x00\x00\x00\x00\x00\x00"...)
}

// orientation is the Exif note on how to hold the picture, 1 to 8; 0 where there is none (CIPA DC-008, tag 274).
func orientation(segment []byte) byte {
	tiff, ok := bytes.CutPrefix(segment, []byte("Exif\x00\x00"))
	if !ok || len(tiff) < 14 {
		return 0
	}
	var order binary.ByteOrder = binary.BigEndian
	if tiff[0] == 'I' {
		order = binary.LittleEndian
	}
	at := int(order.Uint32(tiff[4:]))
	if at < 8 || at+2 > len(tiff) {
		return 0
	}
	for entry := tiff[at+2:]; len(entry) >= 12; entry = entry[12:] {
		if order.Uint16(entry) == 274 {
			if v := order.Uint16(entry[8:]); v >= 1 && v <= 8 {
				return byte(v)
			}
			return 0
		}
	}
	return 0
}
