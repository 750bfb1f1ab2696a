package search

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/amends-guide/amends/internal/guide/guidetest"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/source"
)

// repository is the root of the repository, which is itself a site.
const repository = "../.."

// planned reads a site's folder up to its plan.
func planned(t testing.TB, dir string) (*site.Site, *source.Files) {
	t.Helper()
	g, files := guidetest.Read(t, dir)
	s, problems := site.Plan(g, files, nil)
	must(t, problems)
	return s, files
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
