package check

import (
	"bytes"
	"path"
	"slices"
	"unicode/utf8"

	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/report"
)

// A reading is what one finished file says of itself and of others, small enough to keep for every page.
type reading struct {
	problems []report.Problem
	ids      []uint64 // hashes of the ids a fragment may name, sorted
	links    []link   // each destination once
}

// A link is a destination inside the site, as hashes; fragment 0 is none.
type link struct{ address, fragment uint64 }

// leadsNowhere tells whether any link of the page misses its page or its fragment.
func (r *reading) leadsNowhere(places map[uint64]*reading) bool {
	for _, l := range r.links {
		if !reaches(l, places) {
			return true
		}
	}
	return false
}

func reaches(l link, places map[uint64]*reading) bool {
	there, ok := places[l.address]
	if !ok || l.fragment == 0 {
		return ok
	}
	return there.hasID(l.fragment)
}

func (r *reading) hasID(hash uint64) bool {
	_, found := slices.BinarySearch(r.ids, hash)
	return found
}

// readFile reads one file by its kind. Kinds that cannot hold a link or code (pictures, text) read as empty.
func (c *Crawler) readFile(f output.File, base string) (r *reading) {
	switch path.Ext(f.Path) {
	case ".html":
		f.Use(func(page []byte) { r = c.readPage(f, page, base) })
		return r
	case ".css":
		return &reading{problems: styleProblems(f)}
	case ".js":
		return &reading{problems: scriptProblems(f)}
	case ".xml", ".json", ".txt", ".svg", ".webmanifest":
		if !utf8.Valid(f.Data()) {
			return &reading{problems: []report.Problem{at(f, 0, "page-not-utf8", "%s is not valid UTF-8", f.Path)}}
		}
	}
	return &reading{}
}

// at is a problem at a byte offset of a finished file. Columns count characters, as everywhere.
func at(f output.File, offset int, class, format string, args ...any) report.Problem {
	data := f.Data()
	before := data[:min(offset, len(data))]
	start := bytes.LastIndexByte(before, '\n') + 1
	pos := report.Pos{File: f.Path, Line: bytes.Count(before, []byte("\n")) + 1, Col: utf8.RuneCount(before[start:]) + 1}
	return report.New(class, pos, format, args...)
}
