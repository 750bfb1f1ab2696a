package output

import (
	"context"
	"fmt"
	"path"
	"path/filepath"

	"github.com/amends-guide/amends/internal/parallel"
)

// writeFirst makes an output that does not exist yet: all of it beside its place, and then one rename.
func writeFirst(ctx context.Context, dir string, tree *Tree, open opener) (Result, error) {
	stage := "." + filepath.Base(dir) + ".amends-stage"
	parent, err := open(filepath.Dir(dir))
	if err != nil {
		return Result{}, err
	}
	defer parent.Close()
	err = parent.RemoveAll(stage) // of a first build that was killed
	if err == nil {
		err = parent.Mkdir(stage)
	}
	if err == nil {
		err = fill(ctx, filepath.Join(filepath.Dir(dir), stage), tree, open)
	}
	if err == nil {
		err = parent.Rename(stage, filepath.Base(dir))
	}
	if err != nil {
		parent.RemoveAll(stage)
		return Result{}, fmt.Errorf("write to %q: %w", dir, err)
	}
	return Result{Changes: Changes{Added: tree.Paths()}}, nil
}

// fill writes the whole tree and its record into an empty folder.
func fill(ctx context.Context, dir string, tree *Tree, open opener) error {
	d, err := open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	files := tree.Files()
	folders := []string{ownFolder}
	for _, f := range files {
		folders = append(folders, path.Dir(f.Path))
	}
	if _, err := makeFolders(ctx, d, withParents(folders)); err != nil {
		return err
	}
	record := make(manifest, len(files))
	err = parallel.Try(ctx, len(files), func(i int) error {
		changed, err := writeTo(d, files[i].Path, files[i])
		record[i] = entryOf(files[i], changed)
		return err
	})
	if err != nil {
		return err
	}
	if _, err := d.WriteFile(manifestName, record.text()); err != nil {
		return err
	}
	_, err = d.WriteFile(lockName, nil) // from now on a manifest that is missing was lost
	return err
}
