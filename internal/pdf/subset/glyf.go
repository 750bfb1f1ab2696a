package subset

import (
	"errors"
	"fmt"
)

// glyf is the outlines of TrueType.
type glyf struct {
	data, loca []byte
	long       bool // the offsets of loca are of 4 bytes
}

// outline is the bytes of a glyph; none for one without shape, such as a space.
func (t *glyf) outline(g uint16) ([]byte, error) {
	var from, to int
	switch i := int(g); {
	case g == Blank:
		return nil, nil
	case t.long && 4*i+8 <= len(t.loca):
		from, to = int(be.Uint32(t.loca[4*i:])), int(be.Uint32(t.loca[4*i+4:]))
	case !t.long && 2*i+4 <= len(t.loca):
		from, to = 2*int(be.Uint16(t.loca[2*i:])), 2*int(be.Uint16(t.loca[2*i+2:]))
	default:
		return nil, fmt.Errorf("glyph %d is beyond the table loca", g)
	}
	if from > to || to > len(t.data) {
		return nil, fmt.Errorf("glyph %d is beyond the table glyf", g)
	}
	b := t.data[from:to]
	if len(b) == 0 {
		return nil, nil
	}
	if len(b) < 10 {
		return nil, fmt.Errorf("glyph %d is cut short", g)
	}
	return b, nil
}

// subset writes an sfnt of the tables that PDF asks for (ISO 32000-1, 9.9), and cmap if there is one.
func (t *glyf) subset(f *Font, glyphs []uint16, cmap []byte) ([]byte, error) {
	all, number, err := t.closure(glyphs, f.NumGlyphs)
	if err != nil {
		return nil, err
	}
	data := make([]byte, 0, 128*len(all))
	loca, hmtx := make([]byte, 0, 4*len(all)+4), make([]byte, 0, 4*len(all))
	for _, g := range all {
		loca = be.AppendUint32(loca, uint32(len(data)))
		if data, err = t.appendOutline(data, g, number); err != nil {
			return nil, fmt.Errorf("glyph %d %w", g, err)
		}
		if len(data) > largest {
			return nil, errTooLarge
		}
		advance, bearing := f.metrics(g)
		hmtx = be.AppendUint16(be.AppendUint16(hmtx, advance), bearing)
	}
	loca = be.AppendUint32(loca, uint32(len(data)))
	return sfnt(f, len(all), data, loca, hmtx, cmap), nil
}

// appendOutline writes a glyph without its instructions, its components renumbered.
func (t *glyf) appendOutline(data []byte, g uint16, number map[uint16]uint16) ([]byte, error) {
	outline, err := t.outline(g)
	if err != nil || len(outline) == 0 {
		return data, err
	}
	if isComposite(outline) {
		parts, end, err := components(outline)
		if err != nil {
			return nil, err
		}
		start := len(data)
		data = append(data, outline[:end]...)
		for _, part := range parts {
			at := data[start+part.at:]
			be.PutUint16(at, be.Uint16(at)&^hasInstructions)
			be.PutUint16(at[2:], number[part.glyph])
		}
	} else if data, err = appendSimple(data, outline); err != nil {
		return nil, err
	}
	for len(data)%4 != 0 {
		data = append(data, 0)
	}
	return data, nil
}

// appendSimple writes an outline of contours without its instructions.
func appendSimple(data, outline []byte) ([]byte, error) {
	contours := signed(outline)
	if contours == 0 {
		return data, nil
	}
	ends := 10 + 2*contours
	if ends+2 > len(outline) {
		return nil, errors.New("is cut short")
	}
	points := ends + 2 + int(be.Uint16(outline[ends:]))
	if points > len(outline) {
		return nil, errors.New("is cut short")
	}
	data = append(data, outline[:ends]...)
	return append(append(data, 0, 0), outline[points:]...), nil
}
