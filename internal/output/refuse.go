package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// A Refusal is the error when a folder must not be written to, lest somebody's own files come to harm; nothing was touched.
// It is a mistake in how the program was called, not a failure of the disk.
type Refusal struct {
	Dir    string // as it was given
	Reason string // lower case, no full stop: "it holds the content folder"
	Hint   string // what to do
}

func (r *Refusal) Error() string { return fmt.Sprintf("will not write to %q: %s", r.Dir, r.Reason) }

// refuse says why the folder must not become an output, or nothing.
func refuse(dir string, opts Options) error {
	no := func(hint, reason string, args ...any) error {
		return &Refusal{Dir: dir, Reason: fmt.Sprintf(reason, args...), Hint: hint}
	}
	const elsewhere = "choose a folder of its own, such as public"
	if dir == "" {
		return no(elsewhere, "no folder is named")
	}
	info, err := os.Lstat(filepath.Clean(dir))
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	case info.Mode()&fs.ModeSymlink != 0:
		return no("name the folder itself", "it is a link to somewhere else")
	case !info.IsDir():
		return no(elsewhere, "it is not a folder")
	}
	for _, input := range opts.Inputs {
		if holds(input, dir) {
			return no(elsewhere, "it lies in %q, which we read from", input)
		}
	}
	for _, keep := range append(slices.Concat(opts.Inputs, opts.Around), homes()...) {
		if holds(dir, keep) {
			return no(elsewhere, "it holds %q", keep)
		}
	}
	if info == nil {
		return nil
	}
	if git, err := os.Lstat(filepath.Join(dir, ".git")); err == nil && git.IsDir() {
		return no(elsewhere, "it is the top of a git repository")
	}
	return refuseForeign(dir, opts, no)
}

// homes are the folders that are never an output, whoever calls. The home is the one thing asked of the environment, and it
// cannot change a byte of what is built.
func homes() []string {
	root := string(filepath.Separator)
	if home, err := os.UserHomeDir(); err == nil {
		return []string{root, home}
	}
	return []string{root}
}

func refuseForeign(dir string, opts Options, no func(hint, reason string, args ...any) error) error {
	names, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	ours := slices.IndexFunc(names, func(e fs.DirEntry) bool { return e.Name() == ownFolder })
	switch {
	case ours >= 0 && !names[ours].IsDir():
		return no("move it away", "its %s is not a folder", ownFolder)
	case ours < 0 && len(names) > 0 && !opts.Adopt:
		return no("empty it, or adopt it to keep what is there", "it holds files that are not ours, such as %q", names[0].Name())
	}
	return nil
}

// holds says whether inner is outer or lies somewhere in it, however the two are spelt: through links, in another letter
// case, or by another mount.
func holds(outer, inner string) bool {
	outer, inner = resolve(outer), resolve(inner)
	top, err := os.Stat(outer)
	for at := inner; ; at = filepath.Dir(at) {
		if at == outer {
			return true
		}
		if info, errAt := os.Stat(at); err == nil && errAt == nil && os.SameFile(top, info) {
			return true
		}
		if at == filepath.Dir(at) {
			return false
		}
	}
}

// resolve makes a path absolute and free of links, as far as it exists.
func resolve(path string) string {
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	for at, rest := path, ""; ; at, rest = filepath.Dir(at), filepath.Join(filepath.Base(at), rest) {
		if real, err := filepath.EvalSymlinks(at); err == nil {
			return filepath.Join(real, rest)
		}
		if at == filepath.Dir(at) {
			return path
		}
	}
}
