package program

import (
	"fmt"
	"reflect"
	"text/template/parse"
)

// A value is an expression whose type is known. Get returns the zero Value where there is none: behind a nil pointer, or when a
// function fails.
type value struct {
	typ reflect.Type // nil: nothing
	get func(r *run, dot reflect.Value) reflect.Value
}

func (x value) String() string { return fmt.Sprint(x.typ) }

// unknown gives up on a value.
func (c *compiler) unknown(at fmt.Stringer) value {
	c.fail(at)
	return value{}
}

func (c *compiler) pipe(pipe *parse.PipeNode, dot reflect.Type) value {
	if len(pipe.Decl) > 0 || len(pipe.Cmds) != 1 {
		return c.unknown(pipe)
	}
	return c.command(pipe.Cmds[0], dot)
}

func (c *compiler) command(cmd *parse.CommandNode, dot reflect.Type) value {
	if name := called(cmd); name != "" {
		return c.call(cmd, c.functions[name], dot)
	}
	if len(cmd.Args) > 1 {
		return c.unknown(cmd)
	}
	return c.argument(cmd.Args[0], dot)
}

func (c *compiler) argument(node parse.Node, dot reflect.Type) value {
	switch n := node.(type) {
	case *parse.DotNode:
		return c.fields(n, value{dot, func(_ *run, dot reflect.Value) reflect.Value { return dot }}, nil)
	case *parse.FieldNode:
		return c.fields(n, value{dot, func(_ *run, dot reflect.Value) reflect.Value { return dot }}, n.Ident)
	case *parse.VariableNode:
		for i := len(c.scope) - 1; i >= 0; i-- {
			if v := c.scope[i]; v.name == n.Ident[0] {
				return c.fields(n, value{v.typ, func(r *run, _ reflect.Value) reflect.Value { return r.vars[v.slot] }}, n.Ident[1:])
			}
		}
	case *parse.StringNode:
		return constant(n.Text)
	case *parse.NumberNode:
		if n.IsInt {
			return constant(int(n.Int64))
		}
	}
	return c.unknown(node)
}

func constant(x any) value {
	v := reflect.ValueOf(x)
	return value{v.Type(), func(*run, reflect.Value) reflect.Value { return v }}
}

// fields is x.A.B.
func (c *compiler) fields(at parse.Node, x value, names []string) value {
	for _, name := range names {
		if x = c.elem(at, x); x.typ == nil || x.typ.Kind() != reflect.Struct {
			return c.unknown(at)
		}
		if method, ok := x.typ.MethodByName(name); ok && method.Type.NumIn() == 1 && method.Type.NumOut() == 1 {
			x = value{method.Type.Out(0), callOf(x.get, method.Index)}
			continue
		}
		field, ok := x.typ.FieldByName(name)
		if !ok || !field.IsExported() {
			return c.unknown(at)
		}
		for i, index := range field.Index { // through what is embedded
			if i > 0 && x.typ.Kind() != reflect.Struct {
				return c.unknown(at)
			}
			x = value{x.typ.Field(index).Type, fieldOf(x.get, index)}
		}
	}
	if x.typ == nil || x.typ.Kind() == reflect.Interface {
		return c.unknown(at)
	}
	return x
}

func fieldOf(of func(*run, reflect.Value) reflect.Value, at int) func(*run, reflect.Value) reflect.Value {
	return func(r *run, dot reflect.Value) reflect.Value {
		v := of(r, dot)
		if !v.IsValid() {
			return v
		}
		return v.Field(at)
	}
}

func callOf(of func(*run, reflect.Value) reflect.Value, method int) func(*run, reflect.Value) reflect.Value {
	return func(r *run, dot reflect.Value) reflect.Value {
		v := of(r, dot)
		if !v.IsValid() {
			return v
		}
		return v.Method(method).Call(nil)[0]
	}
}

// elem is what x points to, if it is a pointer.
func (c *compiler) elem(at parse.Node, x value) value {
	if x.typ == nil {
		return c.unknown(at)
	}
	if x.typ.Kind() != reflect.Pointer {
		return x
	}
	return value{x.typ.Elem(), func(r *run, dot reflect.Value) reflect.Value {
		v := x.get(r, dot)
		if !v.IsValid() {
			return v
		}
		return v.Elem()
	}}
}

// to is x as an argument of a type. Like html/template it follows a pointer.
func (c *compiler) to(typ reflect.Type, x value, at parse.Node) value {
	if x.typ != typ {
		x = c.elem(at, x)
	}
	if x.typ != typ {
		return c.unknown(at)
	}
	return x
}

// call is a call of a function as in [template.FuncMap].
func (c *compiler) call(cmd *parse.CommandNode, function any, dot reflect.Type) value {
	f, nodes := reflect.ValueOf(function), cmd.Args[1:]
	if f.Kind() != reflect.Func {
		return c.unknown(cmd)
	}
	t := f.Type()
	fixed := t.NumIn()
	if t.IsVariadic() {
		fixed--
	}
	if len(nodes) < fixed || len(nodes) > fixed && !t.IsVariadic() {
		return c.unknown(cmd)
	}
	var args []value
	for i, node := range nodes {
		x := c.argument(node, dot)
		takes := t.In(min(i, fixed))
		if i >= fixed {
			takes = takes.Elem()
		}
		if x.typ == nil || !x.typ.AssignableTo(takes) {
			return c.unknown(cmd)
		}
		args = append(args, x)
	}
	return value{t.Out(0), func(r *run, dot reflect.Value) reflect.Value {
		in := make([]reflect.Value, len(args))
		for i, x := range args {
			if in[i] = x.get(r, dot); !in[i].IsValid() {
				return reflect.Value{}
			}
		}
		out := f.Call(in)
		if len(out) > 1 && !out[1].IsNil() {
			return reflect.Value{}
		}
		return out[0]
	}}
}
