package facts

import (
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/slab"
)

// Words are the closed vocabularies a value may be checked against: for a vocabulary's name ("move") its ids in order, and
// where they are written ("content/vocabulary.toml:12"), and what people write for some of them ("wife" → "partner"), for the
// did-you-mean. A vocabulary without ids lets every word pass: that it cannot be read is a problem of its own.
type Words func(vocabulary string) (ids []string, where string, also map[string]string)

// Decode fills the struct that into points at, by its field tags:
//
//	toml:"phrase"     the key; fields without it are left alone; embedded structs are read as if their fields stood here
//	need:"yes"        missing or empty is a problem; on an embedded struct, the keys of it that are needed: need:"summary"
//	max:"120"         most characters of a string (of each element, in a list)
//	in:"move"         the string, or each element, is a word of that vocabulary; a stranger is a problem of class unknown-move
//	items:"2-6"       least and most elements of a list, where the key is given; of exactly so many, some may be alike
//	range:"1-3"       least and most of an int; "2|10|20|40" for a choice
//	default:"adult"   what a missing string is
//	known:"url lang"  what other programs call the key, for the did-you-mean
//	about:"…"         one line for the reference
//
// Types: string, bool, int, Date, struct, map[string]struct, map[string]string, and slices of string, struct. Keys
// that no field has are problems with a did-you-mean; others gives keys that would be right in another kind of entry and whose
// they are ("summary" → "an essay"), so that the hint can say so. Both words and others may be nil.
func (t *Table) Decode(into any, words Words, others map[string]string) []report.Problem {
	dst := reflect.ValueOf(into).Elem()
	p := planOf(dst.Type())
	t = t.awake()
	if t.text == nil {
		p.fallBack(dst)
		return nil
	}
	d := decoder{place: t.text, words: words, others: others}
	if t.stray != nil {
		p.fallBack(dst)
		d.wrongType(&field{kind: tableKind, inner: p}, t.node, t.stray)
	} else {
		d.table(p, t.node, t.values, dst)
	}
	return d.problems
}

func (p *plan) fallBack(dst reflect.Value) {
	for i := range p.fields {
		if f := &p.fields[i]; f.fallback != "" {
			dst.FieldByIndex(f.index).SetString(f.fallback)
		}
	}
}

// A decoder walks a table's places and values side by side.
type decoder struct {
	place    *text
	words    Words
	others   map[string]string
	around   []enclosing // the tables around the one being read, outermost first
	problems []report.Problem
}

// An enclosing table is one that the table being read stands in.
type enclosing struct {
	plan *plan
	node *node
}

func (d *decoder) add(p report.Problem) { d.problems = append(d.problems, p) }

func (d *decoder) table(p *plan, n *node, values map[string]any, dst reflect.Value) {
	d.around = append(d.around, enclosing{p, n})
	p.fallBack(dst)
	var meant []string // keys that are there, in another spelling
	for _, key := range n.keys() {
		if f := p.byKey[key]; f != nil {
			d.value(f, n.kid(key), values[key], dst.FieldByIndex(f.index))
		} else {
			meant = append(meant, d.stranger(p, n, key))
		}
	}
	for i := range p.fields {
		if f := &p.fields[i]; f.need && n.kid(f.key) == nil && !slices.Contains(meant, f.key) && !d.place.unread {
			d.missing(f, n)
		}
	}
	d.around = d.around[:len(d.around)-1]
}

func (d *decoder) value(f *field, n *node, v any, dst reflect.Value) {
	if n.lost || n.loose && !d.apart(f, n) {
		return
	}
	fits := false
	switch f.kind {
	case textKind:
		var s string
		if s, fits = v.(string); fits {
			d.setText(f, n, s, dst)
		}
	case truthKind:
		var truth bool
		if truth, fits = v.(bool); fits {
			dst.SetBool(truth)
		}
	case numberKind:
		var i int64
		if i, fits = v.(int64); fits {
			d.inRange(f, n, i)
			dst.SetInt(i)
		}
	case dateKind:
		fits = d.date(n, v, dst)
	case tableKind:
		var values map[string]any
		if values, fits = v.(map[string]any); fits {
			d.table(f.inner, n, values, dst)
		}
	case namedKind, labelsKind:
		var values map[string]any
		if values, fits = v.(map[string]any); fits {
			d.named(f, n, values, dst)
		}
	case textsKind, tablesKind:
		var list []any
		if list, fits = elements(v); fits {
			d.list(f, n, list, dst)
		}
	}
	if !fits {
		d.wrongType(f, n, v)
	}
}

func (d *decoder) setText(f *field, n *node, s string, dst reflect.Value) {
	switch {
	case strings.TrimSpace(s) != "":
		d.text(f, n, s)
		dst.SetString(d.place.ours(n.value, s))
	case f.need:
		d.empty(f, n)
	}
}

// date takes a calendar day: the library gives a time for a time of day as well, so what is written decides.
func (d *decoder) date(n *node, v any, dst reflect.Value) bool {
	day, ok := v.(time.Time)
	if !ok || n.value.to-n.value.from != len("2026-11-23") {
		return false
	}
	dst.Set(reflect.ValueOf(DateOf(day)))
	return true
}

// lists are what lists of strings are kept in.
var lists slab.Of[string]

func (d *decoder) list(f *field, n *node, list []any, dst reflect.Value) {
	var slice reflect.Value
	if dst.Type() == reflect.TypeFor[[]string]() {
		slice = reflect.ValueOf(lists.Take(len(list)))
	} else {
		slice = reflect.MakeSlice(dst.Type(), len(list), len(list))
	}
	element := *f
	element.need, element.element, element.kind = true, true, tableKind
	if f.kind == textsKind {
		element.kind = textKind
	}
	for i, v := range list {
		d.value(&element, n.item(i), v, slice.Index(i))
	}
	dst.Set(slice)
	d.amount(f, n, len(list))
	if isTuple := f.most > 0 && f.least == f.most; f.kind == textsKind && !isTuple {
		d.repeated(n, dst)
	}
}

func (d *decoder) named(f *field, n *node, values map[string]any, dst reflect.Value) {
	dst.Set(reflect.MakeMapWithSize(dst.Type(), len(values)))
	for _, name := range n.keys() {
		if n.kid(name).lost {
			continue
		}
		element := *f
		element.key, element.kind = name, tableKind
		if f.kind == labelsKind {
			element.kind = textKind
		}
		v := reflect.New(dst.Type().Elem()).Elem()
		d.value(&element, n.kid(name), values[name], v)
		dst.SetMapIndex(reflect.ValueOf(name), v)
	}
	if f.need && len(values) == 0 {
		d.empty(f, n)
	}
}
