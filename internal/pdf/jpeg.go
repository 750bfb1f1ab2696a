package pdf

import (
	"encoding/binary"
	"errors"
)

// A JPEG file goes into a PDF as it is: viewers decode it. We read its markers (ITU-T T.81, Annex B) to say what is in it, up to the
// first scan.

var errJPEG = errors.New("it is no whole JPEG file")

// jpegFrame is what the header of a JPEG says of its pixels.
type jpegFrame struct {
	width, height int
	components    int
	inverted      bool // four inks as Adobe's programs write them, 0 for full
	turn          turn
}

// readJPEG makes an image of a JPEG file, whose bytes it goes on using.
func readJPEG(data []byte) (*Image, error) {
	f, err := jpegHeader(data)
	if err != nil {
		return nil, err
	}
	if f.width*f.height > mostPixels {
		return nil, errTooManyPixels
	}
	d := dict(nil).name("Filter", "DCTDecode").int("BitsPerComponent", 8)
	switch f.components {
	case 1:
		d = d.name("ColorSpace", "DeviceGray")
	case 3:
		d = d.name("ColorSpace", "DeviceRGB")
	case 4:
		d = d.name("ColorSpace", "DeviceCMYK")
		if f.inverted {
			d = d.raw("Decode", "[1 0 1 0 1 0 1 0]")
		}
	}
	return newImage(raster{f.width, f.height, d, data}, nil, f.turn), nil
}

// jpegHeader reads the segments before the first scan.
func jpegHeader(data []byte) (f jpegFrame, err error) {
	const (
		startOfImage, endOfImage, startOfScan   = 0xd8, 0xd9, 0xda
		huffmanTables, arithmeticTables, jpgExt = 0xc4, 0xcc, 0xc8
		app1, app14                             = 0xe1, 0xee
	)
	if len(data) < 4 || data[0] != 0xff || data[1] != startOfImage {
		return f, errJPEG
	}
	for at := 2; at+4 <= len(data); {
		if data[at] != 0xff {
			return f, errJPEG
		}
		marker := data[at+1]
		if marker == 0xff { // padding
			at++
			continue
		}
		if marker == 0x01 || marker >= 0xd0 && marker <= endOfImage {
			return f, errJPEG
		}
		size := int(binary.BigEndian.Uint16(data[at+2:]))
		if size < 2 || at+2+size > len(data) {
			return f, errJPEG
		}
		body := data[at+4 : at+2+size]
		switch {
		case marker == startOfScan:
			return f, f.check(data[at:])
		case marker == huffmanTables || marker == jpgExt: // among the frames' markers, but none
		case marker == arithmeticTables:
			return f, errors.New("it is a JPEG of a kind that PDF does not know (arithmetic coding)")
		case marker >= 0xc0 && marker <= 0xcf:
			if err := f.frame(marker, body); err != nil {
				return f, err
			}
		case marker == app1:
			f.turn = exifTurn(body)
		case marker == app14 && len(body) >= 12 && string(body[:5]) == "Adobe":
			f.inverted = true
		}
		at += 2 + size
	}
	return f, errJPEG
}

// frame reads the header of a frame. PDF takes what is coded by Huffman in 8 bits: baseline, extended and progressive.
func (f *jpegFrame) frame(marker byte, body []byte) error {
	if len(body) < 6 || f.components != 0 {
		return errJPEG
	}
	if marker > 0xc2 || body[0] != 8 {
		return errors.New("it is a JPEG of a kind that PDF does not know; save it again as an ordinary one")
	}
	f.height, f.width = int(binary.BigEndian.Uint16(body[1:])), int(binary.BigEndian.Uint16(body[3:]))
	f.components = int(body[5])
	if f.components != 1 && f.components != 3 && f.components != 4 || len(body) < 6+3*f.components {
		return errJPEG
	}
	return nil
}

// check says whether a scan can follow, and the file ends as it should somewhere behind it.
func (f *jpegFrame) check(scan []byte) error {
	if f.components == 0 || f.width == 0 || f.height == 0 || len(scan) < 12 {
		return errJPEG
	}
	for end := len(scan) - 2; end > 8; end-- {
		if scan[end] == 0xff && scan[end+1] == 0xd9 {
			return nil
		}
	}
	return errJPEG
}

// exifTurn is the orientation that a camera noted; 1 where there is none that can be read (Exif 2.32, 4.6.4).
func exifTurn(body []byte) turn {
	const orientation, short = 0x0112, 3
	if len(body) < 14 || string(body[:6]) != "Exif\x00\x00" {
		return 1
	}
	tiff := body[6:]
	var order binary.ByteOrder = binary.BigEndian
	if tiff[0] == 'I' {
		order = binary.LittleEndian
	}
	at := uint64(order.Uint32(tiff[4:]))
	if at+2 > uint64(len(tiff)) {
		return 1
	}
	entries := tiff[at+2:]
	for range order.Uint16(tiff[at:]) {
		if len(entries) < 12 {
			break
		}
		if order.Uint16(entries) == orientation && order.Uint16(entries[2:]) == short {
			if t := turn(order.Uint16(entries[8:])); t >= 1 && t <= 8 {
				return t
			}
		}
		entries = entries[12:]
	}
	return 1
}
