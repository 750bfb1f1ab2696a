package render

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
)

// vouching are the types by which html/template is told not to escape.
var vouching = regexp.MustCompile(`template\.(HTML|HTMLAttr|CSS|JS|JSStr|URL|Srcset)\(`)

// Only html.go may say of text that it is safe, in its two functions; anywhere else it would be a hole.
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
	if len(found) != 1 || found["internal/render/html.go"] != 2 {
		t.Errorf("text is vouched for in %v; want two places in internal/render/html.go", found)
	}
}
