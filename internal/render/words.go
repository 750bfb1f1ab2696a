package render

import (
	"text/template/parse"

	"github.com/amends-guide/amends/internal/render/program"
	"github.com/amends-guide/amends/internal/report"
)

// speak writes the words of the interface into a template, so that running it need not look them up, and finds words that
// there are not.
func (v *voice) speak(tree *parse.Tree) (problems []report.Problem) {
	walk(tree.Root, func(list *parse.ListNode) {
		for i, node := range list.Nodes {
			function, key := constant(node)
			words := map[string]map[string]string{"word": v.Words, "section": v.Sections}[function]
			if words == nil {
				continue
			}
			text, known := words[key]
			if !known {
				problems = append(problems, unknownWord(tree, node, function, key, words))
				continue
			}
			if plain(node) {
				list.Nodes[i] = &parse.TextNode{NodeType: parse.NodeText, Pos: node.Position(), Text: program.AppendEscaped(nil, text)}
			}
		}
	})
	return problems
}

func unknownWord(tree *parse.Tree, node parse.Node, function, key string, words map[string]string) report.Problem {
	problem := report.New("template-error", posIn(tree, node), "there is no %s %q", function, key)
	if near := report.Nearest(key, sorted(words)); near != "" {
		problem = problem.Hinted("did you mean \"" + near + "\"?")
	}
	return problem.Noted("words: theme/i18n/en.toml")
}

// constant is the function and the key of an action such as {{word "cards"}}; empty for anything else.
func constant(node parse.Node) (function, key string) {
	action, ok := node.(*parse.ActionNode)
	if !ok || len(action.Pipe.Decl) > 0 || len(action.Pipe.Cmds) != 1 || len(action.Pipe.Cmds[0].Args) < 2 {
		return "", ""
	}
	args := action.Pipe.Cmds[0].Args
	name, isName := args[0].(*parse.IdentifierNode)
	text, isText := args[1].(*parse.StringNode)
	if !isName || !isText {
		return "", ""
	}
	return name.Ident, text.Text
}

// plain says whether an action has no values beside its key.
func plain(node parse.Node) bool { return len(node.(*parse.ActionNode).Pipe.Cmds[0].Args) == 2 }

// walk visits every list of nodes in a template.
func walk(node parse.Node, visit func(*parse.ListNode)) {
	switch n := node.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		visit(n)
		for _, kid := range n.Nodes {
			walk(kid, visit)
		}
	case *parse.IfNode:
		walk(n.List, visit)
		walk(n.ElseList, visit)
	case *parse.RangeNode:
		walk(n.List, visit)
		walk(n.ElseList, visit)
	case *parse.WithNode:
		walk(n.List, visit)
		walk(n.ElseList, visit)
	}
}
