package facts

import (
	"errors"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/amends-guide/amends/internal/report"
)

// mostLoose bounds how often a text is read again.
const mostLoose = 32

// decode lets the library read the text. Values that only commas part (tone = "plain", "warm") are put in brackets first, and
// noted: whether they are a list without its brackets or one value too many, only Decode can say, who knows the key.
func (t *text) decode() (values map[string]any, err error) {
	for {
		var all raw
		_, err = toml.Decode(t.content, &all)
		values = all
		var found toml.ParseError
		if !errors.As(err, &found) || len(t.loose) == mostLoose || !t.embrace(t.faulty(found.Position).from) {
			return values, err
		}
	}
}

// Raw is what the library has read, as it is: a map it would fill value by value, by reflection.
type raw map[string]any

// UnmarshalTOML implements [toml.Unmarshaler].
func (r *raw) UnmarshalTOML(values any) error {
	*r = values.(map[string]any)
	return nil
}

// embrace puts brackets around the values of a line, the first of which ends before the comma at an offset.
func (t *text) embrace(comma int) bool {
	if !strings.HasPrefix(strings.TrimLeft(t.content[comma:], " \t"), ",") {
		return false
	}
	s := scanner{text: t.content, at: t.lineOf(comma)}
	if s.key(); !s.take('=') {
		return false
	}
	s.space()
	from := s.at
	for more := true; more; more = s.take(',') {
		s.space()
		s.value(&node{})
		s.space()
	}
	to := from + len(strings.TrimRight(t.content[from:s.at], " \t"))
	before, spaced := strings.CutSuffix(t.content[:from], " ") // the bracket stands where a space was, so that columns stay true
	list := "[" + t.content[from:to] + "]"
	rest := strings.TrimSpace(t.content[to:lineEnd(t.content, to)])
	if _, err := toml.Decode("list = "+list, &map[string]any{}); err != nil || !spaced || rest != "" && rest[0] != '#' {
		return false
	}
	t.rewrite(before + list + t.content[to:])
	t.loose = append(t.loose, len(before))
	return true
}

// mark notes in the index what the author has not written: brackets, which it takes out of the places, and what stands for values
// that cannot be read.
func (t *text) mark(n *node) {
	switch from := n.value.from; {
	case slices.Contains(t.lost, from): // with its brackets, if it was given any
		n.lost, n.value = true, n.key
	case slices.Contains(t.loose, from):
		n.loose, n.value = true, span{from + 1, n.value.to - 1}
	}
	for _, part := range n.parts() {
		t.mark(part)
	}
}

// apart tells values that only commas part, and says whether the field can hold them.
func (d *decoder) apart(f *field, n *node) bool {
	pos, written := d.place.pos(n.value), d.place.written(n.value)
	if f.kind == textsKind || f.kind == tablesKind {
		d.add(report.New("toml-syntax", pos, "%s is a list, and a list stands in square brackets", f).Hinted("write " + f.assigned("["+written+"]")))
		return true
	}
	d.several(f, n, pos)
	return false
}
