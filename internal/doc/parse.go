package doc

import (
	"github.com/yuin/goldmark/text"

	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/slab"
	"github.com/amends-guide/amends/internal/source"
)

// A Doc, and what it points to, is kept for as long as the program runs.
var (
	docs  slab.Of[Doc]
	refs  slab.Of[Ref]
	trees = slab.Of[node]{Block: 32 << 10}
	texts = slab.Of[byte]{Block: 32 << 10}
)

// Parse reads one Markdown file. It never fails: a bad file is a Doc with problems.
func Parse(f source.File, style Style) (*Doc, []report.Problem) {
	style = style.complete()
	d := docs.Keep(Doc{File: f.Path, Sum: f.Sum, tree: tree{source: f.Text()}})
	body, problems := d.readFront(style.Limits)
	d.Body = int32(body)
	if hard := d.refuse(f.Data, body, style.Limits); len(hard) > 0 {
		return d, append(problems, hard...)
	}
	reader := text.NewReader(f.Data)
	reader.Advance(body) // not a reader of the body alone: every offset then counts from the start of the file
	return d, append(problems, d.readBody(reader, style)...)
}
