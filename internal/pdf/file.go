package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"math/bits"
	"slices"
	"strconv"
	"sync"

	"github.com/klauspost/compress/zlib"
)

// A ref is the number of an object.
type ref int

// A file is the objects of a PDF, in the order they are written: small ones packed into compressed object streams, found by
// a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8).
type file struct {
	buf    []byte
	where  []position // by ref; 0 is no object
	packed []packed
	bodies []byte
}

// A position is where an object stands: at an offset in the file, or as the index-th of an object stream.
type position struct {
	offset int
	stream ref
	index  int
}

type packed struct {
	ref   ref
	start int // in bodies
}

// packMost keeps object streams small enough that a viewer which wants one object need not read them all, and an index one byte.
const packMost = 200

func newFile() *file {
	return &file{buf: append(make([]byte, 0, 32<<10), "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"...), where: make([]position, 1, 256), bodies: make([]byte, 0, 16<<10)}
}

// reserve numbers an object that will be written later.
func (f *file) reserve() ref {
	f.where = append(f.where, position{})
	return ref(len(f.where) - 1)
}

// put writes a reserved object that is not a stream.
func (f *file) put(r ref, body []byte) {
	f.packed = append(f.packed, packed{r, len(f.bodies)})
	f.bodies = append(append(f.bodies, body...), ' ')
	if len(f.packed) == packMost {
		f.flush()
	}
}

func (f *file) add(body []byte) ref {
	r := f.reserve()
	f.put(r, body)
	return r
}

// stream writes a stream and compresses it; d is its dictionary without length and filter.
func (f *file) stream(r ref, d dict, data []byte) { f.deflated(r, d, deflate(quick, data)) }

// deflated writes a stream that is compressed already.
func (f *file) deflated(r ref, d dict, z []byte) { f.verbatim(r, d.name("Filter", "FlateDecode"), z) }

// verbatim writes a stream as it is.
func (f *file) verbatim(r ref, d dict, data []byte) {
	f.where[r] = position{offset: len(f.buf)}
	f.buf = slices.Grow(f.buf, len(data)+len(d)+64)
	f.buf = append(strconv.AppendInt(f.buf, int64(r), 10), " 0 obj\n"...)
	f.buf = append(f.buf, d.int("Length", len(data)).end()...)
	f.buf = append(append(append(f.buf, "\nstream\n"...), data...), "\nendstream\nendobj\n"...)
}

// flush writes the packed objects into one object stream.
func (f *file) flush() {
	if len(f.packed) == 0 {
		return
	}
	r := f.reserve()
	var head []byte
	for i, p := range f.packed {
		f.where[p.ref] = position{stream: r, index: i}
		head = append(strconv.AppendInt(head, int64(p.ref), 10), ' ')
		head = append(strconv.AppendInt(head, int64(p.start), 10), ' ')
	}
	d := newDict().name("Type", "ObjStm").int("N", len(f.packed)).int("First", len(head))
	f.stream(r, d, append(head, f.bodies...))
	f.packed, f.bodies = f.packed[:0], f.bodies[:0]
}

// finish writes the cross-reference stream and the end. The file's id is a sum of all before it.
func (f *file) finish(root, info ref) []byte {
	f.flush()
	r := f.reserve()
	start := len(f.buf)
	f.where[r] = position{offset: start}
	sum := sha256.Sum256(f.buf)
	id := appendLiteral(nil, sum[:16])
	d := newDict().name("Type", "XRef").int("Size", len(f.where)).raw("ID", string(slices.Concat([]byte{'['}, id, id, []byte{']'}))).ref("Root", root).ref("Info", info)
	f.xref(r, d)
	return fmt.Appendf(f.buf, "startxref\n%d\n%%%%EOF\n", start)
}

// xref writes the cross-reference stream: per object a kind in one byte, an offset or the number of its object stream, and an index.
// Of each row it says how it differs from the one above (PNG's predictor Up), as neighbours are much alike.
func (f *file) xref(r ref, d dict) {
	size := (bits.Len(uint(max(len(f.buf), len(f.where)))) + 7) / 8
	columns := 1 + size + 1
	table := make([]byte, 0, (1+columns)*len(f.where))
	above, row := make([]byte, columns), make([]byte, columns)
	for i, p := range f.where {
		kind, at := byte(1), p.offset
		switch {
		case i == 0:
			kind = 0
		case p.stream != 0:
			kind, at = 2, int(p.stream)
		}
		row[0], row[columns-1] = kind, byte(p.index)
		for k := size; k > 0; k-- {
			row[k], at = byte(at), at>>8
		}
		const up = 2
		table = append(table, up)
		for k := range row {
			table = append(table, row[k]-above[k])
		}
		above, row = row, above
	}
	d = d.raw("W", fmt.Sprintf("[1 %d 1]", size)).raw("DecodeParms", fmt.Sprintf("<</Predictor 12/Columns %d>>", columns))
	f.stream(r, d, table)
}

// Ways to compress. Fonts are made smaller at little cost, and held ready for other documents; the rest takes a third of the time that
// the standard library needs, and is as small.
var (
	quick = compressors(6)
	tight = compressors(7)
)

func compressors(level int) *sync.Pool {
	return &sync.Pool{New: func() any {
		z, err := zlib.NewWriterLevel(io.Discard, level)
		if err != nil {
			panic("internal error: " + err.Error())
		}
		return z
	}}
}

func deflate(way *sync.Pool, data []byte) []byte {
	var out bytes.Buffer
	out.Grow(len(data)/2 + 64)
	z := way.Get().(*zlib.Writer)
	defer way.Put(z)
	z.Reset(&out)
	z.Write(data)
	z.Close()
	return out.Bytes()
}
