package facts

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"github.com/amends-guide/amends/internal/report"
)

// A fault is what the library says of a text it cannot read.
type fault struct {
	message string
	key     string // last part of the key it was reading
	written string // all of that key
	value   string // of that key, to the end of its line
	rest    string // of the line, from where reading stopped
	line    string
}

// syntax tells what the library found, in our voice, and where it lies.
func (t *text) syntax(err error) (report.Problem, int) {
	var found toml.ParseError
	if !errors.As(err, &found) {
		panic("internal error: " + err.Error())
	}
	at := t.faulty(found.Position)
	whole := t.valueAt(at.from)
	key := t.keyAt(at.from, found.LastKey)
	f := fault{found.Message, key, t.wholeKey(at.from, key), t.written(whole), t.content[at.from:lineEnd(t.content, at.from)], t.lineAt(at.from)}
	for _, c := range cures {
		if c.fits(f) {
			text, hint := c.tell(f)
			switch c.at {
			case value:
				at = whole
			case before:
				at = t.endBefore(at)
			}
			return report.New(c.class, t.pos(at), "%s", text).Hinted(hint), at.from
		}
	}
	return report.New("toml-syntax", t.pos(at), "%s", inOurVoice(f.message)), at.from
}

// faulty is where the library stopped. At the end of a line or of the text it counts lines and offsets differently; its
// line is the right one.
func (t *text) faulty(p toml.Position) span {
	line := min(max(p.Line, 1), len(t.starts)) - 1
	begin := t.starts[line]
	end := lineEnd(t.content, begin)
	from := min(max(p.Start, begin), end)
	for from > begin && from < end && !utf8.RuneStart(t.content[from]) {
		from--
	}
	return span{from, min(from+max(p.Len, 1), end)}
}

// keyAt is the key whose value is at an offset. Once the library has a value, it forgets the key.
func (t *text) keyAt(from int, last string) string {
	if last == "" {
		last, _, _ = strings.Cut(t.content[t.lineOf(from):from], "=")
	}
	return strings.TrimSpace(last[strings.LastIndexByte(last, '.')+1:])
}

// wholeKey is a key with those before it, where they begin its line: slots.time.
func (t *text) wholeKey(from int, key string) string {
	whole, _, _ := strings.Cut(t.lineAt(from), "=")
	if whole = strings.TrimSpace(whole); strings.HasSuffix(whole, "."+key) {
		return whole
	}
	return key
}

// valueAt is what stands after the = of the line an offset lies in, without a remark.
func (t *text) valueAt(from int) span {
	s := scanner{text: t.content, at: t.lineOf(from)}
	end := lineEnd(t.content, s.at)
	if s.key(); !s.take('=') || s.at > end {
		return span{from, end}
	}
	s.space()
	value := t.content[s.at:end]
	if i := strings.Index(value, " #"); i >= 0 {
		value = value[:i]
	}
	return span{s.at, s.at + len(strings.TrimRight(value, " \t"))}
}

func (t *text) lineAt(from int) string {
	begin := t.lineOf(from)
	return t.content[begin:lineEnd(t.content, begin)]
}

// endBefore is the end of the line before, where something is missing that is only missed when the next one begins.
func (t *text) endBefore(at span) span {
	before := strings.TrimRight(t.content[:at.from], " \t\n")
	return span{len(before), len(before)}
}

// twice tells a key that is given two values. The library allows some, and is vague about the place of others.
func (t *text) twice(a *again) report.Problem {
	return report.New("toml-syntax", t.pos(a.second), "%q is written twice", a.name).
		Hinted(fmt.Sprintf("keep one; the other is in line %d", t.pos(a.first).Line))
}

// inOurVoice lower-cases a sentence of the library's and drops its full stop.
func inOurVoice(message string) string {
	first, size := utf8.DecodeRuneInString(message)
	return string(unicode.ToLower(first)) + strings.TrimSuffix(message[size:], ".")
}
