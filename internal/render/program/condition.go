package program

import (
	"reflect"
	"text/template/parse"
)

// A condition is what {{if}} asks. It is not ok where there is nothing to ask about.
type condition func(r *run, dot reflect.Value) (yes, ok bool)

func (c *compiler) condition(pipe *parse.PipeNode, dot reflect.Type) condition {
	cmd, name := pipe.Cmds[0], called(pipe.Cmds[0])
	if len(pipe.Decl) > 0 || len(pipe.Cmds) > 1 {
		panic(c.hard(pipe))
	}
	if name == "" || c.functions[name] != nil {
		return c.isTrue(cmd, c.command(cmd, dot))
	}
	var args []value
	for _, node := range cmd.Args[1:] {
		args = append(args, c.argument(node, dot))
	}
	switch {
	case name == "not" && len(args) == 1:
		return not(c.isTrue(cmd, args[0]))
	case name == "or" && len(args) > 0:
		return c.anyOf(cmd, args)
	case name == "eq" && two[string](args):
		return compare(args, func(a, b reflect.Value) bool { return a.String() == b.String() })
	case name == "gt" && two[int](args):
		return compare(args, func(a, b reflect.Value) bool { return a.Int() > b.Int() })
	}
	panic(c.hard(cmd))
}

func not(is condition) condition {
	return func(r *run, dot reflect.Value) (yes, ok bool) {
		yes, ok = is(r, dot)
		return !yes, ok
	}
}

// anyOf is whether one of the values is true. Those after it are not looked at.
func (c *compiler) anyOf(at parse.Node, args []value) condition {
	var all []condition
	for _, x := range args {
		all = append(all, c.isTrue(at, x))
	}
	return func(r *run, dot reflect.Value) (yes, ok bool) {
		for _, is := range all {
			if yes, ok = is(r, dot); yes || !ok {
				return yes, ok
			}
		}
		return false, true
	}
}

func two[T any](args []value) bool {
	typ := reflect.TypeFor[T]()
	return len(args) == 2 && args[0].typ == typ && args[1].typ == typ
}

func compare(args []value, is func(a, b reflect.Value) bool) condition {
	return func(r *run, dot reflect.Value) (yes, ok bool) {
		x, y := args[0].get(r, dot), args[1].get(r, dot)
		if !x.IsValid() || !y.IsValid() {
			return false, false
		}
		return is(x, y), true
	}
}

func (c *compiler) isTrue(at parse.Node, x value) condition {
	is := c.truth(at, x.typ)
	return func(r *run, dot reflect.Value) (yes, ok bool) {
		v := x.get(r, dot)
		if !v.IsValid() {
			return false, false
		}
		return is(v), true
	}
}

// truth is what html/template takes for true: [template.IsTrue].
func (c *compiler) truth(at parse.Node, typ reflect.Type) func(reflect.Value) bool {
	switch typ.Kind() {
	case reflect.Slice, reflect.String:
		return func(v reflect.Value) bool { return v.Len() > 0 }
	case reflect.Struct:
		return func(reflect.Value) bool { return true }
	case reflect.Bool, reflect.Int, reflect.Pointer:
		return func(v reflect.Value) bool { return !v.IsZero() }
	}
	panic(c.hard(at))
}
