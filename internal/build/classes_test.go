package build_test

import (
	"os"
	"path/filepath"
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
