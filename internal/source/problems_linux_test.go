package source

import (
	"testing"

	"golang.org/x/sys/unix"
)

// C18: devices, too, are told and not read.
func TestDevice(t *testing.T) {
	s := newSite(t)
	s.write("content/b.md", "")
	if err := unix.Mknod(s.path("content/a.md"), unix.S_IFCHR|0o644, int(unix.Mkdev(1, 5))); err != nil {
		t.Skipf("only root may make a device: %v", err)
	}
	s.wants("not-a-regular-file", "content/a.md", "device")
}
