package build_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/report"
)

// A folder with a name that is none is one thing to mend, and so is told once: neither for each file in it nor where others name
// what lies in it.
func TestFolderRenamed(t *testing.T) {
	dir := t.TempDir()
	for name, text := range read(t, filepath.Join(root(t), "content")) {
		write(t, dir, map[string]string{"content/" + name: text})
	}
	write(t, dir, map[string]string{"config.toml": `title = "The guide"`})
	for was, now := range map[string]string{"cards": "cardz", "essays": "texts"} {
		from, to := filepath.Join(dir, "content/en", was), filepath.Join(dir, "content/en", now)
		if err := os.Rename(from, to); err != nil {
			t.Fatal(err)
		}
		result := buildOnce(t, options(dir))
		if n := report.Errors(result.Problems); n != 1 || !strings.Contains(said(t, result), "other files in content/en/"+now) {
			t.Errorf("%d errors:\n%.3000s", n, said(t, result))
		}
		if err := os.Rename(to, from); err != nil {
			t.Fatal(err)
		}
	}
}
