// Package program compiles templates.
//
// html/template decides, once, what each place of a template may hold and how a value has to be escaped there. From then on a
// template that is always given the same type is runs of text, and between them fields that are known to be there. A [Program] is
// that, and runs in a small part of the time: html/template looks each field up by its name and calls each escaper by reflection.
//
// What cannot be compiled, and a run that fails, is left to html/template, for the same bytes and for its words about what is wrong.
package program

import (
	"html/template"
	"reflect"
)

// A Program is a template for one type of what it is given.
type Program struct {
	run  step
	vars int
}

// A step writes a part of a page, or gives up.
type step func(r *run, dot reflect.Value) (ok bool)

// A run is one page being written.
type run struct {
	b    []byte
	vars []reflect.Value
	stop func(written int) bool
}

// Compile makes a program of a template that html/template has escaped, that is: of a set that was executed. The error says what
// is too hard for us. Functions are those of the set.
func Compile(set *template.Template, name string, dot reflect.Type, functions Functions) (*Program, error) {
	c := compiler{set: set, functions: functions}
	whole := c.template(name, value{dot, func(_ *run, dot reflect.Value) reflect.Value { return dot }})
	if c.err != nil {
		return nil, c.err
	}
	return &Program{whole, c.vars}, nil
}

// Append writes what the template makes of dot, which has the type it was compiled for. Stop is asked on every round of a range, and
// at the end, with how much is written, and gives the run up. Where it is not ok, html/template knows why; what was written then is to be thrown away.
func (p *Program) Append(b []byte, dot any, stop func(written int) bool) (page []byte, ok bool) {
	r := run{b, make([]reflect.Value, p.vars), stop}
	ok = p.run(&r, reflect.ValueOf(dot)) && !stop(len(r.b))
	return r.b, ok
}

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

// A Writer is a function of one argument that writes HTML.
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
			if x.CanAddr() { // as a field of a view can, which then is not copied
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
