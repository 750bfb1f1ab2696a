// Package output holds the finished site in memory, a [Tree] of path to bytes, and puts it on disk without ever tearing it.
package output

// A File is one finished file, frozen.
type File struct {
	Path  string // from the output's root, with slashes: "cards/own-snapped-child/index.html"
	Data  []byte
	Sum   [32]byte // SHA-256 of Data
	Maker string   // which room or entry made it, for the error when two claim one path
}
