package output

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/amends-guide/amends/internal/portable"
)

// A Tree is a finished site: files by path, frozen. The zero Tree and a nil one are the empty site.
type Tree struct {
	files []File // sorted by path
	bytes int64
}

// A Clash is the error when two makers claim one place: the same path, paths that some computers take for one, or a file
// where the other needs a folder.
type Clash struct {
	A, B File // A's path sorts first
}

func (c *Clash) Error() string {
	if c.A.Path == c.B.Path {
		return fmt.Sprintf("output path %q is claimed by %s and by %s", c.A.Path, c.A.Maker, c.B.Maker)
	}
	return fmt.Sprintf("output path %q of %s clashes with %q of %s", c.A.Path, c.A.Maker, c.B.Path, c.B.Maker)
}

// New returns the tree of those files, in any order. The error joins one error for each path that breaks the rules of
// [CheckPath] and one [*Clash] for each pair that claims the same place.
func New(files []File) (*Tree, error) {
	files = slices.Clone(files)
	var faults []error
	for i := range files {
		faults = append(faults, CheckPath(files[i].Path))
	}
	slices.SortFunc(files, byPath)
	return freeze(files, faults)
}

// With returns a new tree: this one, with the files of put added or in place of those with their paths, and without the
// paths of drop. Only what is put is checked and hashed anew, so a small change to a big site costs little. A path that is
// both put and dropped is put. The errors are those of [New].
func (t *Tree) With(put []File, drop []string) (*Tree, error) {
	fresh, err := New(put)
	if err != nil || t.Len() == 0 {
		return fresh, err
	}
	dropped := make(map[string]bool, len(drop))
	for _, path := range drop {
		dropped[path] = true
	}
	now := &Tree{files: make([]File, 0, t.Len()+len(put))}
	claimed := false
	add := func(f *File) { now.files, now.bytes = append(now.files, *f), now.bytes+int64(f.Size) }
	merge(t, fresh, func(was, is *File) {
		switch {
		case is != nil:
			claimed = claimed || was == nil
			add(is)
		case !dropped[was.Path]:
			add(was)
		}
	})
	if !claimed { // where no place is new, none can clash
		return now, nil
	}
	return freeze(now.files, nil)
}

// freeze makes a tree of sorted files, unless two of them clash.
func freeze(files []File, faults []error) (*Tree, error) {
	t := &Tree{files: files}
	folded := map[string]int{} // only of the paths that folding changes: the others are their own folded form
	for i := range files {
		t.bytes += int64(files[i].Size)
		faults = append(faults, t.clashBelow(i))
		if key := portable.Fold(files[i].Path); key != files[i].Path {
			faults = append(faults, t.clashFolded(i, key, folded))
		}
	}
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	return t, nil
}

// clashBelow finds the first file that claims the path of file i, or claims it as a folder. Everything that starts with the
// path follows it closely, as the files are sorted.
func (t *Tree) clashBelow(i int) error {
	path := t.files[i].Path
	for _, next := range t.files[i+1:] {
		rest, ok := strings.CutPrefix(next.Path, path)
		if !ok {
			return nil
		}
		if rest == "" || rest[0] == '/' {
			return &Clash{t.files[i], next}
		}
	}
	return nil
}

func (t *Tree) clashFolded(i int, key string, folded map[string]int) error {
	other, ok := folded[key]
	if !ok {
		folded[key] = i
		other, ok = t.find(key)
	}
	if !ok || t.files[other].Path == t.files[i].Path { // one path twice is clashBelow's finding
		return nil
	}
	a, b := t.files[min(i, other)], t.files[max(i, other)]
	return &Clash{a, b}
}

// Get returns the file at that path.
func (t *Tree) Get(path string) (f File, ok bool) {
	if i, ok := t.find(path); ok {
		return t.files[i], true
	}
	return File{}, false
}

func (t *Tree) find(path string) (int, bool) {
	return slices.BinarySearchFunc(t.Files(), path, func(f File, path string) int { return cmp.Compare(f.Path, path) })
}

// Files returns all files, sorted by path; the slice is shared and not to be changed.
func (t *Tree) Files() []File {
	if t == nil {
		return nil
	}
	return t.files
}

// Paths returns all paths, sorted.
func (t *Tree) Paths() []string {
	paths := make([]string, t.Len())
	for i, f := range t.Files() {
		paths[i] = f.Path
	}
	return paths
}

// Len is the number of files.
func (t *Tree) Len() int { return len(t.Files()) }

// Bytes is the size of all files together.
func (t *Tree) Bytes() int64 {
	if t == nil {
		return 0
	}
	return t.bytes
}

func byPath(a, b File) int { return strings.Compare(a.Path, b.Path) }
