package doc

import "strings"

// round marks an option of which one is chosen.
const round = "( )"

// list reads a list of options, of which one or more are chosen, or leaves it the list it is.
func (f *form) list(list Node) {
	n, tasks, rounds := 0, 0, 0
	for item := range list.Kids().All() {
		n++
		if item.Kind() == Task {
			tasks++
		} else if isRound(item) {
			rounds++
		}
	}
	switch {
	case tasks+rounds == 0:
		f.keep(list)
	case tasks < n && rounds < n:
		f.bad(list.Offset(), "every line of such a list begins in the same way", "write [ ] where several may be chosen, ( ) where one may")
	case tasks == n:
		f.choose(Check, list)
	default:
		f.choose(Choice, list)
	}
}

func (f *form) choose(kind FieldKind, list Node) {
	field := Field{Kind: kind, Offset: list.Offset()}
	label, at, labelled := f.label()
	if labelled {
		field.Label, field.Offset = label, at
	} else if kind == Choice {
		f.bad(list.Offset(), "a choice has no label", "write a line that ends in a colon or a question mark right before it")
	}
	for item := range list.Kids().All() {
		option, help := f.option(item)
		field.Options = append(field.Options, option)
		field.Help += help
	}
	f.add(field, nil)
}

// option reads the words of one line. Markdown takes the help under the last one for a part of it.
func (f *form) option(item Node) (option, help string) {
	if item.Kids().Len() != 1 || item.Kids().First().Kind() != Paragraph {
		f.bad(item.Offset(), "an option is one line of words", "put fields and lists after the options")
		return "", ""
	}
	lines := f.splitLines(item.Kids().First().Kids())
	if last := len(lines) - 1; last > 0 && isSlanted(lines[last]) {
		lines, help = lines[:last], PlainText(f.view(lines[last]))
	}
	option = strings.TrimSpace(strings.TrimPrefix(PlainText(f.view(f.joinLines(lines))), round))
	if option == "" {
		f.bad(item.Offset(), "an option has no words", "say what is chosen")
	}
	return option, help
}

func isRound(item Node) bool {
	return item.Kind() == Item && !item.Kids().Empty() && strings.HasPrefix(PlainText(item.Kids().First().Alone()), round)
}
