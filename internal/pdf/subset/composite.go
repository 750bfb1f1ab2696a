package subset

import (
	"errors"
	"fmt"
	"slices"
)

// deepest is how many composite glyphs may stand within another: each level can multiply what a viewer has to draw.
const deepest = 8

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
