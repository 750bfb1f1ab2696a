package pdf

import "strconv"

// A dict is a dictionary in the making; its methods append one entry each and can be chained.
type dict []byte

func newDict() dict { return append(make(dict, 0, 128), "<<"...) }

func (d dict) name(key, v string) dict         { return appendName(appendName(d, key), v) }
func (d dict) ref(key string, r ref) dict      { return appendRef(append(appendName(d, key), ' '), r) }
func (d dict) text(key, v string) dict         { return appendText(appendName(d, key), v) }
func (d dict) raw(key, v string) dict          { return append(append(appendName(d, key), ' '), v...) }
func (d dict) bytes(key string, v []byte) dict { return appendLiteral(appendName(d, key), v) }
func (d dict) int(key string, v int) dict {
	return strconv.AppendInt(append(appendName(d, key), ' '), int64(v), 10)
}
func (d dict) number(key string, v float64) dict {
	return appendNumber(append(appendName(d, key), ' '), v)
}

func (d dict) numbers(key string, vs ...float64) dict {
	return append(appendNumbers(append(appendName(d, key), '['), vs...), ']')
}

func (d dict) points(key string, vs ...float64) dict {
	d = append(appendName(d, key), '[')
	for i, v := range vs {
		if i > 0 {
			d = append(d, ' ')
		}
		d = appendPoint(d, v)
	}
	return append(d, ']')
}

func (d dict) refs(key string, rs []ref) dict {
	return append(appendRefs(append(appendName(d, key), '['), rs), ']')
}

func (d dict) end() []byte { return append(d, ">>"...) }

func appendNumbers(b []byte, vs ...float64) []byte {
	for i, v := range vs {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendNumber(b, v)
	}
	return b
}

func appendRefs(b []byte, rs []ref) []byte {
	for i, r := range rs {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendRef(b, r)
	}
	return b
}
