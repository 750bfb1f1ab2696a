// Package source reads a site's files into memory, bounded and without ever leaving the site's folder.
package source

// A File is one file of the site, read whole and frozen.
type File struct {
	Path  string // from the site's root, with slashes: "content/en/cards/own-snapped-child.md"
	Data  []byte // never changed after reading
	Layer string // "site", or "built in" when it came from the binary
	Sum   Sum    // of Data
}

// A Sum names bytes: equal sums mean equal bytes within one run of the program.
type Sum [16]byte
