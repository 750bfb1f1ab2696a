package source

import (
	"context"
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/amends-guide/amends/internal/report"
)

// ErrNoSite is the error of [Reader.Read] for a folder without a config.toml: it is no site, or not yet.
var ErrNoSite = errors.New("no config.toml here, so this is not a site")

// A Reader reads one site, again and again; what has not changed since the last time is not read twice. It is for one
// goroutine at a time.
type Reader struct {
	root    *os.Root
	builtIn fs.FS
}

// Open returns a reader of the site in that folder, over the files built into the program. It must be closed.
func Open(dir string, builtIn fs.FS) (*Reader, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &Reader{root: root, builtIn: builtIn}, nil
}

// Close lets go of the site's folder.
func (r *Reader) Close() error { return r.root.Close() }

// Read returns the site as it is now, with every problem of its files, sorted. When nothing has changed since the last Read,
// it returns the very same Files. The error is [ErrNoSite], the context's, or the disk's.
func (r *Reader) Read(ctx context.Context) (*Files, []report.Problem, error) {
	site := map[string]File{}
	if err := readLayer(r.builtIn, BuiltIn, site); err != nil {
		return nil, nil, err
	}
	if err := readLayer(r.root.FS(), Site, site); err != nil {
		return nil, nil, err
	}
	if _, ok := site["config.toml"]; !ok {
		return nil, nil, ErrNoSite
	}
	files := &Files{}
	for _, f := range site {
		files.list = append(files.list, f)
	}
	slices.SortFunc(files.list, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return files, nil, ctx.Err()
}

func readLayer(fsys fs.FS, layer string, into map[string]File) error {
	return fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		shared := strings.HasPrefix(path, "templates/") || strings.HasPrefix(path, "theme/") || path == "content/vocabulary.toml"
		if !shared && (layer == BuiltIn || !strings.HasPrefix(path, "content/") && path != "config.toml") {
			return nil
		}
		data, err := fs.ReadFile(fsys, path)
		sum := sha256.Sum256(data)
		into[path] = File{Path: path, Data: data, Layer: layer, Sum: Sum(sum[:])}
		return err
	})
}
