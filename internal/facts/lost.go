package facts

import (
	"errors"
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/amends-guide/amends/internal/report"
)

// mostMistakes bounds how many mistakes of one text are told, since after each the text is read again.
const mostMistakes = 32

// read finds everything in the text that is not TOML. What a mistake stands in is taken out, and the rest read as if it said
// nothing there; so one slip hides no other.
func (t *text) read() (root *node, values map[string]any, problems []report.Problem) {
	for len(problems) < mostMistakes {
		values, err := t.decode()
		root, again := index(t.content)
		switch {
		case again != nil && (err == nil || t.comesFirst(again, err)):
			problems = append(problems, t.twice(again))
			t.loseAgain(again)
		case err != nil:
			problem, at := t.syntax(err)
			problems = append(problems, problem)
			t.lose(t.broken(at))
		default:
			return root, values, problems
		}
	}
	return nil, nil, problems
}

// comesFirst says whether a key is written twice: what the index makes of a text beyond the first mistake in it is of no worth.
func (t *text) comesFirst(a *again, err error) bool {
	var found toml.ParseError
	return errors.As(err, &found) && (strings.Contains(found.Message, "already been defined") || a.second.from <= t.faulty(found.Position).from)
}

// Lost says whether what one of these keys holds cannot be read, as has been told, so that nobody can say what follows from
// it; without keys, whether anything cannot be.
func (t *Table) Lost(keys ...string) bool {
	if t.text == nil || t.text.unread {
		return true
	}
	if len(t.text.lost) == 0 || t.parsed == nil {
		return false
	}
	if len(keys) == 0 {
		return t.node.loses()
	}
	return slices.ContainsFunc(keys, func(key string) bool { return t.node.kid(key).loses() })
}

func (n *node) loses() bool {
	if n == nil || n.lost {
		return n != nil
	}
	return slices.ContainsFunc(n.parts(), (*node).loses)
}

// statementLike is how a statement begins its line: a header, or a key and its sign.
var statementLike = regexp.MustCompile(`^[ \t]*(?:\[\[?[ \t]*[\w"'-]|(?:[\w-]+|"[^"\n]*"|'[^'\n]*')(?:[ \t]*\.[ \t]*[\w-]+)*[ \t]*[=:])`)

// statements are the offsets at which statements begin, and the text's end. A line that begins like none belongs to the one above.
func (t *text) statements() []int {
	starts, inside := []int{0}, 0
	for i, at := range t.starts {
		if at < inside {
			continue
		}
		line := t.content[at:lineEnd(t.content, at)]
		if i > 0 && statementLike.MatchString(line) {
			starts = append(starts, at)
		}
		for _, mark := range []string{`"""`, "'''"} {
			if opens := strings.Index(line, mark); opens >= 0 {
				inside = max(inside, t.afterLong(at+opens, mark))
			}
		}
	}
	return append(starts, len(t.content))
}

// afterLong is the offset after a long string, if it is closed, or else that at which it begins.
func (t *text) afterLong(opens int, mark string) int {
	if end := afterLongString(t.content, opens+len(mark), mark); end >= opens+2*len(mark) && strings.HasSuffix(t.content[:end], mark) {
		return end
	}
	return opens
}

// broken is the statement that a mistake at an offset lies in: the first with which the text above it cannot be read. Where it
// could be, up to the mistake's own line, that line is broken alone.
func (t *text) broken(at int) span {
	starts := t.statements()
	i := sort.Search(len(starts)-2, func(i int) bool { return !reads(t.content[:starts[i+1]]) })
	s := span{starts[i], starts[i+1]}
	if line := t.lineOf(at); line > s.from && line < s.to && reads(t.content[:line]) {
		s.from = line
	}
	return s
}

func reads(content string) bool {
	_, err := toml.Decode(content, &map[string]any{})
	return err == nil
}

// loseAgain takes out the statement that gives a key a second value.
func (t *text) loseAgain(a *again) {
	starts := t.statements()
	i, found := slices.BinarySearch(starts, t.lineOf(a.second.from))
	if !found {
		i--
	}
	s := span{starts[i], starts[i+1]}
	key := scanner{text: t.content, at: s.from}
	if key.key(); key.parts[len(key.parts)-1].span == a.second {
		t.blank(s)
	} else {
		t.lose(s)
	}
}

// lose takes the value out of a statement and keeps its key, as one that is there. Where there is no telling the key, all of it
// goes, with a header also what stands below it.
func (t *text) lose(s span) {
	key := statementLike.FindString(t.content[s.from:s.to])
	if !strings.HasSuffix(key, "=") && !strings.HasSuffix(key, ":") {
		t.unread = true
		t.blank(t.under(s))
		return
	}
	sign := s.from + len(key) - 1
	after := scanner{text: t.content, at: sign + 1}
	after.space()
	value := after.at
	lost := t.content[:sign] + "=" + t.content[sign+1:value] + "0" + blank(t.content[min(value+1, lineEnd(t.content, value)):s.to])
	if !reads(lost) { // the key itself is at odds with another
		t.blank(s)
		return
	}
	t.rewrite(lost + t.content[s.to:])
	t.lost = append(t.lost, value)
}

// under is a statement and, if it is a header, everything up to the next.
func (t *text) under(s span) span {
	header := func(at int) bool { return strings.HasPrefix(strings.TrimLeft(t.content[at:], " \t"), "[") }
	if !header(s.from) {
		return s
	}
	for _, at := range t.statements() {
		if at > s.from && (at == len(t.content) || header(at)) {
			return span{s.from, at}
		}
	}
	return s
}

func (t *text) blank(s span) {
	t.rewrite(t.content[:s.from] + blank(t.content[s.from:s.to]) + t.content[s.to:])
}

// blank is as many bytes as a text and as many lines, and says nothing.
func blank(text string) string {
	spaces := []byte(text)
	for i, c := range spaces {
		if c != '\n' {
			spaces[i] = ' '
		}
	}
	return string(spaces)
}
