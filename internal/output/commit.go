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
		if acted {
			did(s)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", s.path, err)
		}
	}
	if err := d.Rename(stageName+"/manifest", manifestName); err != nil && !isAway(err) {
		return err
	}
	for _, s := range steps {
		if s.isDrop {
			removeEmpty(d, path.Dir(s.path))
		}
	}
	sweep(d)
	return nil
}

// removeEmpty removes a folder that our files have left empty, and those above it.
func removeEmpty(d disk, folder string) {
	for ; folder != "."; folder = path.Dir(folder) {
		info, err := d.Lstat(folder)
		if isAway(err) {
			continue
		}
		if err != nil || !info.IsDir() || d.Remove(folder) != nil {
			return
		}
	}
}

// do makes the step, unless it was made before; acted says so. Nothing in it needs room on the disk.
func (s step) do(d disk) (acted bool, err error) {
	if s.isDrop {
		return s.drop(d)
	}
	if _, err := d.Lstat(s.staged()); err != nil {
		if isAway(err) {
			err = nil
		}
		return false, err
	}
	if err := s.moveFolder(d); err != nil {
		return false, err
	}
	err = d.Rename(s.staged(), s.path)
	if isAway(err) { // somebody has removed the folder meanwhile
		if _, err := makeFolders(context.Background(), d, withParents([]string{path.Dir(s.path)})); err != nil {
			return true, err
		}
		err = d.Rename(s.staged(), s.path)
	}
	return true, err
}

// moveFolder moves a folder that our stale files have left empty out of the new file's way.
func (s step) moveFolder(d disk) error {
	info, err := d.Lstat(s.path)
	if isAway(err) || err == nil && !info.IsDir() {
		return nil
	}
	if err != nil {
		return err
	}
	other, err := otherThan(d, s.path, nil)
	if err != nil {
		return err
	}
	if other != "" {
		return fmt.Errorf("%q is in the way", other)
	}
	return d.Rename(s.path, s.backup())
}

// drop moves a stale file aside, if its bytes are still ours, and puts a staged folder in its place if one is needed there.
func (s step) drop(d disk) (acted bool, err error) {
	info, err := d.Lstat(s.path)
	if err != nil && !isAway(err) {
		return false, err
	}
	if err == nil && info.Mode().IsRegular() {
		if now, err := pick(d, s.path, s.sum, isStale, isTaken); err != nil || now == isTaken {
			return false, err
		}
		if err := d.Rename(s.path, s.backup()); err != nil {
			return false, err
		}
	}
	if _, err := d.Lstat(s.staged()); err != nil {
		if isAway(err) {
			err = nil
		}
		return true, err
	}
	return true, d.Rename(s.staged(), s.path)
}

// undo takes the step back, as far as it was made. The new file stays staged, so that the next Write can still go forward
// should this process be killed on its way back.
func (s step) undo(d disk) error {
	_, errStaged := d.Lstat(s.staged())
	_, errBackup := d.Lstat(s.backup())
	isPut, hasBackup := isAway(errStaged), errBackup == nil
	switch {
	case s.isDrop && !hasBackup, !s.isDrop && s.item.verdict == isOutdated && !isPut:
		return nil
	case !s.isDrop && s.item.verdict == isOutdated:
		secondName(d, s.path, s.staged()) // if this fails there is still the next Write, which compares
		return d.Rename(s.backup(), s.path)
	}
	if isPut {
		if err := d.Rename(s.path, s.staged()); err != nil && !isAway(err) {
			return err
		}
	}
	if hasBackup {
		return d.Rename(s.backup(), s.path)
	}
	return nil
}
