package output

import (
	"context"
	"errors"
	"fmt"
	"path"
	"slices"
)

// errStuck is part of the error when the way back failed as well; stage and journal are left for the next Write.
var errStuck = errors.New("the next build will finish this one")

// finish takes up what an earlier Write left behind: with a whole journal it is brought to its end, without one it had not
// begun to show and is swept.
func finish(d disk) error {
	if _, err := d.Lstat(stageName); err != nil {
		if isAway(err) {
			return nil
		}
		return err
	}
	text, err := d.ReadFile(journalName)
	if err != nil && !isAway(err) {
		return err
	}
	steps, err := parseJournal(text)
	if err != nil {
		return sweep(d)
	}
	return forward(d, steps, func(step) {})
}

// commit does the steps. When one fails, those before it are undone.
func commit(d disk, steps []step) error {
	var done []step
	err := forward(d, steps, func(s step) { done = append(done, s) })
	if err == nil {
		return nil
	}
	for _, s := range slices.Backward(done) {
		if errBack := s.undo(d); errBack != nil {
			return errors.Join(err, fmt.Errorf("%s: %w", s.path, errBack), errStuck)
		}
	}
	return err
}

// forward does those steps that are not done yet, puts the new record in its place, and tidies up. What can fail after that
// changes nothing that a reader or a later Write would see.
func forward(d disk, steps []step, did func(step)) error {
	for _, s := range steps {
		acted, err := s.do(d)
		if err != nil {
			return fmt.Errorf("%s: %w", s.path, err)
		}
		if acted {
			did(s)
		}
	}
	if err := d.Rename(stageName+"/manifest", manifestName); err != nil && !isAway(err) {
		return err
	}
	sweep(d)
	return nil
}

// removeEmpty removes a folder that our files have left empty, and those above it.
func removeEmpty(d disk, folder string) {
	for ; folder != "." && d.Remove(folder) == nil; folder = path.Dir(folder) {
	}
}

// do makes the step, unless it was made before; acted says so.
func (s step) do(d disk) (acted bool, err error) {
	if s.isDrop {
		return s.drop(d)
	}
	if _, err := d.Lstat(s.staged()); isAway(err) {
		return false, nil
	}
	err = d.Rename(s.staged(), s.path)
	if isAway(err) { // a stale file was in the folder's place, or the folder was left empty
		if err := makeParents(d, s.path); err != nil {
			return false, err
		}
		err = d.Rename(s.staged(), s.path)
	}
	return err == nil, err
}

// drop moves a stale file aside, if its bytes are still ours, and removes the folders it leaves empty.
func (s step) drop(d disk) (acted bool, err error) {
	defer removeEmpty(d, path.Dir(s.path))
	info, err := d.Lstat(s.path)
	if isAway(err) || err == nil && !info.Mode().IsRegular() {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if now, err := pick(d, s.path, s.sum, isStale, isTaken); err != nil || now == isTaken {
		return false, err
	}
	err = d.Rename(s.path, s.backup())
	return err == nil, err
}

// undo takes the step back. The new file stays staged, so that the next Write can still go forward should this process be
// killed on its way back.
func (s step) undo(d disk) error {
	switch {
	case s.isDrop:
		if err := makeParents(d, s.path); err != nil {
			return err
		}
		return d.Rename(s.backup(), s.path)
	case s.item.verdict == isOutdated:
		d.Link(s.path, s.staged()) // where there are no second names, the next Write compares and heals
		return d.Rename(s.backup(), s.path)
	}
	return d.Rename(s.path, s.staged())
}

func makeParents(d disk, name string) error {
	_, err := makeFolders(context.Background(), d, withParents([]string{path.Dir(name)}))
	return err
}
