package cli

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/amends-guide/amends"
	"github.com/amends-guide/amends/internal/phrasing"
)

// skeleton is a guide with a few entries that show the form. Vocabulary, helplines and phrase rules are those of the
// built-in guide: a guide without a number to call would be worse than an empty one.
//
//go:embed skeleton
var skeleton embed.FS

// newGuide starts a guide in a folder that does not exist or is empty. Templates and theme stay in the program, so that an
// upgrade reaches them.
func (s *session) newGuide(dir string, empty bool) error {
	if err := emptied(dir); err != nil {
		return err
	}
	if err := copyStarter(dir, empty); err != nil {
		return err
	}
	what := "the guide that comes with amends"
	if empty {
		what = "a guide with a few entries"
	}
	_, err := fmt.Fprintf(s.stdout, "made %s, in %s\nnext: cd %s && amends serve --open\n", what, dir, quotedForShell(dir))
	return err
}

func copyStarter(dir string, empty bool) error {
	if !empty {
		return os.CopyFS(dir, chosen{amends.BuiltIn, []string{"config.toml", "content"}})
	}
	few, err := fs.Sub(skeleton, "skeleton")
	if err != nil {
		return err
	}
	if err := os.CopyFS(dir, few); err != nil {
		return err
	}
	return os.CopyFS(dir, chosen{amends.BuiltIn, []string{
		"content", "content/vocabulary.toml", "content/helplines.toml", "content/en", "content/en/" + phrasing.Name,
	}})
}

// emptied refuses a folder that holds anything.
func emptied(dir string) error {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err == nil && len(entries) == 0:
		return nil
	case err == nil:
		return misuse{fmt.Sprintf("%s is not empty, and is as it was", dir), "name a folder that does not exist yet"}
	}
	if info, statErr := os.Stat(dir); statErr == nil && !info.IsDir() {
		return misuse{fmt.Sprintf("%s is a file, not a folder", dir), "name a folder that does not exist yet"}
	}
	return err
}

// chosen shows some folders and files of a file system, each folder whole unless some of it is chosen.
type chosen struct {
	embed.FS
	names []string
}

// ReadDir lists what is chosen of a folder.
func (c chosen) ReadDir(folder string) ([]fs.DirEntry, error) {
	entries, err := c.FS.ReadDir(folder)
	inside := func(name string) bool { return folder == "." || strings.HasPrefix(name, folder+"/") }
	if !slices.ContainsFunc(c.names, inside) {
		return entries, err
	}
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		return !slices.Contains(c.names, path.Join(folder, e.Name()))
	}), err
}

// quotedForShell is a path as it can be pasted.
func quotedForShell(dir string) string {
	if strings.ContainsAny(dir, " '\"$&()") {
		return `"` + filepath.Clean(dir) + `"`
	}
	return dir
}
