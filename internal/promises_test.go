package internal_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// worldly are the rooms that may meet the world beyond files: they wait for it, show or publish a finished tree, talk to a
// person, or serve tests.
var worldly = []string{"watch", "serve", "publish", "cli", "browser"}

// A build runs no program, opens no connection, reads no environment and no clock (promise 7, and promise 2 with it). Only
// what is imported can be called, so the imports are where this is decided; of package os and time some calls are banned.
func TestBuildingMeetsNoWorld(t *testing.T) {
	bannedImports := []string{"net", "net/http", "os/exec", "os/user", "plugin", "crypto/rand", "math/rand", "math/rand/v2"}
	bannedCalls := map[string][]string{
		"os":   {"Getenv", "LookupEnv", "Environ", "ExpandEnv", "UserHomeDir", "UserConfigDir", "UserCacheDir", "Hostname", "StartProcess", "TempDir"},
		"time": {"Now", "Since", "Until"},
	}
	for path, file := range sources(t) {
		room := strings.Split(filepath.ToSlash(path), "/")[0]
		if slices.Contains(worldly, room) {
			continue
		}
		for _, spec := range file.Imports {
			name, _ := strconv.Unquote(spec.Path.Value)
			if slices.Contains(bannedImports, name) && !allowed(room, name) {
				t.Errorf("%s imports %s", path, name)
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				if pkg, ok := sel.X.(*ast.Ident); ok && slices.Contains(bannedCalls[pkg.Name], sel.Sel.Name) && !allowed(room, pkg.Name+"."+sel.Sel.Name) {
					t.Errorf("%s calls %s.%s", path, pkg.Name, sel.Sel.Name)
				}
			}
			return true
		})
	}
}

// allowed lists what a room needs the world for, and why no byte of the output depends on it.
func allowed(room, what string) bool {
	switch room + " " + what {
	case "source time.Now": // tells files that may still be changing from those at rest
		return true
	case "output time.Now", "output os.UserHomeDir": // the wait for a lock; refusing to write over a home folder
		return true
	case "build time.Now", "build time.Since": // how long it took, for the summary
		return true
	}
	return false
}

// Only the one file that turns our own tree into HTML may vouch for HTML; everywhere else html/template escapes.
func TestOneRoomVouchesForHTML(t *testing.T) {
	trusted := []string{"HTML", "HTMLAttr", "JS", "JSStr", "CSS", "URL", "Srcset"}
	files := map[string]bool{}
	for path, file := range sources(t) {
		ast.Inspect(file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				if pkg, ok := sel.X.(*ast.Ident); ok && pkg.Name == "template" && slices.Contains(trusted, sel.Sel.Name) {
					files[filepath.ToSlash(path)] = true
				}
			}
			return true
		})
	}
	for path := range files {
		if !strings.HasPrefix(path, "render/") {
			t.Errorf("%s makes trusted HTML", path)
		}
	}
	if len(files) == 0 {
		t.Error("found no trusted HTML at all: does this test still look in the right place?")
	}
}

// sources are the rooms' Go files without tests, parsed, by path.
func sources(t *testing.T) map[string]*ast.File {
	t.Helper()
	files := map[string]*ast.File{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		files[path], err = parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
