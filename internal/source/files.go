package source

import (
	"bytes"
	"slices"
	"sort"
	"strings"
)

// Files is a frozen snapshot of a site's files. A nil one is empty.
type Files struct {
	list    []File // sorted by path
	builtIn []File // sorted by path
}

// All returns every file, sorted by path; the slice is shared and not to be changed.
func (f *Files) All() []File {
	if f == nil {
		return nil
	}
	return f.list
}

// Get returns the file at that path.
func (f *Files) Get(path string) (file File, ok bool) {
	all := f.All()
	if i := search(all, path); i < len(all) && all[i].Path == path {
		return all[i], true
	}
	return File{}, false
}

// BuiltIn returns the program's own file at that path, also where the site has another in its place.
func (f *Files) BuiltIn(path string) (file File, ok bool) {
	if f == nil {
		return File{}, false
	}
	if i := search(f.builtIn, path); i < len(f.builtIn) && f.builtIn[i].Path == path {
		return f.builtIn[i], true
	}
	return File{}, false
}

// Under returns the files in a folder and its subfolders, sorted by path: Under("content/en"), with or without a slash at its
// end. The slice is shared and not to be changed.
func (f *Files) Under(folder string) []File {
	folder = strings.TrimSuffix(folder, "/") + "/"
	all := f.All()
	all = all[search(all, folder):]
	end := sort.Search(len(all), func(i int) bool { return !strings.HasPrefix(all[i].Path, folder) })
	return all[:end:end]
}

// Line returns one line of a file, counted from 1, without its line end; it is a report.Lines.
func (f *Files) Line(file string, line int) (text string, ok bool) {
	found, ok := f.Get(file)
	if !ok || line < 1 {
		return "", false
	}
	data := found.Data
	for ; line > 1; line-- {
		_, data, ok = bytes.Cut(data, []byte("\n"))
		if !ok {
			return "", false
		}
	}
	first, _, _ := bytes.Cut(data, []byte("\n"))
	return string(first), true
}

// Changed lists the paths that were added, removed or have other bytes than in an earlier snapshot, sorted.
func (f *Files) Changed(prev *Files) (paths []string) {
	if f == prev {
		return nil
	}
	a, b := prev.All(), f.All()
	for len(a) > 0 && len(b) > 0 {
		switch order := strings.Compare(a[0].Path, b[0].Path); {
		case order < 0:
			paths, a = append(paths, a[0].Path), a[1:]
		case order > 0:
			paths, b = append(paths, b[0].Path), b[1:]
		default:
			if a[0].Sum != b[0].Sum {
				paths = append(paths, a[0].Path)
			}
			a, b = a[1:], b[1:]
		}
	}
	for _, rest := range slices.Concat(a, b) {
		paths = append(paths, rest.Path)
	}
	return paths
}

// search returns the index of the first file whose path is not below the given one.
func search(files []File, path string) int {
	return sort.Search(len(files), func(i int) bool { return files[i].Path >= path })
}
