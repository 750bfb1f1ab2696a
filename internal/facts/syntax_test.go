package facts

import (
	"strings"
	"testing"
)

func TestSyntax(t *testing.T) {
	tests := []struct{ name, content, want string }{
		{"no quotation marks", `title = Hello, you # x`, `2:9+10 toml-syntax: the value of "title" cannot be read | write title = "Hello, you"`},
		{"one bare word", "a = 1\ntitle = Hello # x", `3:9+5 toml-syntax: the value of "title" cannot be read | write title = "Hello"`},
		{"yes", `draft = yes`, `2:9+3 toml-syntax: the value of "draft" cannot be read | write draft = true`},
		{"False", `draft = False`, `2:9+5 toml-syntax: the value of "draft" cannot be read | write draft = false`},
		{"curly quotation marks", `title = “Hello”`, `2:9+7 toml-syntax: curly quotation marks cannot hold text here | write title = "Hello"`},
		{"no value", "title =\nage = 1", `2:8+0 toml-syntax: "title" has no value | write title = "…"`},
		{"colour without quotation marks", "own = #5a2e23", `2:7+7 toml-syntax: "own" has no value: what follows a # is a remark | write own = "#5a2e23"`},
		{"no value at the end", "title =", `2:7+1 toml-syntax: "title" has no value | write title = "…"`},
		{"colon", `title: "Hello"`, `2:6+1 toml-syntax: ":" stands where "=" belongs | write title = "Hello"`},
		{"key of two words", `my title = "Hello"`, `2:4+1 toml-syntax: "=" is missing after the key`},
		{"foreign letter in a key", `größe = 1`, `2:3+1 toml-syntax: "=" is missing after the key | a key is one word`},
		{"no key", `= 1`, `2:1+1 toml-syntax: the key before "=" is missing`},
		{"quotation mark not closed", "title = \"Hello\nage = 1", `2:15+0 toml-syntax: the closing quotation mark is missing | close it on the same line`},
		{"quotation mark not closed at the end", `title = "Hello`, `2:14+1 toml-syntax: the closing quotation mark is missing`},
		{"long text not closed", "title = \"\"\"Hello\nyou", `toml-syntax: the closing quotation marks are missing`},
		{"quotation mark inside", `title = "say "hi""`, `2:15+1 toml-syntax: the text ends before the line does | write \" for`},
		{"two values", `year = 1 2`, `2:9+2 toml-syntax: more follows after the value | begin a new line`},
		{"backslash", `title = "C:\path"`, `toml-syntax: a backslash means something else in text | write \\ for a backslash`},
		{"comma missing in a list", `moves = ["own" "plan"]`, `2:16+1 toml-syntax: a comma or the closing bracket is missing | write ["one", "two"]`},
		{"list not closed", "moves = [\"own\"\nage = 1", `2:15+0 toml-syntax: the closing bracket is missing | end the list with ]`},
		{"braces not closed", `slots.what = { hint = "x"`, `toml-syntax: a comma or the closing brace is missing`},
		{"header not closed", "[slots\nage = 1", `3:1+1 toml-syntax: the closing bracket of the header is missing`},
		{"no such month", `updated = 2026-13-01`, `2:11+10 bad-date: "updated" has no date that can be read | write year-month-day`},
		{"no such day", `updated = 2026-02-30`, `2:11+10 bad-date: "updated" has no date that can be read`},
		{"short date", `updated = 2026-1-1`, `2:11+8 bad-date: "updated" has no date that can be read`},
		{"date with dots", `updated = 23.11.2026`, `2:11+10 bad-date: "updated" has no date that can be read`},
		{"date with slashes", `updated = 11/23/2026`, `2:11+10 bad-date: "updated" has no date that can be read | write updated = 2026-11-23`},
		{"date in words", `updated = 23 November 2026 # today`, `2:11+16 bad-date: "updated" has no date that can be read | write updated = 2026-11-23`},
		{"date as in America", `updated = Nov. 23, 2026`, `2:11+13 bad-date: "updated" has no date that can be read | write updated = 2026-11-23`},
		{"date in German", `updated = 23. Dezember 2026`, `2:11+17 bad-date: "updated" has no date that can be read | write year-month-day, such as updated = 2026-11-23`},
		{"month and year", `updated = November 2026`, `2:11+13 bad-date`},
		{"apostrophe", `phrase = 'I don't know'`, `2:17+1 toml-syntax: an apostrophe ends text that begins with one | put text with an apostrophe between "…"`},
		{"list without brackets or spaces", `moves="own","plan"`, `2:12+1 toml-syntax: a comma stands after the value | a list stands`},
		{"bare list", `moves = [own, plan]`, `2:9+11 toml-syntax: the value of "moves" cannot be read | write moves = ["own", "plan"]`},
		{"table without braces", `slots.what = hint = "x"`, `2:14+10 toml-syntax: the value of "what" cannot be read | write slots.what = { hint = "x" }`},
		{"comma missing in a list of several lines", "moves = [\n  \"own\"\n  \"plan\"\n]", `4:3+1 toml-syntax: a comma or the closing bracket is missing`},
		{"key twice", "title = 'a'\n\n\"title\" = 'b'", `4:1+7 toml-syntax: "title" is written twice | keep one; the other is in line 2`},
		{"key twice in braces", `a = { b = 1, b = 2 }`, `2:14+1 toml-syntax: "b" is written twice | keep one; the other is in line 2`},
		{"table and value, which the library lets pass", "a.b = 1\na = 2", `3:1+1 toml-syntax: "a" is written twice | keep one; the other is in line 2`},
		{"header twice", "[a]\n[a]", `3:2+1 toml-syntax: key 'a' has already been defined`},
		{"number too large", `year = 99999999999999999999`, `2:8+20 toml-syntax: 99999999999999999999 is out of range for int64`},
		{"telephone number", `phone = 01632 960 001`, `2:9+13 toml-syntax: what begins with 0 is no number | write phone = "01632 960 001"`},
		{"leading zero", `year = 01`, `2:8+2 toml-syntax: a number begins with 0 | write year = 1`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, problems := Parse("a.md", test.content, 2)
			if len(problems) != 1 || !strings.Contains(told(problems[0]), test.want) {
				t.Errorf("got\n%s\nwant one with\n%s", allTold(problems), test.want)
			}
		})
	}
}
