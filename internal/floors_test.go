package internal_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// floors is the house: a room may import only from floors below its own.
var floors = map[string]int{
	"report": 0, "portable": 0, "watch": 0, "pdf": 0, "browser": 0, "readability": 0, "parallel": 0, "slab": 0,
	"source": 1, "output": 1, "facts": 1, "picture": 1, "typeset": 1,
	"config": 2, "doc": 2, "phrasing": 2, "publish": 2,
	"guide":  3,
	"site":   4,
	"render": 5, "feed": 5, "search": 5, "export": 5, "print": 5, "check": 5, "coverage": 5, "offline": 5,
	"build": 6, "serve": 6,
	"cli": 7,
}

const module = "github.com/amends-guide/amends"

func TestImportsGoDown(t *testing.T) {
	seen := map[string]bool{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || !strings.Contains(path, string(filepath.Separator)) {
			return err
		}
		room := strings.Split(filepath.ToSlash(path), "/")[0]
		floor, ok := floors[room]
		if !ok {
			t.Errorf("%s: room %q is on no floor; give it one in floors_test.go and docs/architecture.md", path, room)
			return nil
		}
		seen[room] = true
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			name, _ := strconv.Unquote(spec.Path.Value)
			other, inside := strings.CutPrefix(name, module+"/internal/")
			if !inside {
				continue
			}
			other, _, _ = strings.Cut(other, "/")
			if other != room && floors[other] >= floor {
				t.Errorf("%s: %s (floor %d) imports %s (floor %d)", path, room, floor, other, floors[other])
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(seen) < 2 {
		t.Fatalf("saw only the rooms %v: is the test run from internal/?", seen)
	}
}
