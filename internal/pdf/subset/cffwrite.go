package subset

import (
	"fmt"
	"math/bits"
)

// subset writes a CFF font keyed by CIDs, the form in which one PDF font can show any of a font's glyphs. All subroutines are
// gone: shared ones would have to be renumbered, and compression finds what repeats.
func (c *cff) subset(_ *Font, glyphs []uint16, _ []byte) ([]byte, error) {
	chars, size := make([][]byte, len(glyphs)), 0
	used := dictUse{number: map[int]byte{}}
	for i, g := range glyphs {
		flat, err := c.flatten(g)
		if err != nil {
			return nil, err
		}
		if size += len(flat); size > largest {
			return nil, errTooLarge
		}
		chars[i] = flat
		if g == Blank {
			g = 0
		}
		if err := used.add(i, c.dictOf(g)); err != nil {
			return nil, err
		}
	}
	out := []byte{1, 0, 4, 4}
	out = appendIndex(out, []byte("Subset"))
	unknown := c.top(places{}, len(glyphs))
	out = appendIndex(out, unknown)
	top := len(out) - len(unknown)
	out = appendIndex(out, []byte("Adobe"), []byte("Identity"))
	out = appendIndex(out) // global subroutines
	var at places
	at.charset = len(out)
	out = appendCharset(out, len(glyphs))
	at.fdSelect = len(out)
	out = used.appendSelect(out, len(glyphs))
	at.charStrings = len(out)
	out = appendIndex(out, chars...)
	out, at.fdArray = c.appendDicts(out, used.dicts)
	copy(out[top:], c.top(at, len(glyphs)))
	return out, nil
}

// places are offsets that the top dictionary holds.
type places struct{ charset, fdSelect, charStrings, fdArray int }

// top is the top dictionary; its size does not depend on the places.
func (c *cff) top(at places, n int) (d []byte) {
	const adobe, identity = 391, 392 // the first two strings that are not standard
	d = appendOperator(appendInt(appendInt(appendInt(d, adobe), identity), 0), opROS)
	if c.matrix != nil {
		d = appendOperator(append(d, c.matrix...), opFontMatrix)
	}
	if c.box != nil {
		d = appendOperator(append(d, c.box...), opFontBBox)
	}
	d = appendOperator(appendInt(d, n), opCIDCount)
	d = appendOperator(appendInt(d, at.charset), opCharset)
	d = appendOperator(appendInt(d, at.charStrings), opCharStrings)
	d = appendOperator(appendInt(d, at.fdArray), opFDArray)
	return appendOperator(appendInt(d, at.fdSelect), opFDSelect)
}

// appendInt writes a number in five bytes, whatever its size.
func appendInt(b []byte, v int) []byte { return be.AppendUint32(append(b, 29), uint32(v)) }

// appendCharset says that the CID of each glyph is its number.
func appendCharset(b []byte, n int) []byte {
	if n == 1 {
		return append(b, 0) // glyph 0 is never listed
	}
	return be.AppendUint16(be.AppendUint16(append(b, 2), 1), uint16(n-2))
}

// appendIndex writes an INDEX, with offsets as short as its size allows.
func appendIndex(b []byte, items ...[]byte) []byte {
	b = be.AppendUint16(b, uint16(len(items)))
	if len(items) == 0 {
		return b
	}
	end := 1
	for _, item := range items {
		end += len(item)
	}
	size := (bits.Len(uint(end)) + 7) / 8
	b = append(b, byte(size))
	at := 1
	b = appendOffset(b, size, at)
	for _, item := range items {
		at += len(item)
		b = appendOffset(b, size, at)
	}
	for _, item := range items {
		b = append(b, item...)
	}
	return b
}

// appendOffset writes the last bytes of a number, so many.
func appendOffset(b []byte, size, v int) []byte {
	for size--; size >= 0; size-- {
		b = append(b, byte(v>>(8*size)))
	}
	return b
}

// dictUse is which of the font's dictionaries the glyphs use.
type dictUse struct {
	dicts  []int        // as numbered in the font, in order of first use
	number map[int]byte // where each stands in dicts
	ranges []byte       // of FDSelect: first glyph, dictionary
	last   byte
}

func (u *dictUse) add(glyph, dict int) error {
	n, known := u.number[dict]
	if !known {
		if len(u.dicts) > 0xff {
			return fmt.Errorf("%w: more than 256 dictionaries", errCFF)
		}
		n = byte(len(u.dicts))
		u.number[dict] = n
		u.dicts = append(u.dicts, dict)
	}
	if glyph == 0 || n != u.last {
		u.ranges = append(be.AppendUint16(u.ranges, uint16(glyph)), n)
		u.last = n
	}
	return nil
}

func (u *dictUse) appendSelect(b []byte, n int) []byte {
	b = be.AppendUint16(append(b, 3), uint16(len(u.ranges)/3))
	return be.AppendUint16(append(b, u.ranges...), uint16(n))
}

// appendDicts writes the private parts and then the array of dictionaries, and says where the array is.
func (c *cff) appendDicts(out []byte, used []int) (all []byte, array int) {
	dicts := make([][]byte, len(used))
	for i, n := range used {
		f := c.dicts[n]
		if f.matrix != nil {
			dicts[i] = appendOperator(append(dicts[i], f.matrix...), opFontMatrix)
		}
		dicts[i] = appendOperator(appendInt(appendInt(dicts[i], len(f.private)), len(out)), opPrivate)
		out = append(out, f.private...)
	}
	return appendIndex(out, dicts...), len(out)
}
