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
	pages    []uint64 // hashes of the addresses it leads to, each once
	links    []link   // where it leads within pages
}

// A link is a destination inside the site, as hashes; fragment 0 is none, as of most: those are kept as addresses alone.
type link struct{ address, fragment uint64 }

// leadsNowhere tells whether any link of the page misses its page or its fragment.
func (r *reading) leadsNowhere(places map[uint64]*reading) bool {
	for _, address := range r.pages {
		if places[address] == nil {
			return true
		}
	}
	for _, l := range r.links {
		if there := places[l.address]; there == nil || !there.hasID(l.fragment) {
			return true
		}
	}
	return false
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
