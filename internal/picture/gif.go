package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
)

var errNotGIF = errors.New("it is not a whole GIF picture")

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
