package doc

import (
	"strings"
	"unicode/utf8"

	"github.com/amends-guide/amends/internal/report"
)

// Pos is the place of n bytes at a byte offset of the file.
func (d *Doc) Pos(offset, n int32) report.Pos {
	at := min(max(int(offset), 0), len(d.tree.source))
	before := d.tree.source[:at]
	start := strings.LastIndexByte(before, '\n') + 1
	meant, _, _ := strings.Cut(d.Raw(offset, n), "\n")
	return report.Pos{
		File: d.File,
		Line: strings.Count(before, "\n") + 1,
		Col:  utf8.RuneCountInString(before[start:]) + 1,
		Len:  utf8.RuneCountInString(meant),
	}
}

// Raw is the file's text as written: n bytes at an offset, or as many as there are.
func (d *Doc) Raw(offset, n int32) string {
	from := min(max(int(offset), 0), len(d.tree.source))
	to := min(from+max(int(n), 0), len(d.tree.source))
	return d.tree.source[from:to]
}
