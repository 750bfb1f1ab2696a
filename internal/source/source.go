// Package source reads a site's files into memory, bounded and without ever leaving the site's folder.
//
// In come a site's folder and the files built into the program; out goes [Files], a frozen snapshot: config.toml and
// everything below content/, templates/ and theme/. Where the site has no file of the same name, templates/, theme/ and
// content/vocabulary.toml come from the program. Whatever else lies in the site's folder is not looked at.
//
// What an author can mend is a problem, and the rest is still read, so that one run shows everything. Text in Files is
// always valid UTF-8 with LF line ends and without a byte order mark; positions stay those of the file. Names are portable,
// sizes and depths are bounded, and links, pipes and devices are never followed, opened for good or waited for.
//
// A snapshot is of one moment: when the folder changes under the reader, it reads again. Nothing is ever written.
package source

import "unsafe"

// A File is one file of the site, read whole and frozen.
type File struct {
	Path  string // from the site's root, with slashes and in NFC: "content/en/cards/own-snapped-child.md"
	Data  []byte // never changed after reading
	Layer string // [Site] or [BuiltIn]
	Sum   Sum    // of Data
}

// Text is the file's bytes as a string, without a copy: they are never changed.
func (f File) Text() string { return unsafe.String(unsafe.SliceData(f.Data), len(f.Data)) }

// The layers a file may come from; a file of the site stands in for the built-in one of the same path.
const (
	Site    = "site"
	BuiltIn = "built in"
)

// A Sum names bytes: equal sums mean equal bytes. It is the first half of their SHA-256, which processors compute about as
// fast as a disk reads, which no contributor can collide on purpose, and which is the same in every run and on every computer.
type Sum [16]byte
