package doc

import (
	"strings"

	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/report"
)

const fence = "+++"

// readFront reads the facts between the +++ lines and gives the offset at which the body begins.
func (d *Doc) readFront(times int) (body int, problems []report.Problem) {
	text, body, problems := d.splitFront(times)
	if problems != nil {
		d.Front = &facts.Table{}
		return body, problems
	}
	d.Front, problems = facts.Parse(d.File, text, 2)
	return body, problems
}

func (d *Doc) splitFront(times int) (text string, body int, problems []report.Problem) {
	first := line(d.tree.source)
	opening := strings.TrimRight(first, " \t\n")
	if opening != fence {
		hint := "write them first, between two lines of +++"
		if strings.Trim(opening, "-") == "" && opening != "" {
			hint = "facts stand between two lines of +++ here, each as key = \"value\""
		}
		return "", len(d.tree.source), []report.Problem{report.New("no-front-matter", d.Pos(0, int32(len(opening))), "this file begins without its facts").Hinted(hint)}
	}
	for at := len(first); at < len(d.tree.source); {
		next := line(d.tree.source[at:])
		if strings.TrimRight(next, " \t\n") == fence {
			return d.sizedFront(len(first), at, at+len(next), maxFront*times)
		}
		at += len(next)
	}
	return "", len(d.tree.source), []report.Problem{report.New("unclosed-front-matter", d.Pos(0, int32(len(fence))), "the facts begin here and never end").
		Hinted("write +++ on a line of its own after the last one")}
}

func (d *Doc) sizedFront(from, to, body, most int) (string, int, []report.Problem) {
	if to-from <= most {
		return d.tree.source[from:to], body, nil
	}
	return "", body, []report.Problem{report.New("front-matter-too-large", d.Pos(0, int32(len(fence))),
		"the facts take %d KiB; at most %d KiB are read", (to-from)>>10, most>>10).Hinted("keep facts short, and move words into the text below")}
}

// line is the first line of text, with its line end.
func line(text string) string {
	if i := strings.IndexByte(text, '\n'); i >= 0 {
		return text[:i+1]
	}
	return text
}
