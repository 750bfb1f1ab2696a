package program

import (
	"fmt"
	"html/template"
	"reflect"
	"slices"
	"strconv"
	"text/template/parse"
)

// A compiler turns the nodes of a template into steps. After an error what it returns is of no use.
type compiler struct {
	set       *template.Template
	functions Functions
	scope     []variable
	vars      int      // of all templates that are part of this one
	within    []string // the templates that are being compiled
	err       error
}

// A variable has a place in [run.vars].
type variable struct {
	name string
	slot int
	typ  reflect.Type
}

// fail gives up: html/template can do more than we do.
func (c *compiler) fail(at fmt.Stringer) {
	if c.err == nil {
		c.err = fmt.Errorf("in %s: %s", c.within[len(c.within)-1], at)
	}
}

func (c *compiler) hard(at fmt.Stringer) step {
	c.fail(at)
	return nil
}

func (c *compiler) declare(name string, typ reflect.Type) (slot int) {
	slot = c.vars
	c.vars++
	c.scope = append(c.scope, variable{name, slot, typ})
	return slot
}

// template is another template as a part of this one, with x as what it is given. It sees no variables but its own.
func (c *compiler) template(name string, x value) step {
	t := c.set.Lookup(name)
	around := slices.Contains(c.within, name) // it is a part of itself
	scope := c.scope
	c.scope, c.within = nil, append(c.within, name)
	if t == nil || t.Tree == nil || around {
		return c.hard(x)
	}
	slot := c.declare("$", x.typ)
	body := c.list(t.Tree.Root, x.typ)
	c.scope, c.within = scope, c.within[:len(c.within)-1]
	return func(r *run, dot reflect.Value) bool {
		given := x.get(r, dot)
		r.vars[slot] = given
		return (given.IsValid() || x.typ == nil) && body(r, given)
	}
}

// list is a list of nodes, one step after the other. What is declared in it ends with it.
func (c *compiler) list(list *parse.ListNode, dot reflect.Type) step {
	var steps []step
	if list != nil {
		known := len(c.scope)
		for _, node := range list.Nodes {
			steps = append(steps, c.node(node, dot))
		}
		c.scope = c.scope[:known]
	}
	return func(r *run, dot reflect.Value) bool {
		for _, step := range steps {
			if !step(r, dot) {
				return false
			}
		}
		return true
	}
}

func (c *compiler) node(node parse.Node, dot reflect.Type) step {
	switch n := node.(type) {
	case *parse.TextNode:
		return func(r *run, _ reflect.Value) bool {
			r.b = append(r.b, n.Text...)
			return true
		}
	case *parse.ActionNode:
		if len(n.Pipe.Decl) > 0 {
			return c.assign(n.Pipe, dot)
		}
		return c.print(n.Pipe, dot)
	case *parse.IfNode:
		return c.choose(c.condition(n.Pipe, dot), c.list(n.List, dot), c.list(n.ElseList, dot))
	case *parse.WithNode:
		x := c.pipe(n.Pipe, dot)
		return c.with(x, c.list(n.List, x.typ), c.list(n.ElseList, dot), n.Pipe)
	case *parse.RangeNode:
		return c.each(n, dot)
	case *parse.TemplateNode:
		if n.Pipe == nil {
			return c.template(n.Name, value{nil, func(*run, reflect.Value) reflect.Value { return reflect.Value{} }})
		}
		return c.template(n.Name, c.pipe(n.Pipe, dot))
	}
	return c.hard(node)
}

// assign is {{$x := …}}.
func (c *compiler) assign(pipe *parse.PipeNode, dot reflect.Type) step {
	if pipe.IsAssign || len(pipe.Decl) != 1 || len(pipe.Cmds) != 1 {
		return c.hard(pipe)
	}
	x := c.command(pipe.Cmds[0], dot)
	slot := c.declare(pipe.Decl[0].Ident[0], x.typ)
	return func(r *run, dot reflect.Value) bool {
		r.vars[slot] = x.get(r, dot)
		return r.vars[slot].IsValid()
	}
}

func (c *compiler) choose(is condition, then, otherwise step) step {
	return func(r *run, dot reflect.Value) bool {
		yes, ok := is(r, dot)
		switch {
		case !ok:
			return false
		case yes:
			return then(r, dot)
		}
		return otherwise(r, dot)
	}
}

func (c *compiler) with(x value, then, otherwise step, at parse.Node) step {
	is := c.truth(x.typ, at)
	return func(r *run, dot reflect.Value) bool {
		switch v := x.get(r, dot); {
		case !v.IsValid():
			return false
		case is(v):
			return then(r, v)
		}
		return otherwise(r, dot)
	}
}

// each is {{range}} over a slice.
func (c *compiler) each(n *parse.RangeNode, dot reflect.Type) step {
	known := len(c.scope)
	declared := n.Pipe.Decl
	over := c.pipe(&parse.PipeNode{Cmds: n.Pipe.Cmds}, dot)
	if n.Pipe.IsAssign || len(declared) > 2 || over.typ == nil || over.typ.Kind() != reflect.Slice {
		return c.hard(n)
	}
	index, item := -1, -1
	if len(declared) == 2 {
		index = c.declare(declared[0].Ident[0], reflect.TypeFor[int]())
	}
	if len(declared) > 0 {
		item = c.declare(declared[len(declared)-1].Ident[0], over.typ.Elem())
	}
	body := c.list(n.List, over.typ.Elem())
	c.scope = c.scope[:known]
	otherwise := c.list(n.ElseList, dot)
	return func(r *run, dot reflect.Value) bool {
		items := over.get(r, dot)
		if !items.IsValid() {
			return false
		}
		for i := range items.Len() {
			v := items.Index(i)
			if index >= 0 {
				r.vars[index] = reflect.ValueOf(i)
			}
			if item >= 0 {
				r.vars[item] = v
			}
			if r.stop(len(r.b)) || !body(r, v) {
				return false
			}
		}
		return items.Len() > 0 || otherwise(r, dot)
	}
}

// print is an action that writes a value, with the escapers that html/template has put behind it.
func (c *compiler) print(pipe *parse.PipeNode, dot reflect.Type) step {
	first, escapers := pipe.Cmds[0], ""
	for _, cmd := range pipe.Cmds[1:] {
		escapers += called(cmd) + " "
	}
	if escapers == inText {
		if step := c.write(first, dot); step != nil {
			return step
		}
	}
	x := c.command(first, dot)
	escape := escapes[escapers]
	switch {
	case x.typ == nil || escape == nil:
		return c.hard(pipe)
	case x.typ == reflect.TypeFor[string]():
		return func(r *run, dot reflect.Value) bool {
			v := x.get(r, dot)
			if v.IsValid() {
				r.b = escape(r.b, v.String())
			}
			return v.IsValid()
		}
	case x.typ == reflect.TypeFor[int]():
		return func(r *run, dot reflect.Value) bool {
			v := x.get(r, dot)
			if v.IsValid() {
				r.b = strconv.AppendInt(r.b, v.Int(), 10)
			}
			return v.IsValid()
		}
	}
	return c.hard(pipe)
}

// write is an action that calls one of our own functions, which write HTML. It is nil for any other.
func (c *compiler) write(cmd *parse.CommandNode, dot reflect.Type) step {
	args := cmd.Args[1:]
	switch f := c.functions[called(cmd)].(type) {
	case *Writer:
		if len(args) != 1 {
			return c.hard(cmd)
		}
		x := c.to(f.takes, c.argument(args[0], dot), cmd)
		return func(r *run, dot reflect.Value) bool {
			v := x.get(r, dot)
			if !v.IsValid() {
				return false
			}
			b, err := f.write(r.b, v)
			if err == nil {
				r.b = b
			}
			return err == nil
		}
	case func(string, any) (template.HTML, error):
		if len(args) != 2 || args[0].Type() != parse.NodeString {
			return c.hard(cmd)
		}
		name, x := args[0].(*parse.StringNode).Text, c.argument(args[1], dot)
		return func(r *run, dot reflect.Value) bool {
			v := x.get(r, dot)
			if !v.IsValid() {
				return false
			}
			html, err := f(name, v.Interface())
			r.b = append(r.b, html...)
			return err == nil
		}
	}
	return nil
}

// called is the function that a command calls, or "".
func called(cmd *parse.CommandNode) string {
	if name, ok := cmd.Args[0].(*parse.IdentifierNode); ok {
		return name.Ident
	}
	return ""
}
