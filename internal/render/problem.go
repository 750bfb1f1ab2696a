package render

import (
	"errors"
	"html/template"
	"regexp"
	"strconv"
	"strings"
	"text/template/parse"

	"github.com/amends-guide/amends/internal/report"
)

// told is how the template packages begin their errors: the template's name, a line, sometimes a column.
var told = regexp.MustCompile(`^(?:html/)?template: ?([^: ]+):(\d+)(?::(\d+))?: ?(.*)$`)

// problemOf makes an error of a template a problem at its place. Where one template failed inside another, the innermost
// place is the one to mend.
func problemOf(err error) report.Problem {
	text, pos := strings.ReplaceAll(err.Error(), "\n", " "), report.Pos{}
	for {
		part := told.FindStringSubmatch(text)
		if part == nil {
			break
		}
		pos = report.Pos{File: fileOf(part[1])}
		pos.Line, _ = strconv.Atoi(part[2])
		if part[3] != "" {
			pos.Col, _ = strconv.Atoi(part[3])
			pos.Col++
		} else {
			pos.Col = 1
		}
		text = part[4]
		if inner := strings.LastIndex(text, "error calling shared: "); inner >= 0 {
			text = text[inner+len("error calling shared: "):]
		}
	}
	var unsafe *template.Error
	if errors.As(err, &unsafe) && unsafe.ErrorCode == template.ErrEndContext { // no line, and words of html/template's own
		return report.New("template-error", report.Pos{File: fileOf(unsafe.Name)}, "the template ends inside a tag or an element such as <script>").
			Hinted("close what is open at its end: a quotation mark, a bracket, an element")
	}
	problem := report.New("template-error", pos, "%s", plainer(text))
	if text == "unexpected EOF" {
		problem = problem.Hinted("something is opened and never closed: an {{end}} is missing")
	}
	return problem
}

// executing stands before what went wrong while a template ran.
var executing = regexp.MustCompile(`^executing "[^"]*" at <([^>]*)>: `)

func plainer(text string) string {
	return executing.ReplaceAllString(text, "$1: ")
}

// posIn is the place of a node.
func posIn(tree *parse.Tree, node parse.Node) report.Pos {
	location, _ := tree.ErrorContext(node)
	pos := report.Pos{File: fileOf(tree.Name)}
	if part := strings.Split(location, ":"); len(part) == 3 {
		pos.Line, _ = strconv.Atoi(part[1])
		pos.Col, _ = strconv.Atoi(part[2])
		pos.Col++
	}
	return pos
}
