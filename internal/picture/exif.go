package picture

import "encoding/binary"

// upright is how a picture lies that needs no turning.
const upright = 1

// orientation is the Exif note on how to hold the picture, 1 to 8; 1 where there is none (CIPA DC-008, tag 274).
func orientation(tiff []byte) byte {
	if len(tiff) < 14 {
		return upright
	}
	var order binary.ByteOrder = binary.BigEndian
	if tiff[0] == 'I' {
		order = binary.LittleEndian
	}
	at := int(order.Uint32(tiff[4:]))
	if at < 8 || at > len(tiff)-2 {
		return upright
	}
	for entry := tiff[at+2:]; len(entry) >= 12; entry = entry[12:] {
		if v := order.Uint16(entry[8:]); order.Uint16(entry) == 274 && 1 <= v && v <= 8 {
			return byte(v)
		}
	}
	return upright
}

// onlyTurned is Exif data that says how to hold the picture and nothing else.
func onlyTurned(turned byte) []byte {
	return []byte("MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00" + string(rune(turned)) + "\x00\x00\x00\x00\x00\x00")
}

// turn swaps the sides of a picture that lies on one of them.
func (p *Picture) turn(turned byte) {
	if turned >= 5 {
		p.Width, p.Height = p.Height, p.Width
	}
}
