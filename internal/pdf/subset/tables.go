package subset

import (
	"errors"
	"fmt"
)

// directory finds the tables of the index-th font of a file, which share its bytes.
func directory(data []byte, index int) (map[string][]byte, error) {
	at, err := fontOffset(data, index)
	if err != nil {
		return nil, err
	}
	if at < 0 || at+12 > len(data) {
		return nil, errors.New("it is cut short")
	}
	switch string(data[at : at+4]) {
	case "\x00\x01\x00\x00", "OTTO", "true":
	case "wOFF", "wOF2":
		return nil, errors.New("it is a font for the web (WOFF); use the TrueType or OpenType file")
	default:
		return nil, errors.New("it is no TrueType or OpenType font")
	}
	n := int(be.Uint16(data[at+4:]))
	tables := make(map[string][]byte, n)
	for i := range n {
		entry := at + 12 + 16*i
		if entry+16 > len(data) {
			return nil, errors.New("it is cut short")
		}
		tag, start, size := string(data[entry:entry+4]), uint64(be.Uint32(data[entry+8:])), uint64(be.Uint32(data[entry+12:]))
		if start+size > uint64(len(data)) {
			return nil, fmt.Errorf("its table %q is cut short", tag)
		}
		tables[tag] = data[start : start+size : start+size]
	}
	return tables, nil
}

// fontOffset is where a font begins in its file.
func fontOffset(data []byte, index int) (int, error) {
	if len(data) < 12 {
		return 0, errors.New("it is no TrueType or OpenType font")
	}
	n := 1
	if collection := string(data[:4]) == "ttcf"; collection {
		n = int(be.Uint32(data[8:]))
		if index >= 0 && index < n && 12+4*index+4 <= len(data) {
			return int(be.Uint32(data[12+4*index:])), nil
		}
	}
	if index != 0 {
		return 0, fmt.Errorf("there is no font %d in the file", index)
	}
	return 0, nil
}

// measures reads what is said of the font as a whole.
func (f *Font) measures(tables map[string][]byte) error {
	if len(f.head) < 54 || len(f.hhea) < 36 || len(f.maxp) < 6 {
		return errors.New("a table that every font needs is missing: head, hhea or maxp")
	}
	f.NumGlyphs = int(be.Uint16(f.maxp[4:]))
	f.UnitsPerEm = int(be.Uint16(f.head[18:]))
	f.advances = int(be.Uint16(f.hhea[34:]))
	switch {
	case f.NumGlyphs == 0:
		return errors.New("it has no glyphs")
	case f.UnitsPerEm < 16 || f.UnitsPerEm > 16384:
		return fmt.Errorf("its size is %d units, not 16 to 16384", f.UnitsPerEm)
	case f.advances == 0 || f.advances > f.NumGlyphs || 4*f.advances > len(f.hmtx):
		return errors.New("its table hmtx is cut short")
	}
	for i := range f.Box {
		f.Box[i] = signed(f.head[36+2*i:])
	}
	f.Ascent, f.Descent = signed(f.hhea[4:]), signed(f.hhea[6:])
	if post := tables["post"]; len(post) >= 16 {
		f.ItalicAngle = float64(int32(be.Uint32(post[4:]))) / 65536
		f.FixedPitch = be.Uint32(post[12:]) != 0
	}
	return f.style(tables["OS/2"])
}

func signed(b []byte) int { return int(int16(be.Uint16(b))) }

// style reads the table OS/2: weight, height of capitals, and whether the font may be embedded.
func (f *Font) style(os2 []byte) error {
	f.Weight, f.CapHeight = 400, f.Ascent*7/10
	if len(os2) < 10 {
		return nil
	}
	f.Weight = int(be.Uint16(os2[4:]))
	const ( // fsType
		kind       = 0x000f
		restricted = 0x0002
		noSubset   = 0x0100
		noOutlines = 0x0200
	)
	if allowed := be.Uint16(os2[8:]); allowed&kind == restricted || allowed&(noSubset|noOutlines) != 0 {
		return errors.New("its maker does not allow it to be embedded in documents")
	}
	if version := be.Uint16(os2); version >= 2 && len(os2) >= 90 {
		f.CapHeight = signed(os2[88:])
	}
	return nil
}

// postScriptName is the name of id 6, of the characters that PDF names and PostScript share.
func postScriptName(table []byte) string {
	const fallback = "Font"
	if len(table) < 6 {
		return fallback
	}
	strings := int(be.Uint16(table[4:]))
	for i := range int(be.Uint16(table[2:])) {
		at := 6 + 12*i
		if at+12 > len(table) {
			break
		}
		size, offset := int(be.Uint16(table[at+8:])), strings+int(be.Uint16(table[at+10:]))
		if be.Uint16(table[at+6:]) != 6 || offset+size > len(table) {
			continue
		}
		if name := cleanName(table[offset : offset+size]); name != "" {
			return name
		}
	}
	return fallback
}

// cleanName takes the plain characters of a name in any of the encodings in use, all of which hold ASCII as one byte beside zeros.
func cleanName(b []byte) string {
	var name []byte
	for _, c := range b {
		if c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '-' || c == '_' {
			name = append(name, c)
		}
	}
	return string(name[:min(len(name), 63)])
}
