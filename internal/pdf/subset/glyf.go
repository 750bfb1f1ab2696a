package subset

import (
	"errors"
	"fmt"
	"slices"
)

// glyf is the outlines of TrueType.
type glyf struct {
	data, loca []byte
	long       bool // the offsets of loca are of 4 bytes
}

// deepest is how many composite glyphs may stand within another: each level can multiply what a viewer has to draw.
const deepest = 8

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

func isComposite(outline []byte) bool { return len(outline) >= 10 && signed(outline) < 0 }

// A component is one part of a composite glyph.
type component struct {
	at    int // where its flags stand in the outline
	glyph uint16
}

// Flags of components.
const (
	wordArguments   = 0x0001
	hasScale        = 0x0008
	moreComponents  = 0x0020
	hasTwoScales    = 0x0040
	hasTwoByTwo     = 0x0080
	hasInstructions = 0x0100
)

// components lists the parts of a composite glyph, and says where the last one ends.
func components(outline []byte) (parts []component, end int, err error) {
	for at, more := 10, true; more; {
		if at+4 > len(outline) {
			return nil, 0, errors.New("is cut short")
		}
		flags := be.Uint16(outline[at:])
		parts = append(parts, component{at, be.Uint16(outline[at+2:])})
		at += 6
		if flags&wordArguments != 0 {
			at += 2
		}
		switch {
		case flags&hasScale != 0:
			at += 2
		case flags&hasTwoScales != 0:
			at += 4
		case flags&hasTwoByTwo != 0:
			at += 8
		}
		more, end = flags&moreComponents != 0, at
	}
	if end > len(outline) {
		return nil, 0, errors.New("is cut short")
	}
	return parts, end, nil
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

// closure adds the components of composite glyphs after the glyphs themselves; number is where each glyph first stands.
func (t *glyf) closure(glyphs []uint16, numGlyphs int) (all []uint16, number map[uint16]uint16, err error) {
	all, number = slices.Clone(glyphs), make(map[uint16]uint16, len(glyphs))
	for i, g := range slices.Backward(glyphs) {
		number[g] = uint16(i)
	}
	depth := map[uint16]int{}
	for i := 0; i < len(all); i++ {
		if err := t.measureDepth(all[i], depth, nil); err != nil {
			return nil, nil, err
		}
		parts, err := t.parts(all[i])
		if err != nil {
			return nil, nil, err
		}
		for _, part := range parts {
			if int(part.glyph) >= numGlyphs {
				return nil, nil, fmt.Errorf("glyph %d is made of glyph %d, which there is not", all[i], part.glyph)
			}
			if _, known := number[part.glyph]; !known {
				if len(all) > 0xffff {
					return nil, nil, errors.New("a subset holds 65,535 glyphs at most")
				}
				number[part.glyph] = uint16(len(all))
				all = append(all, part.glyph)
			}
		}
	}
	return all, number, nil
}

func (t *glyf) parts(g uint16) ([]component, error) {
	outline, err := t.outline(g)
	if err != nil || !isComposite(outline) {
		return nil, err
	}
	parts, _, err := components(outline)
	if err != nil {
		return nil, fmt.Errorf("glyph %d %w", g, err)
	}
	return parts, nil
}

// measureDepth finds how many levels of composites a glyph has, and refuses those that hold themselves or are too deep.
func (t *glyf) measureDepth(g uint16, depth map[uint16]int, above []uint16) error {
	if _, known := depth[g]; known {
		return nil
	}
	if len(above) > deepest {
		return fmt.Errorf("glyph %d is made of glyphs within glyphs, more than %d deep", above[0], deepest)
	}
	parts, err := t.parts(g)
	if err != nil {
		return err
	}
	levels := 0
	for _, part := range parts {
		if err := t.measureDepth(part.glyph, depth, append(above, g)); err != nil {
			return err
		}
		levels = max(levels, depth[part.glyph]+1)
	}
	if levels > deepest {
		return fmt.Errorf("glyph %d is made of glyphs within glyphs, more than %d deep", g, deepest)
	}
	depth[g] = levels
	return nil
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
