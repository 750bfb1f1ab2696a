package program

import (
	"fmt"
	"html/template"
	"reflect"
	"slices"
	"text/template/parse"
)

// A compiler turns the nodes of a template into steps. It panics with tooHard at what it does not know.
type compiler struct {
	set       *template.Template
	functions Functions
	scope     []variable
	vars      int      // of all templates that are part of this one
	within    []string // the templates that are being compiled
}

// A variable has a place in [run.vars].
type variable struct {
	name string
	slot int
	typ  reflect.Type
}

type tooHard struct{ error }

// hard is what to panic with at a node that only html/template can run.
func (c *compiler) hard(node parse.Node) tooHard {
	return tooHard{fmt.Errorf("in %s: %s", c.within[len(c.within)-1], node)}
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
	if t == nil || t.Tree == nil { // not the one for text between tags, which alone keeps its name
		panic(tooHard{fmt.Errorf("%s is part of a tag", name)})
	}
	if slices.Contains(c.within, name) {
		panic(tooHard{fmt.Errorf("%s is part of itself", name)})
	}
	scope := c.scope
	c.scope, c.within = nil, append(c.within, name)
	slot := c.declare("$", x.typ)
	body := c.list(t.Tree.Root, x.typ)
	c.scope, c.within = scope, c.within[:len(c.within)-1]
	return func(r *run, dot reflect.Value) bool {
		v := x.get(r, dot)
		r.vars[slot] = v
		return (v.IsValid() || x.typ == nil) && body(r, v)
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
		return choose(c.condition(n.Pipe, dot), c.list(n.List, dot), c.list(n.ElseList, dot))
	case *parse.WithNode:
		x := c.pipe(n.Pipe, dot)
		return with(x, c.truth(n.Pipe, x.typ), c.list(n.List, x.typ), c.list(n.ElseList, dot))
	case *parse.RangeNode:
		return c.each(n, dot)
	case *parse.TemplateNode:
		if n.Pipe == nil {
			return c.template(n.Name, given(nil))
		}
		return c.template(n.Name, c.pipe(n.Pipe, dot))
	}
	panic(c.hard(node))
}

// assign is {{$x := …}}.
func (c *compiler) assign(pipe *parse.PipeNode, dot reflect.Type) step {
	if pipe.IsAssign || len(pipe.Decl) > 1 || len(pipe.Cmds) > 1 {
		panic(c.hard(pipe))
	}
	x := c.command(pipe.Cmds[0], dot)
	slot := c.declare(pipe.Decl[0].Ident[0], x.typ)
	return func(r *run, dot reflect.Value) bool {
		r.vars[slot] = x.get(r, dot)
		return r.vars[slot].IsValid()
	}
}

func choose(is condition, then, otherwise step) step {
	return func(r *run, dot reflect.Value) bool {
		switch yes, ok := is(r, dot); {
		case !ok:
			return false
		case yes:
			return then(r, dot)
		}
		return otherwise(r, dot)
	}
}

func with(x value, is func(reflect.Value) bool, then, otherwise step) step {
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
	all := c.command(n.Pipe.Cmds[0], dot)
	if n.Pipe.IsAssign || len(n.Pipe.Cmds) > 1 || all.typ == nil || all.typ.Kind() != reflect.Slice {
		panic(c.hard(n.Pipe))
	}
	known := len(c.scope)
	var index, item []int // the slots of the variables, where there are any
	switch declared := n.Pipe.Decl; len(declared) {
	case 2:
		index = append(index, c.declare(declared[0].Ident[0], reflect.TypeFor[int]()))
		fallthrough
	case 1:
		item = append(item, c.declare(declared[len(declared)-1].Ident[0], all.typ.Elem()))
	}
	body := c.list(n.List, all.typ.Elem())
	c.scope = c.scope[:known]
	otherwise := c.list(n.ElseList, dot)
	return func(r *run, dot reflect.Value) bool {
		items := all.get(r, dot)
		if !items.IsValid() {
			return false
		}
		for i := range items.Len() {
			for _, slot := range index {
				r.vars[slot] = reflect.ValueOf(i)
			}
			v := items.Index(i)
			for _, slot := range item {
				r.vars[slot] = v
			}
			if r.stop(len(r.b)) || !body(r, v) {
				return false
			}
		}
		return items.Len() > 0 || otherwise(r, dot)
	}
}
