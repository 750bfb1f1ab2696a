package output

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"syscall"

	"github.com/amends-guide/amends/internal/parallel"
)

// checkFolders sees to it that the folders of all that is to be written or removed are folders: a link there would lead the
// work elsewhere. Our own stale files are no hindrance, be it where a folder is needed or in a folder that gives way to a file.
func checkFolders(d disk, items []item) error {
	stale := map[string]bool{".": true}
	for i := range items {
		if it := &items[i]; it.verdict == isStale {
			stale[it.path()] = true
		}
	}
	isPlain := maps.Clone(stale)
	for i := range items {
		if err := items[i].checkFolders(d, stale, isPlain); err != nil {
			return err
		}
	}
	return nil
}

func (it *item) checkFolders(d disk, stale, isPlain map[string]bool) error {
	switch it.verdict {
	case isFolder:
		other, err := otherThan(d, it.path(), stale)
		it.verdict = isMissing
		if err != nil || other != "" {
			it.verdict = isForeign
			return err
		}
	case isMissing, isOutdated, isStale:
	default:
		return nil
	}
	plain, err := plainFolders(d, path.Dir(it.path()), isPlain)
	switch {
	case plain || err != nil:
	case it.want == nil:
		it.verdict = isTaken
	default:
		it.verdict = isForeign
	}
	return err
}

// otherThan finds something below a folder that is neither a folder nor one of those files.
func otherThan(d disk, folder string, files map[string]bool) (other string, err error) {
	entries, err := d.ReadDir(folder)
	for _, e := range entries {
		name := folder + "/" + e.Name()
		switch {
		case err != nil || other != "":
		case e.IsDir():
			other, err = otherThan(d, name, files)
		case !files[name]:
			other = name
		}
	}
	return other, err
}

func plainFolders(d disk, folder string, known map[string]bool) (bool, error) {
	if plain, ok := known[folder]; ok {
		return plain, nil
	}
	plain, err := plainFolders(d, path.Dir(folder), known)
	if plain && err == nil {
		var info fs.FileInfo
		info, err = d.Lstat(folder)
		if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
			err = nil // it will be made
		} else {
			plain = err == nil && info.IsDir()
		}
	}
	known[folder] = plain
	return plain, err
}

// withParents returns the folders and all above them, each once, sorted by depth.
func withParents(folders []string) (all []string) {
	seen := map[string]bool{".": true}
	for _, folder := range folders {
		for ; !seen[folder]; folder = path.Dir(folder) {
			seen[folder] = true
			all = append(all, folder)
		}
	}
	slices.SortFunc(all, func(a, b string) int {
		if byDepth := strings.Count(a, "/") - strings.Count(b, "/"); byDepth != 0 {
			return byDepth
		}
		return strings.Compare(a, b)
	})
	return all
}

// makeFolders makes those of the folders that are not there, and returns them; they are sorted by depth, and each depth is
// made in parallel.
func makeFolders(ctx context.Context, d disk, folders []string) (made []string, err error) {
	for len(folders) > 0 && err == nil {
		depth := strings.Count(folders[0], "/")
		n := slices.IndexFunc(folders, func(f string) bool { return strings.Count(f, "/") != depth })
		if n < 0 {
			n = len(folders)
		}
		isNew := make([]bool, n)
		err = parallel.Try(ctx, n, func(i int) error {
			err := d.Mkdir(folders[i])
			isNew[i] = err == nil
			if errors.Is(err, fs.ErrExist) {
				return nil
			}
			return err
		})
		for i, folder := range folders[:n] {
			if isNew[i] {
				made = append(made, folder)
			}
		}
		folders = folders[n:]
	}
	return made, err
}
