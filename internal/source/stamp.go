package source

import (
	"io/fs"
	"time"
)

// grain is the coarsest step in which a disk counts time (FAT): a file changed twice within it may look unchanged.
const grain = 2 * time.Second

// A stamp tells cheaply whether a file is still the one that was read.
type stamp struct {
	mode   fs.FileMode // its type; the permissions are left out
	size   int64
	mtime  int64  // nanoseconds since 1970
	ctime  int64  // the same, of the last change to the file or its name; 0 where the system does not tell
	number uint64 // the file's number on its disk; 0 where the system does not tell
}

// isOldAt says whether any change after that time must show in the stamp.
func (s stamp) isOldAt(t time.Time) bool {
	return max(s.mtime, s.ctime) < t.Add(-grain).UnixNano()
}
