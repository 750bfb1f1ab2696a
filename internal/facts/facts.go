// Package facts reads TOML text into typed values that know their place.
//
// In goes the text of a whole TOML file, or of the front matter between "+++" lines, together with the file's name and the
// line it begins on; out comes a [Table], and from it, by struct tags, typed Go values and every problem an author must see:
// syntax errors, unknown keys, wrong types, missing and empty values, limits, words that are in no vocabulary; each with the
// line, the column and the length of the key or value meant. The TOML library knows no columns for the latter, so the table
// keeps its own index of positions. Text that would cost the library time or memory out of proportion (nesting depth, key
// parts, size) is refused before it is decoded. This package never touches the disk and knows nothing of guides.
package facts

import (
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/slab"
)

// A Table is one TOML document, parsed, or a table within it, with the place of every key and value. It is frozen. The zero
// Table has no values and finds no fault: it stands for a text whose problems are told already.
type Table struct {
	text *text
	*parsed
	stray any // what was written where a table belongs; see Tables
}

// A parsed table holds far more than its text, of which it says nothing new.
type parsed struct {
	node   *node
	values map[string]any
}

var (
	tables slab.Of[Table]
	texts  slab.Of[text]
)

// Rest returns the same table, if it is a whole document, in the least room: it reads its text again whenever it is asked for something. It is for whoever
// keeps thousands of tables that only a problem will ever ask again.
func (t *Table) Rest() *Table {
	if t.text == nil || t.parsed == nil || t.node.key != (span{}) || len(t.text.loose)+len(t.text.lost) > 0 || t.text.unread {
		return t
	}
	return tables.Keep(Table{text: texts.Keep(text{file: t.text.file, content: t.text.content, firstLine: t.text.firstLine})})
}

// awake is the table, read again if it rests.
func (t *Table) awake() *Table {
	if t.text == nil || t.parsed != nil {
		return t
	}
	again, _ := Parse(t.text.file, t.text.content, t.text.firstLine)
	return again
}

// Parse reads TOML text whose lines end in "\n". firstLine is the line of the file on which text begins, from 1; where it is
// not the first, text is front matter and the line before it opens it. What cannot be read is a problem, and in the table its key
// is there and says nothing; a text of which too much cannot be read gives a table without values, never nil.
func Parse(file, content string, firstLine int) (*Table, []report.Problem) {
	t := newText(file, content, firstLine)
	if p, ok := t.refuse(); ok {
		return &Table{}, []report.Problem{p}
	}
	root, values, problems := t.read()
	if root == nil {
		return &Table{}, problems
	}
	if len(t.loose)+len(t.lost) > 0 {
		t.mark(root)
	}
	return &Table{text: t, parsed: &parsed{root, values}}, problems
}

// Broken says whether the text is so full of problems that nothing is known of what it was to say.
func (t *Table) Broken() bool { return t.text == nil }

// Pos is the place of the value at a path of keys ("slots", "what", "hint"; "[2]" for the element of an array that has two
// before it), or of the nearest key that exists. Without a path it is the place of the table: its header, or the line that
// opens the front matter.
func (t *Table) Pos(path ...string) report.Pos {
	t = t.awake()
	if t.text == nil {
		return report.Pos{}
	}
	n, whole := t.node.find(path)
	switch {
	case n == t.node && t.node.key == (span{}):
		return t.text.opening()
	case whole:
		return t.text.pos(n.value)
	}
	return t.text.pos(n.key)
}

// KeyPos is the place of the key at a path of keys, or of the nearest that exists.
func (t *Table) KeyPos(path ...string) report.Pos {
	t = t.awake()
	if t.text == nil {
		return report.Pos{}
	}
	n, _ := t.node.find(path)
	if n.key == (span{}) {
		return t.text.opening()
	}
	return t.text.pos(n.key)
}

// Keys are the table's keys in the order they are written.
func (t *Table) Keys() []string {
	t = t.awake()
	if t.parsed == nil {
		return nil
	}
	return t.node.keys()
}

// Tables are the tables under a key, in order: those of an array of tables, or the one table that stands there. Where
// something else stands, it is one table without keys, whose Decode says what is wrong.
func (t *Table) Tables(key string) []*Table {
	t = t.awake()
	if t.parsed == nil || t.node.kid(key) == nil {
		return nil
	}
	n := t.node.kid(key)
	list, ok := elements(t.values[key])
	if !ok {
		return []*Table{t.inner(n, t.values[key])}
	}
	tables := make([]*Table, 0, len(list))
	for i, element := range list {
		tables = append(tables, t.inner(n.item(i), element))
	}
	return tables
}

func (t *Table) inner(n *node, value any) *Table {
	if values, ok := value.(map[string]any); ok {
		return &Table{text: t.text, parsed: &parsed{n, values}}
	}
	return &Table{text: t.text, parsed: &parsed{node: &node{key: n.key, value: n.value}}, stray: value}
}

// elements are the elements of a list, whichever of its two forms the library chose for it.
func elements(v any) (list []any, ok bool) {
	switch list := v.(type) {
	case []any:
		return list, true
	case []map[string]any:
		all := make([]any, len(list))
		for i, table := range list {
			all[i] = table
		}
		return all, true
	}
	return nil, false
}
