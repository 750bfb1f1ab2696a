package build

import (
	"fmt"
	"path"
	"reflect"
	"strings"

	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/parallel"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/source"
)

// Readings remember what each file said on its own. A reading depends on the file's bytes and on the reader of its language;
// the reader on the language's words and the vocabulary. All three are compared, never traced. The zero value remembers
// nothing; it keeps what the last build used.
type readings struct {
	shared  shared
	entries map[string]reading // by path
}

// shared is what the readings of all entries depend on.
type shared struct {
	languages  []config.Language
	limits     int
	sums       [3]source.Sum // of the three data files
	vocabulary *guide.Vocabulary
	sources    *guide.Sources
	helplines  *guide.Helplines
	problems   []report.Problem
	readers    map[string]*guide.Reader // by language
}

// A reading is what one entry's file said.
type reading struct {
	sum      source.Sum
	reader   *guide.Reader
	piece    *guide.Piece // nil when the file is no entry, or cannot be read
	unread   *guide.Place // of an entry that cannot be read; else nil
	problems []report.Problem
}

const (
	vocabularyFile = "content/vocabulary.toml"
	sourcesFile    = "content/sources.toml"
	helplinesFile  = "content/helplines.toml"
)

// read reads every file of the site's content, or remembers it.
func (r *readings) read(c *config.Config, files *source.Files) (guide.Input, []report.Problem) {
	r.readShared(c, files)
	in := guide.Input{Config: c, Vocabulary: r.shared.vocabulary, Sources: r.shared.sources, Helplines: r.shared.helplines}
	var entries []source.File
	for _, f := range files.Under("content") {
		switch path.Ext(f.Path) {
		case ".md":
			entries = append(entries, f)
		case ".toml":
		default:
			in.Pictures = append(in.Pictures, f.Path)
		}
	}
	problems := append([]report.Problem(nil), r.shared.problems...)
	if len(entries) == 0 {
		problems = append(problems, report.New("no-entries", report.Pos{File: "content"}, "this guide has no entries").
			Hinted("put the folder back, or begin one: amends new card own-late-for-dinner"))
	}
	read := r.readEntries(c, entries)
	if r.entries == nil || len(r.entries) > len(entries) {
		r.entries = make(map[string]reading, len(entries))
	}
	for i, read := range read {
		r.entries[entries[i].Path] = read
		problems = append(problems, read.problems...)
		switch {
		case read.piece != nil:
			in.Pieces = append(in.Pieces, read.piece)
		case read.unread != nil:
			in.Unread = append(in.Unread, *read.unread)
		}
	}
	return in, together(problems)
}

// together tells once of a folder that is none for entries, however many files lie in it: it is one thing to mend.
func together(problems []report.Problem) (told []report.Problem) {
	first := map[string]int{} // by folder, where it is told of
	more := map[string]int{}
	for _, p := range problems {
		folder := path.Dir(p.Pos.File)
		if _, known := first[folder]; known && p.Class == "unknown-folder" {
			more[folder]++
			continue
		}
		if p.Class == "unknown-folder" {
			first[folder] = len(told)
		}
		told = append(told, p)
	}
	for folder, n := range more {
		told[first[folder]] = told[first[folder]].Noted(fmt.Sprintf("other files in %s: %d", folder, n))
	}
	return told
}

// readShared reads what all entries lean on, unless none of it has changed.
func (r *readings) readShared(c *config.Config, files *source.Files) {
	var data [3]source.File
	var sums [3]source.Sum
	for i, name := range []string{vocabularyFile, sourcesFile, helplinesFile} {
		data[i], _ = files.Get(name)
		data[i].Path = name
		sums[i] = data[i].Sum
	}
	if r.shared.vocabulary != nil && sums == r.shared.sums && c.Limits == r.shared.limits && reflect.DeepEqual(c.Languages, r.shared.languages) {
		return
	}
	s := shared{languages: c.Languages, limits: c.Limits, sums: sums, readers: map[string]*guide.Reader{}}
	var problems [3][]report.Problem
	s.vocabulary, problems[0] = guide.ReadVocabulary(data[0], c.Languages)
	s.sources, problems[1] = guide.ReadSources(data[1], s.vocabulary.IDs)
	s.helplines, problems[2] = guide.ReadHelplines(data[2], s.vocabulary.IDs)
	for _, ps := range problems {
		s.problems = append(s.problems, ps...)
	}
	for i := range c.Languages {
		s.readers[c.Languages[i].Tag] = guide.NewReader(&c.Languages[i], s.vocabulary)
	}
	r.shared = s
}

// readEntries reads entries side by side; the results stand in their order.
func (r *readings) readEntries(c *config.Config, entries []source.File) []reading {
	read := make([]reading, len(entries))
	parallel.Each(len(entries), func(i int) { read[i] = r.readEntry(c, entries[i]) })
	return read
}

func (r *readings) readEntry(c *config.Config, f source.File) reading {
	language := languageOf(c, f.Path)
	if language == nil { // told by config already, once for the whole folder
		return reading{}
	}
	reader := r.shared.readers[language.Tag]
	if known, ok := r.entries[f.Path]; ok && known.sum == f.Sum && known.reader == reader {
		return known
	}
	place, problems := guide.Locate(f.Path)
	d, told := doc.Parse(f, doc.Style{Quotes: language.Quotes, Fields: place.Kind == guide.WorksheetKind, Limits: c.Limits})
	if problems != nil {
		return reading{sum: f.Sum, reader: reader, unread: lost(place), problems: problems}
	}
	if d.Front.Broken() { // what an entry lacks whose facts are not known is no news, and would hide the one thing to mend
		return reading{sum: f.Sum, reader: reader, unread: lost(place), problems: told}
	}
	piece, wrong := reader.Read(d)
	return reading{sum: f.Sum, reader: reader, piece: piece, problems: append(told, wrong...)}
}

// lost is the place of an entry that cannot be read; nil where not even that is known.
func lost(place guide.Place) *guide.Place {
	if place == (guide.Place{}) {
		return nil
	}
	return &place
}

// languageOf is the language of content/<lang>/…, or nil.
func languageOf(c *config.Config, file string) *config.Language {
	tag, _, _ := strings.Cut(strings.TrimPrefix(file, "content/"), "/")
	for i := range c.Languages {
		if c.Languages[i].Tag == tag {
			return &c.Languages[i]
		}
	}
	return nil
}
