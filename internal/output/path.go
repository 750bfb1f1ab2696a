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
		return fmt.Errorf("output path %q: longer than %d bytes", path, longestPath)
	}
	if !fs.ValidPath(path) || path == "." {
		return fmt.Errorf("output path %q: not a plain relative path", path)
	}
	if strings.Contains(path, "%") {
		return fmt.Errorf("output path %q: holds a percent sign", path)
	}
	for name := range strings.SplitSeq(path, "/") {
		if name[0] == '.' && !hiddenNames[name] {
			return fmt.Errorf("output path %q: %q is hidden", path, name)
		}
		if fault := portable.Fault(name); fault != "" {
			return fmt.Errorf("output path %q: %w", path, errors.New(fault))
		}
	}
	return nil
}
