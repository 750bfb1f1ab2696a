package output

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/amends-guide/amends/internal/portable"
)

const longestPath = 200 // bytes; leaves room for the folder the site is put in, within the 260 of Windows

// hiddenNames are the only names with a leading dot that a site may need; every other is somebody else's (.git, .htaccess).
var hiddenNames = map[string]bool{".well-known": true, ".nojekyll": true}

// CheckPath says why a path may not be part of a finished site: it must be relative, written with slashes, without empty,
// "." or ".." segments, without a percent sign (a second decoding would change its meaning), at most 200 bytes long, and
// each segment must be a name that every computer can hold and be hidden only as .well-known or .nojekyll.
func CheckPath(path string) error {
	if len(path) > longestPath {
		return refused(path, fmt.Sprintf("it is longer than %d bytes", longestPath))
	}
	if !fs.ValidPath(path) || path == "." {
		return refused(path, "it is not a plain relative path")
	}
	if strings.Contains(path, "%") {
		return refused(path, "it holds a percent sign")
	}
	for name := range strings.SplitSeq(path, "/") {
		if name[0] == '.' && !hiddenNames[name] {
			return refused(path, fmt.Sprintf("%q is hidden", name))
		}
		if fault := portable.Fault(name); fault != "" {
			return refused(path, fault)
		}
	}
	return nil
}

// refused wraps the reason, so that whoever knows the path under another name can tell that alone.
func refused(path, why string) error {
	return fmt.Errorf("output path %q: %w", path, errors.New(why))
}
