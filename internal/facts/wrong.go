package facts

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/amends-guide/amends/internal/report"
)

// names of what a field holds, as messages and the reference call it.
var names = [...]string{
	textKind: "text", truthKind: "true or false", numberKind: "a whole number", dateKind: "a date", tableKind: "a table",
	textsKind: "a list of text", tablesKind: "a list of tables", namedKind: "a table of tables", labelsKind: "a table of text",
}

// wrongType tells a value of another type than the field's, and how it is most likely meant.
func (d *decoder) wrongType(f *field, n *node, v any) {
	pos, hint := d.place.pos(n.value), f.respelt(v, d.place.written(n.value))
	if s, isText := v.(string); isText && f.kind == dateKind && hint == "" {
		d.add(report.New("bad-date", pos, "%q is not a date", s).Hinted(dateHint(f.key, s)))
		return
	}
	if list, isList := elements(v); isList && f.kind == textKind && len(list) > 1 {
		d.several(f, n, pos)
		return
	}
	if hint == "" {
		hint = f.sample(nil)
	}
	d.add(report.New("wrong-type", pos, "%s must be %s, not %s", f, names[f.kind], given(v)).Hinted("write " + f.assigned(hint)))
}

// several tells a list where one text belongs.
func (d *decoder) several(f *field, n *node, pos report.Pos) {
	d.add(report.New("wrong-type", pos, "%s takes one value, and here are %d", f, len(n.items())).
		Hinted("keep one, such as " + f.assigned(d.place.written(n.items()[0].value))))
}

// String names the field as messages do.
func (f *field) String() string {
	switch {
	case f.key == "":
		return "this"
	case f.element:
		return fmt.Sprintf("an item of %q", f.key)
	}
	return strconv.Quote(f.key)
}

// assigned is a value as it stands after the field's key; the element of a list stands alone.
func (f *field) assigned(value string) string {
	if f.element || f.key == "" {
		return value
	}
	return f.key + " = " + value
}

// given names what an author wrote.
func given(v any) string {
	switch v := v.(type) {
	case string:
		return "text"
	case bool:
		return strconv.FormatBool(v)
	case int64:
		return "a whole number"
	case float64:
		return "a decimal number"
	case time.Time:
		return "a date or time"
	case map[string]any:
		return "a table"
	}
	return "a list"
}

// respelt is the value in the spelling the field wants, or "" when there is no telling. written is the author's spelling.
func (f *field) respelt(v any, written string) string {
	switch f.kind {
	case textKind:
		return asText(v, written)
	case textsKind:
		return asList(v, written)
	case truthKind:
		return asTruth(strings.Trim(written, `"'`))
	case numberKind:
		return asNumber(v)
	case dateKind:
		return asDate(strings.Trim(written, `"'`))
	}
	return ""
}

func asText(v any, written string) string {
	if list, ok := v.([]any); ok && len(list) == 1 {
		if s, ok := list[0].(string); ok {
			return strconv.Quote(s)
		}
	}
	if _, isList := elements(v); isList || strings.ContainsAny(written, "{\n") {
		return ""
	}
	return `"` + written + `"`
}

func asList(v any, written string) string {
	s, ok := v.(string)
	if !ok {
		text := asText(v, written)
		if text == "" {
			return ""
		}
		return "[" + text + "]"
	}
	var quoted []string
	for word := range strings.SplitSeq(s, ",") {
		quoted = append(quoted, strconv.Quote(strings.TrimSpace(word)))
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

func asTruth(word string) string {
	switch {
	case trueLike.MatchString(word) || word == "1":
		return "true"
	case falseLike.MatchString(word) || word == "0":
		return "false"
	}
	return "true or false"
}

func asNumber(v any) string {
	switch v := v.(type) {
	case string:
		if i, err := strconv.Atoi(strings.TrimSpace(v)); err == nil {
			return strconv.Itoa(i)
		}
	case float64:
		if v == math.Trunc(v) && math.Abs(v) < 1e9 {
			return strconv.Itoa(int(v))
		}
	}
	return ""
}

// sample is a value that the field would take; the words of its vocabulary may be nil.
func (f *field) sample(ids []string) string {
	word := `"…"`
	if len(ids) > 0 {
		word = strconv.Quote(ids[0])
	}
	switch f.kind {
	case truthKind:
		return "true or false"
	case numberKind:
		return strconv.Itoa(max(f.low, firstOf(f.choices)))
	case dateKind:
		return "2026-11-23"
	case textsKind:
		return "[" + word + "]"
	case tableKind:
		return f.inner.sample()
	case namedKind, labelsKind:
		return "{ … }"
	case tablesKind:
		return "[{ … }]"
	}
	return word
}

// sample is a table with all that it needs.
func (p *plan) sample() string {
	var pairs []string
	for i := range p.fields {
		if f := &p.fields[i]; f.need {
			pairs = append(pairs, f.key+" = "+f.sample(nil))
		}
	}
	if pairs == nil {
		return "{ … }"
	}
	return "{ " + strings.Join(pairs, ", ") + " }"
}

func firstOf(choices []int) int {
	if len(choices) == 0 {
		return 0
	}
	return choices[0]
}

// missing tells a needed key that the table does not have.
func (d *decoder) missing(f *field, n *node) {
	pos := d.place.opening()
	if n.key != (span{}) {
		pos = d.place.pos(n.key)
	}
	d.add(d.explained(f, report.New("missing-key", pos, "%s is missing", f), "add"))
}

// empty tells a needed value that is a blank.
func (d *decoder) empty(f *field, n *node) {
	d.add(d.explained(f, report.New("empty-value", d.place.pos(n.value), "%s is empty", f), "write"))
}

func (d *decoder) explained(f *field, p report.Problem, verb string) report.Problem {
	ids, where, _ := d.vocabulary(f)
	p = p.Hinted(verb + " " + f.assigned(f.sample(ids)))
	if f.about != "" {
		p = p.Noted(f.about)
	}
	if len(ids) > 0 {
		p = p.Noted(vocabularyNote(f.vocabulary, ids, where))
	}
	return p
}
