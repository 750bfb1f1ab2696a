package facts

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"sync"
)

// A kind is what a field holds.
type kind uint8

const (
	textKind   kind = iota // string
	truthKind              // bool
	numberKind             // int
	dateKind               // Date
	tableKind              // struct
	textsKind              // []string
	tablesKind             // []struct
	namedKind              // map[string]struct
	labelsKind             // map[string]string
)

// A plan is how Decode fills a type of struct. It is made once for each type, and frozen.
type plan struct {
	fields []field
	byKey  map[string]*field
	names  []string          // the keys, for did-you-mean
	known  map[string]string // what other programs call a key → our key
}

// A field is one key of a plan.
type field struct {
	key        string
	index      []int // as in reflect.Type.FieldByIndex
	kind       kind
	need       bool
	vocabulary string
	max        int   // characters; 0 is no limit
	least      int   // items of a list
	most       int   // items of a list; 0 is no limit
	low, high  int   // of a number, unless both are 0
	choices    []int // of a number
	fallback   string
	about      string
	inner      *plan // of tableKind, tablesKind and namedKind
	element    bool  // stands for one element of the list under its key
}

var plans sync.Map // reflect.Type → *plan

func planOf(t reflect.Type) *plan {
	if p, ok := plans.Load(t); ok {
		return p.(*plan)
	}
	p := &plan{byKey: map[string]*field{}, known: map[string]string{}}
	p.read(t, nil, nil)
	for i := range p.fields {
		f := &p.fields[i]
		if p.byKey[f.key] != nil {
			panic(fmt.Sprintf("internal error: two fields of %v read the key %q", t, f.key))
		}
		p.byKey[f.key] = f
		p.names = append(p.names, f.key)
	}
	known, _ := plans.LoadOrStore(t, p)
	return known.(*plan)
}

// read adds the fields of a struct and of those embedded in it; needed are keys that the struct around it needs.
func (p *plan) read(t reflect.Type, above []int, needed []string) {
	for i := range t.NumField() {
		sf := t.Field(i)
		index := append(append([]int{}, above...), i)
		key, tagged := sf.Tag.Lookup("toml")
		switch {
		case sf.Anonymous && !tagged:
			p.read(sf.Type, index, append(needed, strings.Fields(sf.Tag.Get("need"))...))
		case tagged && key != "-":
			for _, name := range strings.Fields(sf.Tag.Get("known")) {
				p.known[name] = key
			}
			p.fields = append(p.fields, newField(sf, key, index, needed))
		}
	}
}

func newField(sf reflect.StructField, key string, index []int, needed []string) field {
	f := field{
		key: key, index: index,
		vocabulary: sf.Tag.Get("in"), fallback: sf.Tag.Get("default"), about: sf.Tag.Get("about"),
		need: sf.Tag.Get("need") == "yes",
	}
	for _, n := range needed {
		f.need = f.need || n == key
	}
	f.kind, f.inner = kindOf(sf.Type)
	f.max = number(sf.Tag.Get("max"))
	f.least, f.most = bounds(sf.Tag.Get("items"))
	if many := sf.Tag.Get("range"); strings.Contains(many, "|") {
		for choice := range strings.SplitSeq(many, "|") {
			f.choices = append(f.choices, number(choice))
		}
	} else {
		f.low, f.high = bounds(many)
	}
	return f
}

func kindOf(t reflect.Type) (kind, *plan) {
	switch t.Kind() {
	case reflect.String:
		return textKind, nil
	case reflect.Bool:
		return truthKind, nil
	case reflect.Int:
		return numberKind, nil
	case reflect.Struct:
		if t == reflect.TypeFor[Date]() {
			return dateKind, nil
		}
		return tableKind, planOf(t)
	case reflect.Slice:
		if t.Elem().Kind() == reflect.String {
			return textsKind, nil
		}
		return tablesKind, planOf(t.Elem())
	case reflect.Map:
		if t.Elem().Kind() == reflect.String {
			return labelsKind, nil
		}
		return namedKind, planOf(t.Elem())
	}
	panic(fmt.Sprintf("internal error: facts cannot fill a %v", t))
}

// bounds reads "2-6"; "" is no bounds.
func bounds(tag string) (low, high int) {
	if tag == "" {
		return 0, 0
	}
	from, to, _ := strings.Cut(tag, "-")
	return number(from), number(to)
}

func number(tag string) int {
	if tag == "" {
		return 0
	}
	n, err := strconv.Atoi(tag)
	if err != nil {
		panic("internal error: in a struct tag: " + err.Error())
	}
	return n
}
