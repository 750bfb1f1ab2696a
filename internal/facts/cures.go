package facts

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"
)

// A cure says in an author's words what one message of the library means, and what to do.
type cure struct {
	class string
	at    mark
	fits  func(fault) bool
	tell  func(fault) (text, hint string)
}

// A mark is what a cure points at.
type mark uint8

const (
	stopped mark = iota // where the library gave up
	value               // the whole value
	before              // the end of the line before, where something is missing that is missed only later
)

// cures are tried in order; the first that fits tells.
var cures = []cure{
	{"bad-date", value, isDateLike, func(f fault) (string, string) {
		return fmt.Sprintf("%q has no date that can be read", f.key), dateHint(f.written, f.value)
	}},
	{"toml-syntax", value, says("expected value but found '“", "expected value but found '”", "expected value but found '„", "expected value but found '«"), func(f fault) (string, string) {
		return "curly quotation marks cannot hold text here", "write " + f.written + " = " + quotedAs(straightened.Replace(f.value))
	}},
	{"toml-syntax", value, both(says("expected value but found '#'"), isColor), func(f fault) (string, string) {
		return fmt.Sprintf("%q has no value: what follows a # is a remark", f.key), "write " + f.written + " = " + quotedAs(f.value)
	}},
	{"toml-syntax", stopped, says(`expected value but found '\n'`, "EOF; expected value"), func(f fault) (string, string) {
		return fmt.Sprintf("%q has no value", f.key), fmt.Sprintf(`write %s = "…"`, f.written)
	}},
	{"toml-syntax", value, says("expected value but found \""), func(f fault) (string, string) {
		return fmt.Sprintf("the value of %q cannot be read", f.key), "write " + f.written + " = " + f.spelt()
	}},
	{"toml-syntax", value, says("cannot have leading zeroes"), func(f fault) (string, string) {
		if number := strings.TrimLeft(f.value, "0"); len(f.value) < 5 && strings.Trim(number, "0123456789") == "" {
			return "a number begins with 0", "write " + f.written + " = " + cmp.Or(number, "0")
		}
		return "what begins with 0 is no number", "write " + f.written + " = " + quotedAs(f.value)
	}},
	{"toml-syntax", stopped, says("but got ':'"), func(f fault) (string, string) {
		key, value, _ := strings.Cut(f.line, ":")
		return `":" stands where "=" belongs`, "write " + strings.TrimSpace(key) + " = " + fault{value: strings.TrimSpace(value)}.spelt()
	}},
	{"toml-syntax", stopped, says("expected '.' or '='"), plainly(`"=" is missing after the key`, "a key is one word of a–z, 0–9, - and _, then =")},
	{"toml-syntax", stopped, says("expected '.' or ']'"), plainly("the closing bracket of the header is missing", "")},
	{"toml-syntax", stopped, says("key name appears blank"), plainly(`the key before "=" is missing`, `write key = "value"`)},
	{"toml-syntax", stopped, says("strings cannot contain newlines", `EOF; expected '"'`, `EOF; expected "'"`),
		plainly("the closing quotation mark is missing", `close it on the same line; longer text stands between """ and """`)},
	{"toml-syntax", stopped, says("EOF; expected"), plainly("the closing quotation marks are missing", "close the text with the three marks that open it")},
	{"toml-syntax", stopped, says("invalid escape"), plainly("a backslash means something else in text", `write \\ for a backslash, and nothing before '`)},
	{"toml-syntax", before, both(says("array terminator"), beginsWithKey), plainly("the closing bracket is missing", "end the list with ]")},
	{"toml-syntax", stopped, says("array terminator"), plainly("a comma or the closing bracket is missing", `write ["one", "two"]`)},
	{"toml-syntax", stopped, says("inline table terminator"), plainly("a comma or the closing brace is missing", `write { one = "…", two = "…" }`)},
	{"toml-syntax", stopped, both(says("top-level item to end"), endedByApostrophe), plainly("an apostrophe ends text that begins with one", `put text with an apostrophe between "…"`)},
	{"toml-syntax", stopped, both(says("top-level item to end"), isComma), plainly("a comma stands after the value", `a list stands in square brackets: ["one", "two"]`)},
	{"toml-syntax", stopped, says("top-level item to end"), func(f fault) (string, string) {
		if strings.Contains(f.rest, `"`) {
			return "the text ends before the line does", `write \" for a quotation mark inside text`
		}
		return "more follows after the value", "begin a new line, or put text between quotation marks"
	}},
}

func says(signs ...string) func(fault) bool {
	return func(f fault) bool {
		for _, sign := range signs {
			if strings.Contains(f.message, sign) {
				return true
			}
		}
		return false
	}
}

func plainly(text, hint string) func(fault) (string, string) {
	return func(fault) (string, string) { return text, hint }
}

func both(a, b func(fault) bool) func(fault) bool {
	return func(f fault) bool { return a(f) && b(f) }
}

func isDateLike(f fault) bool {
	return strings.HasPrefix(f.message, "invalid datetime") || dateLike.MatchString(f.value)
}

func beginsWithKey(f fault) bool { return keyLike.MatchString(f.rest) }

func isColor(f fault) bool { return colorLike.MatchString(f.value) }

func isComma(f fault) bool { return strings.HasPrefix(strings.TrimSpace(f.rest), ",") }

func endedByApostrophe(f fault) bool {
	return strings.HasPrefix(f.value, "'") && strings.Count(f.value, "'") > 1
}

var (
	keyLike      = regexp.MustCompile(`^[\w-]+(\.[\w-]+)* *=`)
	colorLike    = regexp.MustCompile(`^#[0-9a-fA-F]{3,8}$`)
	trueLike     = regexp.MustCompile(`(?i)^(true|yes|on|y)$`)
	falseLike    = regexp.MustCompile(`(?i)^(false|no|off|n)$`)
	straightened = strings.NewReplacer("“", "", "”", "", "„", "", "«", "", "»", "")
)

var closing = map[byte]byte{'"': '"', '\'': '\'', '[': ']', '{': '}'}

// spelt is the value as it was most likely meant.
func (f fault) spelt() string {
	inside, isList := strings.CutPrefix(f.value, "[")
	inside, isWhole := strings.CutSuffix(inside, "]")
	switch {
	case trueLike.MatchString(f.value):
		return "true"
	case falseLike.MatchString(f.value):
		return "false"
	case isList && isWhole && !strings.ContainsAny(inside, "[]{}"):
		var items []string
		for item := range strings.SplitSeq(inside, ",") {
			items = append(items, quotedAs(strings.Trim(strings.TrimSpace(item), `"'`)))
		}
		return "[" + strings.Join(items, ", ") + "]"
	case len(f.value) > 1 && strings.IndexByte(`"'[{`, f.value[0]) >= 0 && f.value[len(f.value)-1] == closing[f.value[0]]:
		return f.value
	case keyLike.MatchString(f.value):
		return "{ " + f.value + " }"
	}
	return quotedAs(f.value)
}

// quotedAs is text between the quotation marks that it does not hold itself.
func quotedAs(text string) string {
	switch {
	case !strings.ContainsAny(text, `"\`):
		return `"` + text + `"`
	case !strings.Contains(text, "'"):
		return "'" + text + "'"
	}
	return `"…"`
}
