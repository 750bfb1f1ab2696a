package watch

import (
	"path/filepath"

	"golang.org/x/sys/windows"
)

func isRemote(dir string) bool {
	whole, err := filepath.Abs(dir)
	if err != nil {
		return false
	}
	root, err := windows.UTF16PtrFromString(filepath.VolumeName(whole) + `\`)
	return err == nil && windows.GetDriveType(root) == windows.DRIVE_REMOTE
}
