package source

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/amends-guide/amends/internal/portable"
)

// isShared says whether a file comes from the program where the site has none.
func isShared(path string) bool {
	return strings.HasPrefix(path, "templates/") || strings.HasPrefix(path, "theme/") || path == "content/vocabulary.toml"
}

// readBuiltIn reads the shared files, sorted by path. Nothing in them can be an author's mistake, so nothing is checked; line
// ends are levelled all the same, for a program built from a Windows checkout must make the same sites.
func readBuiltIn(fsys fs.FS) (files []File, err error) {
	err = fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !isShared(name) || isHidden(path.Base(name)) {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		if isText(name) {
			data = levelLineEnds(data)
		}
		files = append(files, File{Path: name, Data: data, Layer: BuiltIn, Sum: sumOf(data)})
		return err
	})
	slices.SortFunc(files, byPath)
	return files, err
}

func foldedPaths(files []File) map[string]string {
	folded := make(map[string]string, len(files))
	for _, file := range files {
		folded[portable.Fold(file.Path)] = file.Path
	}
	return folded
}
