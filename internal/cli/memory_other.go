//go:build !linux

package cli

// memoryLimit is unknown here.
func memoryLimit() int64 { return 0 }
