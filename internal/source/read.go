package source

import (
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"

	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/slab"
)

// A key names a file without joining its path, which a warm reading has no need to.
type key struct{ folder, name string }

func (k key) path() string { return join(k.folder, k.name) }

var configKey = key{"", "config.toml"}

// A record is what is known of one file of the site.
type record struct {
	key      key
	stamp    stamp
	sure     bool  // a later change must show in the stamp
	isNew    bool  // the last pass did not have these bytes
	times    int64 // how many times the usual size was allowed when it was read
	file     File  // the zero File when the problems leave nothing to use
	problems []report.Problem
}

// lookAtName finds out what a name stands for, and reads it if it is a file that may have changed.
func (p *pass) lookAtName(dir *dir, k key) seen {
	now, err := dir.lstat(k.name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if k.folder != "" { // the site's own folder was not listed, so there nothing is lost
			p.lost.Store(true)
		}
		return seen{}
	case err != nil:
		return seen{problem: unreadable(k.path(), err)}
	case now.mode == fs.ModeSymlink:
		return seen{problem: symlink(dir, k)}
	case now.mode == fs.ModeDir && k != configKey:
		return seen{isFolder: true}
	case now.mode != 0 || k.folder == "" && k != configKey:
		return seen{problem: irregular(k, now.mode)}
	}
	if old := p.reader.known[k]; old != nil && old.sure && old.stamp == now {
		return seen{file: old}
	}
	return p.read(dir, k)
}

// read opens a file and reads it.
func (p *pass) read(dir *dir, k key) seen {
	f, err := dir.open(k.name)
	if errors.Is(err, fs.ErrNotExist) {
		p.lost.Store(true)
		return seen{}
	}
	if err != nil {
		return seen{problem: unreadable(k.path(), err)}
	}
	defer f.close()
	now, err := f.stat()
	switch {
	case err != nil:
		return seen{problem: unreadable(k.path(), err)}
	case now.mode != 0: // swapped since it was looked at
		return seen{problem: irregular(k, now.mode)}
	}
	p.reads.Add(1)
	rec := &record{key: k, stamp: now, sure: now.isOldAt(p.started), isNew: true, times: p.reader.times}
	if err := rec.fill(f, &p.reader.texts); err != nil {
		return seen{problem: unreadable(k.path(), err)}
	}
	if old := p.reader.known[k]; old != nil && old.file.Path == rec.file.Path && old.file.Sum == rec.file.Sum {
		rec.file, rec.isNew = old.file, false
	}
	return seen{file: rec}
}

// fill reads the record's file, within its limit.
func (rec *record) fill(f io.Reader, texts *slab.Of[byte]) error {
	path := rec.key.path()
	kind := kindOf(path)
	kind.limit *= rec.times
	if inContent(rec.key.folder) && !kind.content {
		rec.problems = []report.Problem{unknownKind(path)}
		return nil
	}
	if rec.stamp.size > kind.limit {
		rec.problems = []report.Problem{tooLarge(path, kind, rec.stamp.size)}
		return nil
	}
	room := texts.Take(int(rec.stamp.size) + 1) // one byte more, so that the end is found without growing
	data, err := readUpTo(f, room[:0], kind.limit+1)
	if err != nil {
		return err
	}
	if size := int64(len(data)); size > kind.limit { // it has grown since
		rec.problems = []report.Problem{tooLarge(path, kind, size)}
		return nil
	}
	if kind.text {
		data, rec.problems = cleanText(path, data)
	}
	rec.file = File{Path: path, Data: data, Layer: Site, Sum: sumOf(data)}
	return nil
}

// readUpTo reads a file into data, if that is large enough, and at most limit bytes of it.
func readUpTo(f io.Reader, data []byte, limit int64) ([]byte, error) {
	for {
		n, err := f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if err == io.EOF || int64(len(data)) >= limit {
			return data, nil
		}
		if err != nil {
			return nil, err
		}
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
	}
}

func sumOf(data []byte) Sum {
	sum := sha256.Sum256(data)
	return Sum(sum[:len(Sum{})])
}
