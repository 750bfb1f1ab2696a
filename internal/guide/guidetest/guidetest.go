// Package guidetest reads guides for the tests of the rooms above: a whole folder, or the small site of internal/build/testdata with
// some files changed. What there is to complain of in the words is not those rooms', so problems are left out.
package guidetest

import (
	"context"
	"os"
	"path"
	"path/filepath"
	"testing"

	"github.com/amends-guide/amends"
	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/phrasing"
	"github.com/amends-guide/amends/internal/source"
)

// Edits are files to write into a copy of the small site, by path; an empty text takes the file away.
type Edits map[string]string

// today is the day on which every guide of a test is read.
var today = facts.Date{Year: 2026, Month: 11, Day: 23}

// Small is the folder of the small site, edited. Its German cards are left out unless the edits bring some: translated headings are
// for those to test who read them.
func Small(t testing.TB, e Edits) (dir string) {
	t.Helper()
	dir = t.TempDir()
	must(t, os.CopyFS(dir, os.DirFS("../build/testdata/site")))
	must(t, os.RemoveAll(filepath.Join(dir, "content/de/cards")))
	for name, text := range e {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if text == "" {
			must(t, os.Remove(file))
			continue
		}
		must(t, os.MkdirAll(filepath.Dir(file), 0o755))
		must(t, os.WriteFile(file, []byte(text), 0o644))
	}
	return dir
}

// Read is the guide of a folder, over the built-in files.
func Read(t testing.TB, dir string) (*guide.Guide, *source.Files) {
	t.Helper()
	r, err := source.Open(dir, amends.BuiltIn)
	must(t, err)
	defer r.Close()
	files, _, err := r.Read(context.Background())
	must(t, err)
	c, _ := config.Load(files)
	in := guide.Input{Config: c, Rules: map[string]*phrasing.Rules{}}
	in.Vocabulary, _ = guide.ReadVocabulary(named(files, "content/vocabulary.toml"), c.Languages)
	in.Sources, _ = guide.ReadSources(named(files, "content/sources.toml"), in.Vocabulary.IDs)
	in.Helplines, _ = guide.ReadHelplines(named(files, "content/helplines.toml"), in.Vocabulary.IDs)
	for i := range c.Languages {
		l := &c.Languages[i]
		reader := guide.NewReader(l, in.Vocabulary)
		for _, f := range files.Under("content/" + l.Tag) {
			readFile(&in, f, l, reader)
		}
	}
	g, _ := guide.New(in, guide.Options{Today: today})
	return g, files
}

func named(files *source.Files, name string) source.File {
	f, _ := files.Get(name)
	f.Path = name
	return f
}

func readFile(in *guide.Input, f source.File, l *config.Language, reader *guide.Reader) {
	switch {
	case path.Base(f.Path) == phrasing.Name:
		in.Rules[l.Tag], _ = phrasing.Read(f, in.Vocabulary.IDs)
	case path.Ext(f.Path) != ".md":
		in.Pictures = append(in.Pictures, f.Path)
	default:
		place, _ := guide.Locate(f.Path)
		d, _ := doc.Parse(f, doc.Style{Quotes: l.Quotes, Fields: place.Kind == guide.WorksheetKind})
		if piece, _ := reader.Read(d); piece != nil {
			in.Pieces = append(in.Pieces, piece)
		}
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
