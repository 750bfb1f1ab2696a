package doc

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"

	"github.com/amends-guide/amends/internal/report"
)

// notes is what the parser learns of one file on its way and keeps for us.
type notes struct {
	doc       *Doc
	times     int        // the limits, as Style has them
	footnotes []ast.Node // every [^name]: in order
	problems  []report.Problem
	told      map[string]int // problems by class
}

var notesKey = parser.NewContextKey()

func notesOf(pc parser.Context) *notes { return pc.Get(notesKey).(*notes) }

// maxTold is how often one file is told the same thing: an author who has made a mistake a hundred times knows it by then.
const maxTold = 100

func (n *notes) problem(class string, offset, length int, format string, args ...any) *report.Problem {
	if n.told == nil {
		n.told = map[string]int{}
	}
	if n.told[class]++; n.told[class] > maxTold {
		return &report.Problem{}
	}
	n.problems = append(n.problems, report.New(class, n.doc.Pos(int32(offset), int32(length)), format, args...))
	return &n.problems[len(n.problems)-1]
}
