//go:build unix

package output

import "golang.org/x/sys/unix"

func mayWrite(dir string) error { return unix.Access(dir, unix.W_OK) }
