package program

import (
	"reflect"
	"text/template/parse"
)

// A condition is what {{if}} asks.
type condition func(r *run, dot reflect.Value) (yes, ok bool)

func (c *compiler) condition(pipe *parse.PipeNode, dot reflect.Type) condition {
	if len(pipe.Decl) > 0 || len(pipe.Cmds) != 1 {
		c.fail(pipe)
		return nil
	}
	cmd := pipe.Cmds[0]
	name := called(cmd)
	if name == "" || c.functions[name] != nil {
		return c.isTrue(c.command(cmd, dot), cmd)
	}
	var args []value
	for _, node := range cmd.Args[1:] {
		args = append(args, c.argument(node, dot))
	}
	switch {
	case c.err != nil:
	case name == "not" && len(args) == 1:
		return not(c.isTrue(args[0], cmd))
	case name == "or" && len(args) > 0:
		return c.any(cmd, args)
	case name == "and" && len(args) > 0: // one of them is not: the other way round
		return not(c.any(cmd, args, not))
	case name == "eq" && len(args) == 2:
		return c.equal(cmd, args[0], args[1])
	case name == "gt" && len(args) == 2 && args[0].typ == reflect.TypeFor[int]() && args[1].typ == args[0].typ:
		return compare(args[0], args[1], func(a, b reflect.Value) bool { return a.Int() > b.Int() })
	}
	c.fail(cmd)
	return nil
}

func not(is condition) condition {
	return func(r *run, dot reflect.Value) (yes, ok bool) {
		yes, ok = is(r, dot)
		return !yes, ok
	}
}

// any is whether one of the values is true, or whatever else is asked of them. Those after it are not looked at.
func (c *compiler) any(at parse.Node, args []value, turned ...func(condition) condition) condition {
	var all []condition
	for _, x := range args {
		is := c.isTrue(x, at)
		for _, turn := range turned {
			is = turn(is)
		}
		all = append(all, is)
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

func (c *compiler) equal(at parse.Node, a, b value) condition {
	switch {
	case a.typ != b.typ:
	case a.typ == reflect.TypeFor[string]():
		return compare(a, b, func(a, b reflect.Value) bool { return a.String() == b.String() })
	case a.typ == reflect.TypeFor[int]():
		return compare(a, b, func(a, b reflect.Value) bool { return a.Int() == b.Int() })
	}
	c.fail(at)
	return nil
}

func compare(a, b value, is func(a, b reflect.Value) bool) condition {
	return func(r *run, dot reflect.Value) (yes, ok bool) {
		x, y := a.get(r, dot), b.get(r, dot)
		if !x.IsValid() || !y.IsValid() {
			return false, false
		}
		return is(x, y), true
	}
}

func (c *compiler) isTrue(x value, at parse.Node) condition {
	is := c.truth(x.typ, at)
	return func(r *run, dot reflect.Value) (yes, ok bool) {
		v := x.get(r, dot)
		if !v.IsValid() {
			return false, false
		}
		return is(v), true
	}
}

// truth is what text/template takes for true: [template.IsTrue].
func (c *compiler) truth(typ reflect.Type, at parse.Node) func(reflect.Value) bool {
	if typ != nil {
		switch typ.Kind() {
		case reflect.Slice, reflect.String:
			return func(v reflect.Value) bool { return v.Len() > 0 }
		case reflect.Struct:
			return func(reflect.Value) bool { return true }
		case reflect.Bool, reflect.Int, reflect.Pointer:
			return func(v reflect.Value) bool { return !v.IsZero() }
		}
	}
	c.fail(at)
	return nil
}
