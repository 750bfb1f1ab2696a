package render

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// vouching are the types by which html/template is told not to escape.
var vouching = regexp.MustCompile(`template\.(HTML|HTMLAttr|CSS|JS|JSStr|URL|Srcset)\(`)

// Only html.go may say of text that it is safe, in its two functions, and what makes a function of templates from a writer; anywhere
// else it would be a hole.
func TestOnlyOneFileVouches(t *testing.T) {
	found := map[string]int{}
	err := fs.WalkDir(os.DirFS("../.."), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		data, err := os.ReadFile("../../" + path)
		if n := len(vouching.FindAll(data, -1)); n > 0 {
			found[path] = n
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]int{"internal/render/html.go": 2, "internal/render/program/program.go": 1}
	if diff := cmp.Diff(want, found); diff != "" {
		t.Error("text is vouched for elsewhere:", diff)
	}
}
