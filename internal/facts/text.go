package facts

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/amends-guide/amends/internal/report"
)

// A text is TOML text and where it stands in its file.
type text struct {
	file      string
	content   string
	firstLine int
	starts    []int // offset of each line's first byte
	loose     []int // offsets of brackets that the author has not written
	lost      []int // offsets of what stands for values that cannot be read
	unread    bool  // a key cannot be read, so that any may be there
}

// A span is a stretch of the text, in bytes.
type span struct{ from, to int }

func newText(file, content string, firstLine int) *text {
	t := &text{file: file, firstLine: firstLine}
	t.rewrite(content)
	return t
}

// rewrite gives the text another content that has the same lines.
func (t *text) rewrite(content string) {
	t.content, t.starts = content, make([]int, 1, max(32, len(t.starts)))
	for at := 0; ; {
		i := strings.IndexByte(content[at:], '\n')
		if i < 0 {
			return
		}
		at += i + 1
		t.starts = append(t.starts, at)
	}
}

// lineOf is where the line of an offset begins.
func (t *text) lineOf(at int) int {
	line, _ := slices.BinarySearch(t.starts, at+1)
	return t.starts[line-1]
}

// pos is the place of a span; one that runs over several lines is marked on its first.
func (t *text) pos(s span) report.Pos {
	s.from = min(s.from, len(t.content))
	line, found := slices.BinarySearch(t.starts, s.from)
	if !found {
		line--
	}
	marked := t.content[s.from:max(s.from, s.to)]
	if i := strings.IndexByte(marked, '\n'); i >= 0 {
		marked = marked[:i]
	}
	return report.Pos{
		File: t.file,
		Line: t.firstLine + line,
		Col:  1 + utf8.RuneCountInString(t.content[t.starts[line]:s.from]),
		Len:  utf8.RuneCountInString(marked),
	}
}

// opening is where something that is not there is missed: the line that opens the front matter, or the file as a whole.
func (t *text) opening() report.Pos {
	if t.firstLine == 1 {
		return report.Pos{File: t.file}
	}
	return report.Pos{File: t.file, Line: t.firstLine - 1, Col: 1, Len: len("+++")}
}

func (t *text) written(s span) string { return t.content[s.from:s.to] }

// ours is a value as the text has it between its marks: the library's own would keep the library's copy of the whole text.
func (t *text) ours(at span, value string) string {
	if from, to := at.from+1, at.to-1; from <= to && to <= len(t.content) && t.content[from:to] == value {
		return t.content[from:to]
	}
	return strings.Clone(value)
}
