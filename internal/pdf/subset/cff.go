package subset

import (
	"errors"
	"fmt"
	"sync/atomic"
)

// Operators of CFF dictionaries (Adobe Technical Note 5176); two-byte ones are 12<<8 + the second.
const (
	opFontBBox       = 5
	opCharset        = 15
	opCharStrings    = 17
	opPrivate        = 18
	opSubrs          = 19
	opDefaultWidthX  = 20
	opNominalWidthX  = 21
	opCharstringType = 12<<8 + 6
	opFontMatrix     = 12<<8 + 7
	opROS            = 12<<8 + 30
	opCIDCount       = 12<<8 + 34
	opFDArray        = 12<<8 + 36
	opFDSelect       = 12<<8 + 37
)

// cff is the outlines of a CFF font.
type cff struct {
	matrix, box []byte // operands of the top dictionary, nil where it has none
	globals     [][]byte
	glyphs      [][]byte // charstrings
	dicts       []fontDict
	dictOf      func(glyph uint16) int // index in dicts
	flat        []atomic.Pointer[[]byte]
}

// A fontDict is what some of the glyphs share; fonts that are not keyed by CIDs have one.
type fontDict struct {
	matrix  []byte // operands
	private []byte // without the place of its subroutines
	subrs   [][]byte
	nominal int // what charstrings say of widths is added to it
}

// parseCFF reads a font set of one font.
func parseCFF(data []byte, numGlyphs int) (*cff, error) {
	if len(data) < 4 {
		return nil, errCFF
	}
	_, at, err := readIndex(data, int(data[2])) // names
	if err != nil {
		return nil, err
	}
	tops, at, err := readIndex(data, at)
	if err != nil || len(tops) == 0 {
		return nil, errCFF
	}
	_, at, err = readIndex(data, at) // strings
	if err != nil {
		return nil, err
	}
	c := &cff{}
	if c.globals, _, err = readIndex(data, at); err != nil {
		return nil, err
	}
	top, err := readDict(tops[0])
	if err != nil {
		return nil, err
	}
	c.matrix, c.box = top.operands(opFontMatrix), top.operands(opFontBBox)
	return c, c.readTop(data, top, numGlyphs)
}

// readTop reads what the top dictionary points at.
func (c *cff) readTop(data []byte, top cffDict, numGlyphs int) (err error) {
	if kind := top.ints(opCharstringType); len(kind) == 1 && kind[0] != 2 {
		return errors.New("its glyphs are Type 1 charstrings, which OpenType does not know")
	}
	if c.glyphs, err = indexAt(data, top.ints(opCharStrings)); err != nil {
		return err
	}
	if len(c.glyphs) != numGlyphs {
		return fmt.Errorf("it has %d glyphs, and %d outlines", numGlyphs, len(c.glyphs))
	}
	c.flat = make([]atomic.Pointer[[]byte], numGlyphs)
	if top.operands(opROS) == nil {
		d, err := readFontDict(data, top)
		d.matrix = nil // it is the top's
		c.dicts, c.dictOf = []fontDict{d}, func(uint16) int { return 0 }
		return err
	}
	return c.readCIDs(data, top)
}

// readCIDs reads the dictionaries of a font keyed by CIDs, and which glyph has which.
func (c *cff) readCIDs(data []byte, top cffDict) error {
	dicts, err := indexAt(data, top.ints(opFDArray))
	if err != nil {
		return err
	}
	for _, b := range dicts {
		d, err := readDict(b)
		if err != nil {
			return err
		}
		font, err := readFontDict(data, d)
		if err != nil {
			return err
		}
		c.dicts = append(c.dicts, font)
	}
	at := top.ints(opFDSelect)
	if len(at) != 1 || at[0] < 0 || at[0]+5 > len(data) || len(c.dicts) == 0 {
		return errCFF
	}
	c.dictOf, err = readFDSelect(data[at[0]:], len(c.glyphs))
	return err
}

// readFontDict reads the private part of a dictionary and its subroutines.
func readFontDict(data []byte, d cffDict) (f fontDict, err error) {
	f.matrix = d.operands(opFontMatrix)
	place := d.ints(opPrivate)
	if len(place) == 0 {
		return f, nil
	}
	if len(place) != 2 || place[0] < 0 || place[1] < 0 || place[0]+place[1] > len(data) {
		return f, errCFF
	}
	size, at := place[0], place[1]
	private, err := readDict(data[at : at+size])
	if err != nil {
		return f, err
	}
	for _, e := range private {
		if e.op == opDefaultWidthX || e.op == opNominalWidthX {
			f.private = e.append(f.private)
		}
	}
	if nominal := private.ints(opNominalWidthX); len(nominal) == 1 {
		f.nominal = nominal[0]
	}
	if subrs := private.ints(opSubrs); len(subrs) == 1 && subrs[0] != 0 {
		f.subrs, err = indexAt(data, []int{at + subrs[0]})
	}
	return f, err
}

// readFDSelect returns the dictionary of each glyph. The table has at least 5 bytes.
func readFDSelect(b []byte, numGlyphs int) (func(uint16) int, error) {
	switch b[0] {
	case 0:
		if 1+numGlyphs > len(b) {
			return nil, errCFF
		}
		return func(g uint16) int { return int(b[1+int(g)]) }, nil
	case 3:
		n := int(be.Uint16(b[1:]))
		if n == 0 || 3+3*n > len(b) {
			return nil, errCFF
		}
		of := make([]uint8, numGlyphs)
		for i := range n {
			first, end := int(be.Uint16(b[3+3*i:])), numGlyphs
			if i+1 < n {
				end = min(end, int(be.Uint16(b[3+3*i+3:])))
			}
			for g := first; g < end; g++ {
				of[g] = b[3+3*i+2]
			}
		}
		return func(g uint16) int { return int(of[g]) }, nil
	}
	return nil, errCFF
}
