package site

import (
	"crypto/sha256"
	"encoding/binary"
	"reflect"
	"sync"

	"github.com/amends-guide/amends/internal/source"
)

// Sum names all that a view holds: two views with equal sums make the same page. A view is a pointer to a struct. Inside it,
// types with a method Sum() source.Sum speak for themselves; maps, functions and interfaces have no place in a view.
// Because a promoted method would speak for a whole view, such types are never embedded.
func Sum(view any) source.Sum {
	v := reflect.ValueOf(view).Elem()
	buffer := keys.Get().(*key)
	*buffer = fieldsOf(v.Type())((*buffer)[:0], v)
	sum := buffer.sum()
	keys.Put(buffer)
	return sum
}

// sealed lets a value that many views share remember its sum. Whoever makes the value seals it once it is complete;
// unsealed, its sum is worked out each time.
type sealed struct{ sum source.Sum }

func (s *sealed) or(view any) source.Sum {
	if s.sum != (source.Sum{}) {
		return s.sum
	}
	return Sum(view)
}

var keys = sync.Pool{New: func() any { return new(key) }}

// A key is the bytes a sum is made of. Whatever varies in length is preceded by it, so no two views make the same bytes.
type key []byte

func (k *key) int(n int) { *k = binary.AppendVarint(*k, int64(n)) }

func (k *key) string(s string) {
	k.int(len(s))
	*k = append(*k, s...)
}

func (k key) sum() source.Sum {
	sum := sha256.Sum256(k)
	return source.Sum(sum[:])
}

// A plan appends a value of one type to a key. Plans are made once per type.
type plan func(key, reflect.Value) key

var (
	plans   sync.Map // reflect.Type → plan
	fields  sync.Map // the same for structs, whether or not they can speak for themselves
	summing = reflect.TypeFor[interface{ Sum() source.Sum }]()
	seals   = reflect.TypeFor[sealed]()
)

func planOf(t reflect.Type) plan { return remembered(&plans, t, newPlan) }

func fieldsOf(t reflect.Type) plan { return remembered(&fields, t, planStruct) }

func remembered(known *sync.Map, t reflect.Type, make func(reflect.Type) plan) plan {
	if p, ok := known.Load(t); ok {
		return p.(plan)
	}
	p := make(t)
	known.Store(t, p)
	return p
}

func newPlan(t reflect.Type) plan {
	if t.Implements(summing) {
		return planSumming
	}
	switch t.Kind() {
	case reflect.String:
		return func(k key, v reflect.Value) key { k.string(v.String()); return k }
	case reflect.Bool:
		return planBool
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return func(k key, v reflect.Value) key { k.int(int(v.Int())); return k }
	case reflect.Uint8:
		return func(k key, v reflect.Value) key { return append(k, byte(v.Uint())) }
	case reflect.Pointer:
		return planPointer(t)
	case reflect.Slice, reflect.Array:
		return planSlice(t)
	case reflect.Struct:
		return fieldsOf(t)
	}
	panic("internal error: a view cannot hold a " + t.String())
}

func planSumming(k key, v reflect.Value) key {
	sum := v.Interface().(interface{ Sum() source.Sum }).Sum()
	return append(k, sum[:]...)
}

func planBool(k key, v reflect.Value) key {
	if v.Bool() {
		return append(k, 1)
	}
	return append(k, 0)
}

func planPointer(t reflect.Type) plan {
	elem := planOf(t.Elem())
	return func(k key, v reflect.Value) key {
		if v.IsNil() {
			return append(k, 0)
		}
		return elem(append(k, 1), v.Elem())
	}
}

func planSlice(t reflect.Type) plan {
	elem := planOf(t.Elem())
	return func(k key, v reflect.Value) key {
		n := v.Len()
		k.int(n)
		for i := range n {
			k = elem(k, v.Index(i))
		}
		return k
	}
}

func planStruct(t reflect.Type) plan {
	type field struct {
		index int
		plan  plan
	}
	var all []field
	for i := range t.NumField() {
		if f := t.Field(i); f.Type != seals {
			all = append(all, field{i, planOf(f.Type)})
		}
	}
	return func(k key, v reflect.Value) key {
		for _, f := range all {
			k = f.plan(k, v.Field(f.index))
		}
		return k
	}
}
