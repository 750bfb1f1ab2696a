package program

import (
	"reflect"
	"strconv"
	"text/template/parse"
)

// A value is an expression whose type is known. Get returns the zero Value where there is nothing: behind a nil pointer, or when a
// function fails.
type value struct {
	typ reflect.Type // nil for what is given to a template that is given nothing
	get func(r *run, dot reflect.Value) reflect.Value
}

// given is the dot.
func given(typ reflect.Type) value {
	if typ == nil {
		return value{nil, func(*run, reflect.Value) reflect.Value { return reflect.Value{} }}
	}
	return value{typ, func(_ *run, dot reflect.Value) reflect.Value { return dot }}
}

func constant(x any) value {
	v := reflect.ValueOf(x)
	return value{v.Type(), func(*run, reflect.Value) reflect.Value { return v }}
}

// then is what comes of x.
func (x value) then(typ reflect.Type, next func(reflect.Value) reflect.Value) value {
	return value{typ, func(r *run, dot reflect.Value) reflect.Value {
		v := x.get(r, dot)
		if v.IsValid() {
			v = next(v)
		}
		return v
	}}
}

func (c *compiler) pipe(pipe *parse.PipeNode, dot reflect.Type) value {
	if len(pipe.Decl) > 0 || len(pipe.Cmds) > 1 {
		panic(c.hard(pipe))
	}
	return c.command(pipe.Cmds[0], dot)
}

func (c *compiler) command(cmd *parse.CommandNode, dot reflect.Type) value {
	switch {
	case called(cmd) != "":
		return c.call(cmd, dot)
	case len(cmd.Args) > 1:
		panic(c.hard(cmd))
	}
	return c.argument(cmd.Args[0], dot)
}

// called is the function that a command calls, or "".
func called(cmd *parse.CommandNode) string {
	if name, ok := cmd.Args[0].(*parse.IdentifierNode); ok {
		return name.Ident
	}
	return ""
}

// only is the one argument of a call.
func (c *compiler) only(cmd *parse.CommandNode, dot reflect.Type) value {
	if len(cmd.Args) != 2 {
		panic(c.hard(cmd))
	}
	return c.argument(cmd.Args[1], dot)
}

func (c *compiler) argument(node parse.Node, dot reflect.Type) value {
	switch n := node.(type) {
	case *parse.DotNode:
		return c.fields(n, given(dot), nil)
	case *parse.FieldNode:
		return c.fields(n, given(dot), n.Ident)
	case *parse.VariableNode:
		for i := len(c.scope) - 1; i >= 0; i-- {
			if v := c.scope[i]; v.name == n.Ident[0] {
				return c.fields(n, value{v.typ, func(r *run, _ reflect.Value) reflect.Value { return r.vars[v.slot] }}, n.Ident[1:])
			}
		}
	case *parse.StringNode:
		return constant(n.Text)
	case *parse.NumberNode:
		if whole, err := strconv.Atoi(n.Text); err == nil {
			return constant(whole)
		}
	}
	panic(c.hard(node))
}

// fields is x.A.B.
func (c *compiler) fields(at parse.Node, x value, names []string) value {
	for _, name := range names {
		x = c.field(at, elem(x), name)
	}
	if x.typ == nil || x.typ.Kind() == reflect.Interface { // what it holds is not known yet
		panic(c.hard(at))
	}
	return x
}

func (c *compiler) field(at parse.Node, x value, name string) value {
	if x.typ == nil || x.typ.Kind() != reflect.Struct {
		panic(c.hard(at))
	}
	if m, ok := x.typ.MethodByName(name); ok && m.Type.NumIn() == 1 && m.Type.NumOut() == 1 {
		return x.then(m.Type.Out(0), func(v reflect.Value) reflect.Value { return v.Method(m.Index).Call(nil)[0] })
	}
	field, ok := x.typ.FieldByName(name)
	if !ok || !field.IsExported() {
		panic(c.hard(at))
	}
	for i, index := range field.Index { // through what is embedded
		if i > 0 && x.typ.Kind() != reflect.Struct {
			panic(c.hard(at))
		}
		x = x.then(x.typ.Field(index).Type, func(v reflect.Value) reflect.Value { return v.Field(index) })
	}
	return x
}

// elem is what x points to, if it is a pointer.
func elem(x value) value {
	if x.typ == nil || x.typ.Kind() != reflect.Pointer {
		return x
	}
	return x.then(x.typ.Elem(), reflect.Value.Elem)
}

// to is x as an argument of a type. Like html/template it follows a pointer.
func (c *compiler) to(typ reflect.Type, x value, at parse.Node) value {
	if x.typ != typ {
		x = elem(x)
	}
	if x.typ != typ {
		panic(c.hard(at))
	}
	return x
}

// call is a call of a function that makes text of a key and values.
func (c *compiler) call(cmd *parse.CommandNode, dot reflect.Type) value {
	say, ok := c.functions[called(cmd)].(func(string, ...any) (string, error))
	if !ok || len(cmd.Args) < 2 || cmd.Args[1].Type() != parse.NodeString {
		panic(c.hard(cmd))
	}
	key := cmd.Args[1].(*parse.StringNode).Text
	var args []value
	for _, node := range cmd.Args[2:] {
		args = append(args, c.argument(node, dot))
	}
	return value{reflect.TypeFor[string](), func(r *run, dot reflect.Value) (said reflect.Value) {
		values := make([]any, len(args))
		for i, x := range args {
			v := x.get(r, dot)
			if !v.IsValid() {
				return said
			}
			values[i] = v.Interface()
		}
		if text, err := say(key, values...); err == nil {
			said = reflect.ValueOf(text)
		}
		return said
	}}
}
