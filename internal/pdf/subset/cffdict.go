package subset

import "errors"

var errCFF = errors.New("its table CFF is damaged")

// readIndex reads the items of an INDEX, and says where it ends.
func readIndex(data []byte, at int) (items [][]byte, end int, err error) {
	if at < 0 || at+2 > len(data) {
		return nil, 0, errCFF
	}
	n := int(be.Uint16(data[at:]))
	if n == 0 {
		return nil, at + 2, nil
	}
	if at+3 > len(data) {
		return nil, 0, errCFF
	}
	size, offsets := int(data[at+2]), at+3
	base := offsets + (n+1)*size - 1
	if size < 1 || size > 4 || base >= len(data) {
		return nil, 0, errCFF
	}
	offset := func(i int) (v int) {
		for _, c := range data[offsets+i*size : offsets+(i+1)*size] {
			v = v<<8 | int(c)
		}
		return v
	}
	items = make([][]byte, n)
	from := offset(0)
	for i := range items {
		to := offset(i + 1)
		if from < 1 || to < from || to > len(data)-base {
			return nil, 0, errCFF
		}
		items[i] = data[base+from : base+to : base+to]
		from = to
	}
	return items, base + from, nil
}

func indexAt(data []byte, at []int) ([][]byte, error) {
	if len(at) != 1 {
		return nil, errCFF
	}
	items, _, err := readIndex(data, at[0])
	return items, err
}

// A cffDict is the entries of a dictionary, in the order they stand in.
type cffDict []cffEntry

type cffEntry struct {
	op   int
	args []byte // operands as written
}

func (e cffEntry) append(b []byte) []byte { return appendOperator(append(b, e.args...), e.op) }

func appendOperator(b []byte, op int) []byte {
	if op > 0xff {
		b = append(b, byte(op>>8))
	}
	return append(b, byte(op))
}

func readDict(b []byte) (d cffDict, err error) {
	start := 0
	for at := 0; at < len(b); {
		if size := operandSize(b[at:]); size > 0 {
			at += size
			continue
		}
		e := cffEntry{op: int(b[at]), args: b[start:at:at]}
		if at++; e.op == 12 {
			if at == len(b) {
				return nil, errCFF
			}
			e.op = 12<<8 + int(b[at])
			at++
		}
		if e.op > 21 && e.op < 12<<8 || at > len(b) {
			return nil, errCFF
		}
		d, start = append(d, e), at
	}
	return d, nil
}

// operandSize is how many bytes the operand at the start of b has; 0: it is an operator, or cut short.
func operandSize(b []byte) int {
	size := 0
	switch c := b[0]; {
	case c == 28:
		size = 3
	case c == 29:
		size = 5
	case c == 30:
		return realSize(b)
	case c >= 32 && c <= 246:
		size = 1
	case c >= 247 && c <= 254:
		size = 2
	}
	if size > len(b) {
		return 0
	}
	return size
}

// realSize is the size of a number written in half-bytes, the last of which is 15.
func realSize(b []byte) int {
	for i := 1; i < len(b); i++ {
		if b[i]&15 == 15 || b[i]>>4 == 15 {
			return i + 1
		}
	}
	return 0
}

// operands are the bytes before an operator; nil: there is none.
func (d cffDict) operands(op int) []byte {
	for _, e := range d {
		if e.op == op {
			return e.args
		}
	}
	return nil
}

// ints are the operands of an operator up to the first that is no whole number.
func (d cffDict) ints(op int) (vs []int) {
	for b := d.operands(op); len(b) > 0 && b[0] != 30; {
		size := operandSize(b)
		vs = append(vs, integer(b[:size]))
		b = b[size:]
	}
	return vs
}

// integer reads a whole number of a dictionary or a charstring.
func integer(b []byte) int {
	switch c := int(b[0]); {
	case c == 28:
		return signed(b[1:])
	case c == 29:
		return int(int32(be.Uint32(b[1:])))
	case c <= 246:
		return c - 139
	case c <= 250:
		return (c-247)*256 + int(b[1]) + 108
	default:
		return -(c-251)*256 - int(b[1]) - 108
	}
}
