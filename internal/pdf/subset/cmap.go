package subset

import (
	"math/bits"
	"slices"
	"sort"
)

// A charMap finds glyphs by character.
type charMap interface{ glyph(r rune) uint16 }

// readCmap takes the widest Unicode map of a font; without one, no character has a glyph.
func readCmap(table []byte) charMap {
	var best charMap = segments(nil)
	if len(table) < 4 {
		return best
	}
	rank := 0
	for i := range int(be.Uint16(table[2:])) {
		at := 4 + 8*i
		if at+8 > len(table) {
			break
		}
		offset := int(be.Uint32(table[at+4:]))
		if offset+16 > len(table) {
			continue
		}
		sub, platform, encoding := table[offset:], be.Uint16(table[at:]), be.Uint16(table[at+2:])
		isUnicode := platform == 0 || platform == 3 && (encoding == 1 || encoding == 10)
		switch format := be.Uint16(sub); {
		case isUnicode && format == 12 && rank < 2:
			best, rank = groups(sub), 2
		case isUnicode && format == 4 && rank < 1:
			best, rank = segments(sub), 1
		}
	}
	return best
}

// segments is a map of format 4: the first 65,536 characters.
type segments []byte

func (s segments) glyph(r rune) uint16 {
	if len(s) < 16 || r < 0 || r > 0xffff {
		return 0
	}
	n := int(be.Uint16(s[6:])) / 2
	ends, starts, deltas, offsets := 14, 16+2*n, 16+4*n, 16+6*n
	if offsets+2*n > len(s) {
		return 0
	}
	i := sort.Search(n, func(i int) bool { return rune(be.Uint16(s[ends+2*i:])) >= r })
	if i == n || rune(be.Uint16(s[starts+2*i:])) > r {
		return 0
	}
	start, delta, offset := be.Uint16(s[starts+2*i:]), be.Uint16(s[deltas+2*i:]), int(be.Uint16(s[offsets+2*i:]))
	if offset == 0 {
		return uint16(r) + delta
	}
	at := offsets + 2*i + offset + 2*int(uint16(r)-start)
	if at+2 > len(s) {
		return 0
	}
	if g := be.Uint16(s[at:]); g != 0 {
		return g + delta
	}
	return 0
}

// groups is a map of format 12: all characters.
type groups []byte

func (g groups) glyph(r rune) uint16 {
	n := min(int(be.Uint32(g[12:])), (len(g)-16)/12)
	i := sort.Search(n, func(i int) bool { return rune(be.Uint32(g[16+12*i+4:])) >= r })
	if r < 0 || i == n {
		return 0
	}
	group := g[16+12*i:]
	first, start := rune(be.Uint32(group)), be.Uint32(group[8:])
	if first > r || uint32(r-first)+start > 0xffff {
		return 0
	}
	return uint16(uint32(r-first) + start)
}

// writeCmap writes a table with one map, of format 4: a segment for each character, and the last that must be there.
func writeCmap(runes []rune) []byte {
	type segment struct{ r, delta uint16 }
	var all []segment
	for g, r := range runes[1:] {
		all = append(all, segment{uint16(r), uint16(g+1) - uint16(r)})
	}
	slices.SortFunc(all, func(a, b segment) int { return int(a.r) - int(b.r) })
	all = append(all, segment{0xffff, 1})
	n := len(all)
	low := bits.Len(uint(n)) - 1
	b := []byte{0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12} // one map, for Windows and Unicode
	for _, v := range []int{4, 16 + 8*n, 0, 2 * n, 2 << low, low, 2*n - 2<<low} {
		b = be.AppendUint16(b, uint16(v))
	}
	for _, s := range all {
		b = be.AppendUint16(b, s.r) // where it ends
	}
	b = append(b, 0, 0)
	for _, s := range all {
		b = be.AppendUint16(b, s.r) // where it starts
	}
	for _, s := range all {
		b = be.AppendUint16(b, s.delta)
	}
	return append(b, make([]byte, 2*n)...)
}
