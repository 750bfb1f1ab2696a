// Package output holds the finished site in memory, a [Tree] of path to bytes, and puts it on disk without ever tearing it.
package output

import (
	"crypto/sha256"
)

// A File is one finished file, frozen.
type File struct {
	Path  string   // from the output's root, with slashes: "cards/own-snapped-child/index.html"
	Data  []byte   // never changed once the file is made
	Sum   [32]byte // SHA-256 of Data
	Maker string   // which room or entry made it, for the error when two claim one path
}

// NewFile returns a file with its sum. Hashing is the dear part, so makers call this where they work in parallel, keep the
// file in their memo, and nothing is hashed twice.
func NewFile(path string, data []byte, maker string) File {
	return File{Path: path, Data: data, Sum: sha256.Sum256(data), Maker: maker}
}
