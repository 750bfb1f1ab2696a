package facts

import (
	"strings"

	"github.com/BurntSushi/toml"
)

// A scanner walks text that the library found to be good TOML, and notes where everything stands.
type scanner struct {
	text  string
	at    int
	parts []part // of the key read last
	again *again // the first key that was given a value before
	nodes []node // room for those to come
}

// node makes a node. A table has a dozen and more, and all live and die together.
func (s *scanner) node(place span) *node {
	if len(s.nodes) == 0 {
		s.nodes = make([]node, 16)
	}
	n := &s.nodes[0]
	s.nodes = s.nodes[1:]
	n.key, n.value = place, place
	return n
}

// An again is a key that has two values.
type again struct {
	name          string
	first, second span
}

// A part is one part of a dotted key.
type part struct {
	name string
	span
}

// index notes the place of everything in the text. Of a text that is not TOML it gives a part, and never fails.
func index(content string) (*node, *again) {
	s := scanner{text: content}
	root := &node{}
	table := root
	for s.blank(); s.at < len(content); s.blank() {
		before := s.at
		if s.peek() == '[' {
			table = s.header(root)
		} else {
			s.pair(table)
		}
		if s.at == before {
			s.at++
		}
	}
	return root, s.again
}

// header reads [a.b] or [[a.b]] and gives the table that the lines below it fill.
func (s *scanner) header(root *node) *node {
	s.take('[')
	list := s.take('[')
	s.key()
	table := root
	for _, p := range s.parts {
		table = s.child(table.latest(), p)
	}
	last := s.parts[len(s.parts)-1].span
	if list {
		all := table.open()
		all.items = append(all.items, s.node(last))
		table = table.latest()
	} else {
		table.key, table.value = last, last
	}
	s.take(']')
	s.take(']')
	return table
}

func (s *scanner) pair(table *node) {
	s.key()
	n := table
	for _, p := range s.parts {
		n = s.child(n, p)
	}
	if last := s.parts[len(s.parts)-1]; n.key != last.span && s.again == nil {
		s.again = &again{last.name, n.key, last.span}
	}
	s.take('=')
	s.space()
	s.value(n)
}

// child is the node of a key, made where it was not written before.
func (s *scanner) child(n *node, p part) *node {
	in := n.open()
	kid := in.kid(p.name)
	if kid == nil {
		kid = s.node(p.span)
		in.add(p.name, kid)
	}
	return kid
}

// key reads a dotted key into s.parts, and the space after it.
func (s *scanner) key() {
	s.parts = s.parts[:0]
	for more := true; more; more = s.take('.') {
		s.space()
		from := s.at
		name := s.name()
		s.parts = append(s.parts, part{name, span{from, s.at}})
		s.space()
	}
}

func (s *scanner) name() string {
	from := s.at
	if c := s.peek(); c == '"' || c == '\'' {
		s.at = afterString(s.text, s.at)
		return unquote(s.text[from:s.at])
	}
	for s.at < len(s.text) && strings.IndexByte(" \t\n.=[]{},#\"'", s.text[s.at]) < 0 {
		s.at++
	}
	return s.text[from:s.at]
}

// unquote leaves the escapes of a quoted key to the library, so that both mean the same key.
func unquote(quoted string) string {
	if !strings.Contains(quoted, `\`) {
		return strings.Trim(quoted, quoted[:1])
	}
	var pair map[string]any
	if _, err := toml.Decode(quoted+"=0", &pair); err != nil {
		return quoted
	}
	for name := range pair {
		quoted = name
	}
	return quoted
}

func (s *scanner) value(n *node) {
	from := s.at
	switch s.peek() {
	case '"', '\'':
		s.at = afterString(s.text, s.at)
	case '[':
		s.list(']', func() {
			item := s.node(span{})
			s.value(item)
			item.key = item.value
			in := n.open()
			in.items = append(in.items, item)
		})
	case '{':
		s.list('}', func() { s.pair(n) })
	default:
		s.bare()
	}
	n.value = span{from, s.at}
}

// list reads what stands between brackets, parted by commas.
func (s *scanner) list(end byte, element func()) {
	s.at++
	for s.blank(); s.at < len(s.text) && s.peek() != end; s.blank() {
		element()
		s.blank()
		if !s.take(',') {
			break
		}
	}
	s.take(end)
}

// bare reads a number, a date or a truth value.
func (s *scanner) bare() {
	from := s.at
	for s.at < len(s.text) && strings.IndexByte(",]}#\n", s.text[s.at]) < 0 {
		s.at++
	}
	s.at = from + len(strings.TrimRight(s.text[from:s.at], " \t"))
}

func (s *scanner) space() {
	for s.peek() == ' ' || s.peek() == '\t' {
		s.at++
	}
}

func (s *scanner) blank() {
	for {
		switch s.peek() {
		case ' ', '\t', '\n':
			s.at++
		case '#':
			s.at = lineEnd(s.text, s.at)
		default:
			return
		}
	}
}

func (s *scanner) peek() byte {
	if s.at < len(s.text) {
		return s.text[s.at]
	}
	return 0
}

func (s *scanner) take(c byte) bool {
	if s.at >= len(s.text) || s.text[s.at] != c {
		return false
	}
	s.at++
	return true
}
