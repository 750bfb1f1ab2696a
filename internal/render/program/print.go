package program

import (
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"text/template/parse"
)

// print is an action that writes a value, with the escapers that html/template has put behind it.
func (c *compiler) print(pipe *parse.PipeNode, dot reflect.Type) step {
	var escapers []string
	for _, cmd := range pipe.Cmds[1:] {
		escapers = append(escapers, strings.TrimPrefix(called(cmd), "_html_template_"))
	}
	place := strings.Join(escapers, " ")
	cmd := pipe.Cmds[0]
	if f := c.functions[called(cmd)]; f != nil && place == "htmlescaper" { // which lets HTML of our own through
		switch f := f.(type) {
		case *Writer:
			return puts(c.to(f.takes, c.only(cmd, dot), cmd), f.write)
		case func(string, any) (template.HTML, error):
			return c.named(cmd, f, dot)
		}
	}
	x, escape := c.command(cmd, dot), escapes[place]
	switch {
	case escape == nil:
	case x.typ == reflect.TypeFor[string]():
		return puts(x, func(b []byte, x reflect.Value) ([]byte, error) { return escape(b, x.String()), nil })
	case x.typ == reflect.TypeFor[int]():
		return puts(x, func(b []byte, x reflect.Value) ([]byte, error) { return strconv.AppendInt(b, x.Int(), 10), nil })
	}
	panic(c.hard(pipe))
}

// named is a call of a function with a name and a value.
func (c *compiler) named(cmd *parse.CommandNode, f func(string, any) (template.HTML, error), dot reflect.Type) step {
	if len(cmd.Args) == 3 {
		if name, ok := cmd.Args[1].(*parse.StringNode); ok {
			return puts(c.argument(cmd.Args[2], dot), func(b []byte, x reflect.Value) ([]byte, error) {
				html, err := f(name.Text, x.Interface())
				return append(b, html...), err
			})
		}
	}
	panic(c.hard(cmd))
}

// puts writes x.
func puts(x value, write func(b []byte, x reflect.Value) ([]byte, error)) step {
	return func(r *run, dot reflect.Value) bool {
		v := x.get(r, dot)
		if !v.IsValid() {
			return false
		}
		var err error
		r.b, err = write(r.b, v)
		return err == nil
	}
}
