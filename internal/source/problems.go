package source

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/amends-guide/amends/internal/report"
)

func hidden(path string) report.Problem {
	return report.New("hidden-file", report.Pos{File: path}, "this is hidden by its leading dot, so it is not part of the guide").
		Hinted("move it out of content, or rename it")
}

func clash(path, twin string) report.Problem {
	pos := report.Pos{File: path}
	if path == twin {
		return report.New("name-clash", pos, "two files are named %q, with its accents stored in two ways", path).Hinted("rename one of them")
	}
	return report.New("name-clash", pos, "some computers take %q and %q for the same name", path, twin).Hinted("rename one of them")
}

// unknownKind is the problem of a file that content may not hold.
func unknownKind(name string) report.Problem {
	p := report.New("unknown-file", report.Pos{File: name}, "content holds no files of the kind %q", path.Ext(name))
	if lower := strings.ToLower(path.Ext(name)); kinds[lower].content {
		return p.Hinted(fmt.Sprintf("write its ending in small letters: %q", lower))
	}
	return p.Hinted("content takes md, toml, png, jpg, jpeg, webp, avif, gif, svg, pdf and mp3")
}

func symlink(dir *dir, k key) *report.Problem {
	target, err := dir.readlink(k.name)
	if err != nil {
		return unreadable(k.path(), err)
	}
	p := report.New("symlink", report.Pos{File: k.path()}, "%q is a link to %q", k.path(), target).Hinted("put what it links to in its place")
	return &p
}

func irregular(k key, mode fs.FileMode) *report.Problem {
	wanted, hint := "file", "remove it"
	if k.folder == "" && k != configKey {
		wanted, hint = "folder", "rename it, or make a folder of that name"
	}
	p := report.New("not-a-regular-file", report.Pos{File: k.path()}, "%q is %s, not a %s", k.path(), what(mode), wanted).Hinted(hint)
	return &p
}

func what(mode fs.FileMode) string {
	switch {
	case mode.IsRegular():
		return "a file"
	case mode.IsDir():
		return "a folder"
	case mode&fs.ModeNamedPipe != 0:
		return "a pipe"
	case mode&fs.ModeSocket != 0:
		return "a socket"
	case mode&fs.ModeDevice != 0:
		return "a device"
	}
	return "something special"
}

func unreadable(path string, err error) *report.Problem {
	for inner := errors.Unwrap(err); inner != nil; inner = errors.Unwrap(err) {
		err = inner // the outer ones say the path once more
	}
	p := report.New("unreadable-file", report.Pos{File: path}, "%q cannot be read: %v", path, err).Hinted("see who owns it and who may read it")
	return &p
}

func tooLarge(path string, k kind, size int64) report.Problem {
	p := report.New("file-too-large", report.Pos{File: path}, "a %s of %s; at most %s are taken", k.name, inWords(size), inWords(k.limit))
	return p.Hinted("make it smaller, or split it")
}

func inWords(size int64) string {
	if size < mib {
		return fmt.Sprintf("%d KiB", (size+kib-1)/kib)
	}
	return fmt.Sprintf("%.1f MiB", float64(size)/mib)
}
