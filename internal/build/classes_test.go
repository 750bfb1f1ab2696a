package build_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/report"
)

// Every class of problem shows its example: the mistake in the example makes a problem of the class in that file, and
// the example's right text (the small site as it is) makes none.
func TestEveryClassShowsItsExample(t *testing.T) {
	for _, class := range report.Classes() {
		if class.File == "" {
			continue // made by a test of its own, which TestEveryClassHasItsTest looks for
		}
		t.Run(class.Name, func(t *testing.T) {
			t.Parallel()
			dir := copySite(t)
			path := filepath.Join(dir, filepath.FromSlash(class.File))
			content, err := os.ReadFile(path)
			if err != nil && class.Good != "" {
				t.Fatal(err)
			}
			spoiled, ok := class.Spoil(string(content))
			if !ok {
				t.Fatalf("%s does not hold %q exactly once", class.File, class.Good)
			}
			write(t, dir, map[string]string{class.File: spoiled})
			result := buildOnce(t, options(dir))
			for _, p := range result.Problems {
				if p.Class == class.Name {
					if p.Severity != class.Severity {
						t.Errorf("is %s, want %s", p.Severity, class.Severity)
					}
					return
				}
			}
			t.Errorf("the example makes no such problem, but:\n%s", said(t, result))
		})
	}
}

// A class whose mistake text alone cannot make names the test that makes it, and there is such a test.
func TestEveryClassHasItsTest(t *testing.T) {
	var tests strings.Builder
	err := filepath.WalkDir(root(t), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		data, err := os.ReadFile(path)
		tests.Write(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, class := range report.Classes() {
		if class.Test != "" && !strings.Contains(tests.String(), "func "+class.Test+"(t *testing.T)") {
			t.Errorf("%s is made by %s, and there is no such test", class.Name, class.Test)
		}
	}
}
