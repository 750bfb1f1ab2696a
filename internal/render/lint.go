package render

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/source"
)

// unsafe are the places in HTML where text is code. No template may have one: the published pages forbid inline code, so it
// would not run, and a value in it would be the way in for somebody else's.
var unsafe = []struct {
	pattern    *regexp.Regexp
	text, hint string
}{
	{regexp.MustCompile(`(?i)<script\b(?:[^>]*[^>\s])?\s*>\s*[^<\s]`), "a script inside a template", "put it in theme/js/"},
	{regexp.MustCompile(`(?i)<script\b[^>]*\btype\s*=\s*["']?(?:application|text)/(?:ld\+)?json`), "data in a script element", "put it into the page's own words"},
	{regexp.MustCompile(`(?i)<style\b`), "a style sheet inside a template", "put it in theme/css/"},
	{regexp.MustCompile(`(?i)\sstyle\s*=`), "a style attribute", "give the element a class, and style that in theme/css/"},
	{regexp.MustCompile(`(?i)\son[a-z]+\s*=`), "a script in an attribute", "put it in theme/js/"},
	{regexp.MustCompile(`(?i)\ssrcdoc\s*=`), "a page inside an attribute", "link to the page instead"},
	{regexp.MustCompile(`(?i)javascript:`), "a javascript address", "put the script in theme/js/"},
}

// comments are skipped by the linter: what they hold is not published.
var comments = regexp.MustCompile(`(?s)\{\{-?\s*/\*.*?\*/\s*-?\}\}|<!--.*?-->`)

// lint finds code inside a template.
func lint(f source.File) (problems []report.Problem) {
	if !strings.HasSuffix(f.Path, ".html") {
		return nil
	}
	text := comments.ReplaceAllFunc(f.Data, blank)
	for _, rule := range unsafe {
		for _, at := range rule.pattern.FindAllIndex(text, -1) {
			start := at[0] + len(text[at[0]:at[1]]) - len(bytes.TrimLeft(text[at[0]:at[1]], " \t\n"))
			problems = append(problems, report.New("template-unsafe", place(f, start), "%s", rule.text).Hinted(rule.hint))
		}
	}
	return problems
}

// blank keeps the lines and the length of what it takes out, so that places stay true.
func blank(b []byte) []byte {
	blanked := bytes.Repeat([]byte(" "), len(b))
	for i, c := range b {
		if c == '\n' {
			blanked[i] = c
		}
	}
	return blanked
}

func place(f source.File, offset int) report.Pos {
	before := f.Data[:offset]
	line := bytes.LastIndexByte(before, '\n') + 1
	return report.Pos{File: f.Path, Line: bytes.Count(before, []byte("\n")) + 1, Col: utf8.RuneCount(before[line:]) + 1}
}
