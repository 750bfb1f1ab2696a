package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
	"strconv"
	"sync"
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

// packMost keeps object streams small enough that a viewer which wants one object need not read them all.
const packMost = 200

func newFile() *file {
	return &file{buf: append(make([]byte, 0, 32<<10), "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"...), where: make([]position, 1, 256)}
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
func (f *file) stream(r ref, d dict, data []byte) { f.deflated(r, d, deflate(data)) }

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
		head = fmt.Appendf(head, "%d %d ", p.ref, p.start)
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
	id := fmt.Sprintf("[<%X><%X>]", sum[:16], sum[:16])
	d := newDict().name("Type", "XRef").int("Size", len(f.where)).raw("W", "[1 4 2]").raw("ID", id).ref("Root", root).ref("Info", info)
	f.stream(r, d, f.table())
	return fmt.Appendf(f.buf, "startxref\n%d\n%%%%EOF\n", start)
}

// table is the body of the cross-reference stream: per object a kind in one byte, then four bytes and two.
func (f *file) table() []byte {
	b := make([]byte, 0, 7*len(f.where))
	b = append(b, 0, 0, 0, 0, 0, 0xff, 0xff)
	for _, p := range f.where[1:] {
		kind, at := byte(1), p.offset
		if p.stream != 0 {
			kind, at = 2, int(p.stream)
		}
		b = binary.BigEndian.AppendUint32(append(b, kind), uint32(at))
		b = binary.BigEndian.AppendUint16(b, uint16(p.index))
	}
	return b
}

var compressors = sync.Pool{New: func() any { return zlib.NewWriter(io.Discard) }}

func deflate(data []byte) []byte {
	var out bytes.Buffer
	out.Grow(len(data)/2 + 64)
	z := compressors.Get().(*zlib.Writer)
	defer compressors.Put(z)
	z.Reset(&out)
	z.Write(data)
	z.Close()
	return out.Bytes()
}
