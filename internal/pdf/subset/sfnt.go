package subset

import (
	"math/bits"
	"slices"
)

// sfnt writes a font file of glyf outlines, with n glyphs.
func sfnt(f *Font, n int, data, loca, hmtx, cmap []byte) []byte {
	head, hhea, maxp := slices.Clone(f.head[:54]), slices.Clone(f.hhea[:36]), slices.Clone(f.maxp)
	be.PutUint32(head[8:], 0)  // checksum of all, set below
	be.PutUint16(head[50:], 1) // long offsets
	be.PutUint16(hhea[34:], uint16(n))
	be.PutUint16(maxp[4:], uint16(n))
	if len(maxp) >= 32 { // no instructions are left
		clear(maxp[14:28])
		be.PutUint16(maxp[14:], 1)
	}
	tables := []table{{"glyf", data}, {"head", head}, {"hhea", hhea}, {"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp}}
	if cmap != nil {
		tables = append([]table{{"cmap", cmap}}, tables...)
	}
	return assemble(tables)
}

type table struct {
	tag  string
	data []byte
}

// assemble writes tables, sorted by tag, behind their directory.
func assemble(tables []table) []byte {
	n := len(tables)
	low := bits.Len(uint(n)) - 1
	out := []byte{0, 1, 0, 0}
	for _, v := range []int{n, 16 << low, low, 16*n - 16<<low} {
		out = be.AppendUint16(out, uint16(v))
	}
	at, head := 12+16*n, 0
	for _, t := range tables {
		out = append(out, t.tag...)
		for _, v := range []uint32{sum(t.data), uint32(at), uint32(len(t.data))} {
			out = be.AppendUint32(out, v)
		}
		if t.tag == "head" {
			head = at
		}
		at += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		out = append(out, t.data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	be.PutUint32(out[head+8:], 0xB1B0AFBA-sum(out))
	return out
}

// sum adds up 32-bit numbers, the last filled up with zeros.
func sum(b []byte) (total uint32) {
	for ; len(b) >= 4; b = b[4:] {
		total += be.Uint32(b)
	}
	var rest [4]byte
	copy(rest[:], b)
	return total + be.Uint32(rest[:])
}
