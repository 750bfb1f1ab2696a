package output

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// A disk is one folder, with all that [Write] asks of it; the tests have another that fails. Names are relative and have
// slashes. No call follows a link out of the folder.
type disk interface {
	Lstat(name string) (fs.FileInfo, error)
	ReadFile(name string) ([]byte, error)
	ReadDir(name string) ([]fs.DirEntry, error)
	// WriteFile makes a new file that all may read, and returns its time of change.
	WriteFile(name string, data []byte) (time.Time, error)
	// Mkdir makes a folder that all may enter.
	Mkdir(name string) error
	// Rename gives a file or folder another name; a file that has this name is replaced by a file.
	Rename(from, to string) error
	// Link gives a file a second name.
	Link(from, to string) error
	// Remove deletes a file or an empty folder.
	Remove(name string) error
	RemoveAll(name string) error
	// Below opens a folder in this one, so that long names need not be followed again and again.
	Below(name string) (disk, error)
	Close() error
}

const (
	fileMode   fs.FileMode = 0o644 // whatever the umask: a web server must be able to read what we write
	folderMode fs.FileMode = 0o755
)

// A folder is the real disk. What it changes goes through os.Root, so that a link in the output leads nowhere; it looks by
// plain paths, which is twice as quick and harms nothing.
type folder struct {
	path   string
	root   *os.Root
	first  sync.Once
	masked bool // the umask takes something from folderMode
}

func openFolder(path string) (disk, error) {
	root, err := os.OpenRoot(path)
	if err != nil {
		return nil, err
	}
	return &folder{path: path, root: root}, nil
}

func (f *folder) Below(name string) (disk, error) {
	root, err := f.root.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	return &folder{path: f.path + string(filepath.Separator) + filepath.FromSlash(name), root: root}, nil
}

func (f *folder) Lstat(name string) (fs.FileInfo, error) {
	return os.Lstat(f.path + string(filepath.Separator) + filepath.FromSlash(name))
}

func (f *folder) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(f.root.FS(), name) }

func (f *folder) ReadFile(name string) ([]byte, error) { return f.root.ReadFile(name) }
func (f *folder) Rename(from, to string) error         { return f.root.Rename(from, to) }
func (f *folder) Link(from, to string) error           { return f.root.Link(from, to) }
func (f *folder) Remove(name string) error             { return f.root.Remove(name) }
func (f *folder) RemoveAll(name string) error          { return f.root.RemoveAll(name) }
func (f *folder) Close() error                         { return f.root.Close() }

func (f *folder) WriteFile(name string, data []byte) (changed time.Time, err error) {
	file, err := f.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return time.Time{}, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	if n, err := file.Write(data); err != nil {
		return time.Time{}, err
	} else if n < len(data) {
		return time.Time{}, io.ErrShortWrite
	}
	info, err := file.Stat()
	if err != nil {
		return time.Time{}, err
	}
	if info.Mode().Perm() != fileMode {
		err = file.Chmod(fileMode)
	}
	return info.ModTime(), err
}

func (f *folder) Mkdir(name string) error {
	if err := f.root.Mkdir(name, folderMode); err != nil {
		return err
	}
	f.first.Do(func() {
		info, err := f.root.Lstat(name)
		f.masked = err != nil || info.Mode().Perm() != folderMode
	})
	if f.masked {
		return f.root.Chmod(name, folderMode)
	}
	return nil
}
