package render

import (
	"html/template"
	"io"
	"reflect"
	"text/template/parse"

	"github.com/amends-guide/amends/internal/site"
)

// escaper is what html/template calls for each value between tags. It lets [template.HTML] through as it is.
const escaper = "_html_template_htmlescaper"

// makersOfHTML are the functions that return [template.HTML]. Their types say so: a list of names could go on trusting one that no
// longer does.
func makersOfHTML(functions template.FuncMap) map[string]bool {
	makers := map[string]bool{}
	for name, function := range functions {
		makers[name] = reflect.TypeOf(function).Out(0) == reflect.TypeFor[template.HTML]()
	}
	return makers
}

// trust spares what our own functions write the call that would let it through: of all calls a page takes, these were a third. It
// comes after html/template has found the pages' templates safe, and where it does not, or calls its escaper otherwise, changes nothing.
func (v *voice) trust() {
	pages := &parse.ListNode{NodeType: parse.NodeList}
	for _, name := range append(site.Templates(), "partials/tile") {
		pages.Nodes = append(pages.Nodes, &parse.TemplateNode{NodeType: parse.NodeTemplate, Name: name})
	}
	all, err := v.set.New("*").Parse("{{if .}}{{end}}") // all are looked at, none is run
	if err != nil {
		panic("internal error: " + err.Error())
	}
	all.Tree.Root.Nodes[0].(*parse.IfNode).List = pages
	if all.Execute(io.Discard, nil) != nil {
		return
	}
	for _, t := range v.set.Templates() {
		if t.Tree == nil { // the set itself
			continue
		}
		walk(t.Tree.Root, func(list *parse.ListNode) {
			for _, node := range list.Nodes {
				if action, ok := node.(*parse.ActionNode); ok {
					v.trustPipe(action.Pipe)
				}
			}
		})
	}
}

func (v *voice) trustPipe(pipe *parse.PipeNode) {
	if len(pipe.Cmds) == 2 && v.makesHTML[called(pipe.Cmds[0])] && called(pipe.Cmds[1]) == escaper {
		pipe.Cmds = pipe.Cmds[:1]
	}
}

// called is the function that a command calls, or "".
func called(c *parse.CommandNode) string {
	if name, ok := c.Args[0].(*parse.IdentifierNode); ok {
		return name.Ident
	}
	return ""
}
