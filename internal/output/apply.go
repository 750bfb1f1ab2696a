package output

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"syscall"
	"time"

	"github.com/amends-guide/amends/internal/parallel"
)

// apply carries out a plan. Until the journal is whole nothing that a reader sees has changed, and after a failure all is as
// it was but for the stage, which abort sweeps.
func (w *next) apply(ctx context.Context, p *plan) error {
	made, err := w.prepare(ctx, p)
	if err == nil {
		err = commit(w.disk, p.steps)
	}
	if w.stuck = errors.Is(err, errStuck); err != nil && !w.stuck {
		for _, folder := range slices.Backward(made) {
			w.disk.Remove(folder)
		}
	}
	return err
}

// sweep removes the stage. The journal goes first: without it, a half swept stage means nothing to the next Write.
func sweep(d disk) error {
	if err := d.Remove(journalName); err != nil && !isAway(err) {
		return err
	}
	return d.RemoveAll(stageName)
}

// isAway says whether an error means that there is no such file.
func isAway(err error) bool { return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) }

// prepare does all that needs room on the disk: the files that are not staged yet, the folders of all, a second name for each
// file they replace, the record and at last the journal. It returns the folders it made.
func (w *next) prepare(ctx context.Context, p *plan) (made []string, err error) {
	if err := w.stage(); err != nil {
		return nil, err
	}
	w.number(p.steps)
	now, later := p.folders()
	if made, err = makeFolders(ctx, w.disk, now); err != nil {
		return made, err
	}
	if _, err := makeFolders(ctx, w.disk, later); err != nil {
		return made, err
	}
	err = parallel.Try(ctx, len(p.steps), func(i int) error { return stageOne(w.disk, p.steps[i]) })
	if err != nil {
		return made, err
	}
	if _, err := w.disk.WriteFile(stageName+"/manifest", p.record().text()); err != nil {
		return made, err
	}
	_, err = w.disk.WriteFile(journalName, journalText(p.steps))
	return made, err
}

// number gives each step its number in the stage: a staged file's own, and for all others one that is free.
func (w *next) number(steps []step) {
	for i := range steps {
		if s := &steps[i]; s.isStaged() {
			s.number = s.item.want.spot.number
		} else {
			s.number = int(w.staged.Add(1))
		}
	}
}

func stageOne(d disk, s step) (err error) {
	if s.isDrop {
		return nil
	}
	var changed time.Time
	if s.isStaged() {
		changed = s.item.want.spot.changed
	} else {
		changed, err = writeTo(d, s.staged(), *s.item.want)
	}
	if err == nil && s.item.verdict == isOutdated {
		err = secondName(d, s.path, s.backup())
	}
	if err != nil {
		return fmt.Errorf("%s: %w", s.path, err)
	}
	s.item.now = entryOf(*s.item.want, changed)
	return nil
}

// writeTo writes a finished file to a path. One that lay in its place when it was made lies there no more, or somebody else's does.
func writeTo(d disk, path string, f File) (changed time.Time, err error) {
	if f.spot != nil {
		return changed, errMoved
	}
	f.Use(func(data []byte) { changed, err = d.WriteFile(path, data) })
	return changed, err
}

// secondName lets a file be had under another name as well.
func secondName(d disk, from, to string) error {
	if d.Link(from, to) == nil {
		return nil
	}
	data, err := d.ReadFile(from) // a disk without second names, such as FAT
	if err == nil {
		_, err = d.WriteFile(to, data)
	}
	return err
}

// folders lists the folders that the new files need: those to be made at once, and those below a stale file, to be made in the
// stage and to take its place.
func (p *plan) folders() (now, staged []string) {
	var wanted []string
	dropped := map[string]step{}
	for _, s := range p.steps {
		if s.isDrop {
			dropped[s.path] = s
		} else {
			wanted = append(wanted, path.Dir(s.path))
		}
	}
	for _, folder := range withParents(wanted) {
		now = append(now, folder)
		for at := folder; at != "."; at = path.Dir(at) {
			if s, ok := dropped[at]; ok {
				now = now[:len(now)-1]
				staged = append(staged, s.staged()+folder[len(at):])
			}
		}
	}
	return now, staged
}

// record is the manifest of what the disk will hold.
func (p *plan) record() manifest {
	m := make(manifest, 0, len(p.items))
	for i := range p.items {
		if it := &p.items[i]; it.want != nil {
			m = append(m, it.now)
		}
	}
	return m
}
