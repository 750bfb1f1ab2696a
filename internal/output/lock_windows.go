package output

import (
	"os"

	"golang.org/x/sys/windows"
)

// tryLock locks a byte far behind the file's end: Windows keeps others from reading what is locked, and they are to read who
// holds it.
func tryLock(file *os.File) error {
	far := &windows.Overlapped{OffsetHigh: 1}
	err := windows.LockFileEx(windows.Handle(file.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, far)
	if err == windows.ERROR_LOCK_VIOLATION {
		return errBusy
	}
	return err
}
