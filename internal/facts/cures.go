package facts

import (
	"fmt"
	"strings"
)

// A cure says in an author's words what one message of the library means, and what to do.
type cure struct {
	class string
	fits  func(fault) bool
	tell  func(fault) (text, hint string)
}

const dateHint = "write year-month-day without quotation marks, such as 2026-11-23"

// cures are tried in order; the first that fits tells.
var cures = []cure{
	{"bad-date", isDateLike, func(f fault) (string, string) {
		return fmt.Sprintf("%q has no date that can be read", f.key), dateHint
	}},
	{"toml-syntax", says("expected value but found '“", "expected value but found '”", "expected value but found '„", "expected value but found '«"),
		plainly("curly quotation marks cannot hold text here", `use straight ones: "`)},
	{"toml-syntax", says(`expected value but found '\n'`, "EOF; expected value"), func(f fault) (string, string) {
		return fmt.Sprintf("%q has no value", f.key), fmt.Sprintf(`write %s = "…"`, f.key)
	}},
	{"toml-syntax", says("expected value but found \""), func(f fault) (string, string) {
		return fmt.Sprintf("the value of %q cannot be read", f.key), "write " + f.key + " = " + f.spelt()
	}},
	{"toml-syntax", says("but got ':'"), plainly(`":" stands where "=" belongs`, `write key = "value"`)},
	{"toml-syntax", says("expected '.' or '='"), plainly(`"=" is missing after the key`, "a key is one word of a–z, 0–9, - and _, then =")},
	{"toml-syntax", says("expected '.' or ']'"), plainly("the closing bracket of the header is missing", "")},
	{"toml-syntax", says("key name appears blank"), plainly(`the key before "=" is missing`, `write key = "value"`)},
	{"toml-syntax", says("strings cannot contain newlines", `EOF; expected '"'`, `EOF; expected "'"`),
		plainly("the closing quotation mark is missing", `close it on the same line; longer text stands between """ and """`)},
	{"toml-syntax", says("EOF; expected"), plainly("the closing quotation marks are missing", "close the text with the three marks that open it")},
	{"toml-syntax", says("invalid escape"), plainly("a backslash means something else in text", `write \\ for a backslash, and nothing before '`)},
	{"toml-syntax", says("array terminator"), plainly("a comma or the closing bracket is missing", `write ["one", "two"]`)},
	{"toml-syntax", says("inline table terminator"), plainly("a comma or the closing brace is missing", `write { one = "…", two = "…" }`)},
	{"toml-syntax", says("top-level item to end"), func(f fault) (string, string) {
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

func isDateLike(f fault) bool {
	return strings.HasPrefix(f.message, "invalid datetime") || dateLike.MatchString(f.rest)
}

// spelt is the rest of the line as it was most likely meant.
func (f fault) spelt() string {
	word, _, _ := strings.Cut(f.rest, "#")
	word = strings.TrimSpace(word)
	switch {
	case trueLike.MatchString(word):
		return "true"
	case falseLike.MatchString(word):
		return "false"
	case strings.ContainsAny(word, `"[]{},\`):
		return `"…"`
	}
	return `"` + word + `"`
}
