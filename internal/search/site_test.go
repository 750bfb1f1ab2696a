package search

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/amends-guide/amends"
	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/source"
)

// repository is the root of the repository, which is itself a site.
const repository = "../.."

// planned reads a site's folder up to its plan. Problems that stop a build stop the test.
func planned(t testing.TB, dir string) (*site.Site, *source.Files) {
	t.Helper()
	reader, err := source.Open(dir, amends.BuiltIn)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	files, problems, err := reader.Read(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	must(t, problems)
	c, problems := config.Load(files)
	must(t, problems)
	in := guide.Input{Config: c}
	get := func(name string) source.File { f, _ := files.Get(name); f.Path = name; return f }
	in.Vocabulary, problems = guide.ReadVocabulary(get("content/vocabulary.toml"), c.Languages)
	must(t, problems)
	in.Sources, problems = guide.ReadSources(get("content/sources.toml"), in.Vocabulary.IDs)
	must(t, problems)
	in.Helplines, problems = guide.ReadHelplines(get("content/helplines.toml"), in.Vocabulary.IDs)
	must(t, problems)
	for i := range c.Languages {
		l := &c.Languages[i]
		readEntries(t, &in, files, l, guide.NewReader(l, in.Vocabulary))
	}
	g, problems := guide.New(in, guide.Options{Today: facts.Date{Year: 2026, Month: 11, Day: 23}})
	must(t, problems)
	s, problems := site.Plan(g, files, nil)
	must(t, problems)
	return s, files
}

func readEntries(t testing.TB, in *guide.Input, files *source.Files, l *config.Language, reader *guide.Reader) {
	t.Helper()
	for _, f := range files.Under("content/" + l.Tag) {
		if filepath.Ext(f.Path) != ".md" {
			continue
		}
		place, problems := guide.Locate(f.Path)
		must(t, problems)
		d, problems := doc.Parse(f, doc.Style{Quotes: l.Quotes, Fields: place.Kind == guide.WorksheetKind})
		must(t, problems)
		piece, problems := reader.Read(d)
		must(t, problems)
		in.Pieces = append(in.Pieces, piece)
	}
}

func must(t testing.TB, problems []report.Problem) {
	t.Helper()
	if report.Errors(problems) > 0 {
		t.Fatal(problems)
	}
}

// indexOf is the index of the site's default language.
func indexOf(t testing.TB, s *site.Site, files *source.Files) []byte {
	t.Helper()
	indexes, problems := Indexes(s, files, nil)
	must(t, problems)
	return indexes[0].Data()
}

// write puts files into a folder.
func write(t testing.TB, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
