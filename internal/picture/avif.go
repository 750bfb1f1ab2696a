package picture

import (
	"encoding/binary"
	"errors"
	"iter"
	"strings"
)

var (
	errNotAVIF  = errors.New("it is not a whole AVIF picture")
	errAVIFNote = errors.New("it holds camera data, which we cannot take out of an AVIF")
)

// readAVIF reads the size from the boxes of the file (ISO 14496-12, 23008-12). They point at each other by offset, so nothing
// can be left out without rewriting them all: a picture with a note on where and when is refused instead.
func readAVIF(data []byte) (Picture, error) {
	if len(data) < 16 || string(data[4:8]) != "ftyp" || !strings.HasPrefix(string(data[8:12]), "avi") {
		return Picture{}, errNotAVIF
	}
	p := Picture{Data: data}
	sideways := false
	for kind, body := range boxes(data) {
		switch kind {
		case cut:
			return Picture{}, errNotAVIF
		case "meta":
			if len(body) < 4 || hasNote(body[4:]) {
				return Picture{}, errAVIFNote
			}
			sideways = p.readMeta(body[4:])
		case "uuid", "udta":
			return Picture{}, errAVIFNote
		}
	}
	if p.Width == 0 || p.Height == 0 {
		return Picture{}, errNotAVIF
	}
	if sideways {
		p.Width, p.Height = p.Height, p.Width
	}
	return p, nil
}

// cut is the kind of a box that is not whole.
const cut = ""

// boxes are the boxes in data, by their kinds.
func boxes(data []byte) iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		for len(data) >= 8 {
			head, size := 8, uint64(binary.BigEndian.Uint32(data))
			switch {
			case size == 0: // to the end
				size = uint64(len(data))
			case size == 1 && len(data) >= 16:
				head, size = 16, binary.BigEndian.Uint64(data[8:])
			}
			if size < uint64(head) || size > uint64(len(data)) {
				yield(cut, nil)
				return
			}
			if !yield(string(data[4:8]), data[head:size]) {
				return
			}
			data = data[size:]
		}
	}
}

// hasNote says whether an item of a meta box is Exif or XMP.
func hasNote(meta []byte) bool {
	for kind, body := range boxes(meta) {
		if kind == "uuid" || kind == "iinf" && strings.Contains(string(body), "Exif") || kind == "iinf" && strings.Contains(string(body), "rdf+xml") {
			return true
		}
	}
	return false
}

// readMeta takes the largest of the sizes a picture's items have: the others are of its tiles, its thumbnail, its
// transparency. It says whether the picture is shown on its side.
func (p *Picture) readMeta(meta []byte) (sideways bool) {
	for kind, body := range boxes(meta) {
		switch {
		case kind == "iprp" || kind == "ipco":
			sideways = p.readMeta(body) || sideways
		case kind == "ispe" && len(body) >= 12:
			p.Width = max(p.Width, int(binary.BigEndian.Uint32(body[4:])))
			p.Height = max(p.Height, int(binary.BigEndian.Uint32(body[8:])))
		case kind == "irot" && len(body) >= 1:
			sideways = body[0]&1 == 1
		}
	}
	return sideways
}
