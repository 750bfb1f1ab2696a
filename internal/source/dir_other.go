//go:build !unix

package source

import (
	"io/fs"
	"os"
)

// A dir is an open folder.
type dir struct{ root *os.Root }

func openDir(root *os.Root, path string) (*dir, error) {
	sub, err := root.OpenRoot(path)
	if err != nil {
		return nil, err
	}
	return &dir{sub}, nil
}

func (d *dir) close() error                         { return d.root.Close() }
func (d *dir) readlink(name string) (string, error) { return d.root.Readlink(name) }
func (d *dir) self() (stamp, error)                 { return d.lstat(".") }

func (d *dir) names() ([]string, error) {
	file, err := d.root.Open(".")
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return file.Readdirnames(-1)
}

func (d *dir) lstat(name string) (stamp, error) {
	info, err := d.root.Lstat(name)
	if err != nil {
		return stamp{}, err
	}
	return stampOf(info), nil
}

func (d *dir) open(name string) (handle, error) {
	file, err := d.root.Open(name)
	return handle{file}, err
}

// A handle is an open file.
type handle struct{ *os.File }

func (f handle) close() error { return f.File.Close() }

func (f handle) stat() (stamp, error) {
	info, err := f.File.Stat()
	if err != nil {
		return stamp{}, err
	}
	return stampOf(info), nil
}

func stampOf(info fs.FileInfo) stamp {
	return stamp{mode: info.Mode().Type(), size: info.Size(), mtime: info.ModTime().UnixNano()}
}
