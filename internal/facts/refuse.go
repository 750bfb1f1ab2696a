package facts

import (
	"strings"

	"github.com/amends-guide/amends/internal/report"
)

// Limits of what the library is given to read. Its time and memory grow with the square of both depths (BurntSushi/toml#497),
// and without end of the first. How long a text may be is for those to say who read it.
const (
	maxDepth = 16 // brackets within brackets
	maxParts = 8  // parts of a dotted key
)

// refuse says why the library must not see the text, if so.
func (t *text) refuse() (p report.Problem, refused bool) {
	if at, what := excess(t.content); at >= 0 {
		return report.New("toml-too-deep", t.pos(span{at, at + 1}), "%s", what).Hinted("write it flatter"), true
	}
	return report.Problem{}, false
}

// excess finds the first bracket or dot beyond the limits; at is -1 when there is none. It knows strings and comments and
// nothing else of the grammar, so text the library would take can hide nothing from it.
func excess(content string) (at int, what string) {
	depth, dots := 0, 0
	for i := 0; i < len(content); i++ {
		switch content[i] {
		case '"', '\'':
			i = afterString(content, i) - 1
		case '#':
			i = lineEnd(content, i) - 1
		case '[', '{':
			dots = 0
			if depth++; depth > maxDepth {
				return i, "more than 16 brackets within each other"
			}
		case ']', '}':
			dots, depth = 0, max(depth-1, 0)
		case '.':
			if dots++; dots >= maxParts {
				return i, "a key of more than 8 parts"
			}
		case '=', ',', '\n':
			dots = 0
		}
	}
	return -1, ""
}

// afterString is the offset after the string that begins at from. A string of one line that is never closed ends with its
// line, any other with the text.
func afterString(content string, from int) int {
	quote := content[from]
	if mark := content[from:min(from+3, len(content))]; mark == `"""` || mark == "'''" {
		return afterLongString(content, from+3, mark)
	}
	for i := from + 1; i < len(content); i++ {
		switch {
		case content[i] == quote:
			return i + 1
		case content[i] == '\n':
			return i
		case content[i] == '\\' && quote == '"' && i+1 < len(content) && content[i+1] != '\n':
			i++
		}
	}
	return len(content)
}

// afterLongString is the offset after the closing mark; up to two more quotation marks before it belong to the string.
func afterLongString(content string, from int, mark string) int {
	for i := from; i < len(content); i++ {
		switch {
		case strings.HasPrefix(content[i:], mark):
			end := i + 3
			for end < min(i+5, len(content)) && content[end] == mark[0] {
				end++
			}
			return end
		case content[i] == '\\' && mark[0] == '"':
			i++
		}
	}
	return len(content)
}

func lineEnd(content string, from int) int {
	if i := strings.IndexByte(content[from:], '\n'); i >= 0 {
		return from + i
	}
	return len(content)
}
