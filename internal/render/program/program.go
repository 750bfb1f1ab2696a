// Package program compiles templates.
//
// html/template decides, once, what each place of a template may hold and how a value has to be escaped there. From then on a
// template that is always given the same type is runs of text, and between them fields that are known to be there. A [Program] is
// that: it need not look fields up by their names, nor call escapers by reflection, and takes a fifth of the time.
//
// What is too hard to compile, and a run that fails, is left to html/template, for the same bytes and for its words about what is
// wrong. So this knows only what templates of large guides are made of; it need never learn the rest.
package program

import (
	"html/template"
	"reflect"
	"slices"
	"sync"
)

// A Program is a template for one type of what it is given.
type Program struct {
	whole step
	vars  int
}

// A step writes a part of a page, or gives up.
type step func(r *run, dot reflect.Value) (ok bool)

// A run is one page being written.
type run struct {
	b    []byte
	vars []reflect.Value
	stop func(written int) bool
}

// Compile makes a program of a template that html/template has escaped, which it does on first executing it. The error says what is
// too hard. Functions are those of the set.
func Compile(set *template.Template, name string, dot reflect.Type, functions Functions) (p *Program, err error) {
	defer func() {
		switch reason := recover().(type) {
		case nil:
		case tooHard:
			p, err = nil, reason
		default:
			panic(reason)
		}
	}()
	c := compiler{set: set, functions: functions}
	whole := c.template(name, given(dot))
	return &Program{whole, c.vars}, nil
}

// Append writes what the template makes of dot, which has the type it was compiled for. Stop is asked on every round of a range, and
// at the end, with how much is written, and gives the run up. Where it is not ok, html/template knows why; what was written then is
// to be thrown away.
func (p *Program) Append(b []byte, dot any, stop func(written int) bool) (page []byte, ok bool) {
	defer func() {
		if recover() != nil { // in a function of templates: html/template makes an error of it
			page, ok = nil, false
		}
	}()
	r := runs.Get().(*run)
	*r = run{b, slices.Grow(r.vars[:0], p.vars)[:p.vars], stop}
	ok = p.whole(r, reflect.ValueOf(dot)) && !stop(len(r.b))
	page, r.b, r.stop = r.b, nil, nil
	clear(r.vars)
	runs.Put(r)
	return page, ok
}

var runs = sync.Pool{New: func() any { return new(run) }}

// Functions are what templates may call: functions as in [template.FuncMap], and writers.
type Functions map[string]any

// Library is the functions as html/template takes them.
func (f Functions) Library() template.FuncMap {
	all := template.FuncMap{}
	for name, function := range f {
		if w, ok := function.(*Writer); ok {
			function = w.call
		}
		all[name] = function
	}
	return all
}

// A Writer is a function of templates, with one argument, that writes HTML.
type Writer struct {
	takes reflect.Type
	write func(b []byte, x reflect.Value) ([]byte, error)
	call  any
}

// NewWriter makes a function of templates from one that appends finished HTML: what it is given it has to escape itself.
func NewWriter[T any](write func(b []byte, x T) ([]byte, error)) *Writer {
	return &Writer{
		takes: reflect.TypeFor[T](),
		write: func(b []byte, x reflect.Value) ([]byte, error) {
			if x.CanAddr() { // as a field of a view can, which then is not copied to the heap
				return write(b, *x.Addr().Interface().(*T))
			}
			return write(b, x.Interface().(T))
		},
		call: func(x T) (template.HTML, error) {
			b, err := write(nil, x)
			return template.HTML(b), err
		},
	}
}
