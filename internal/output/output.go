// Package output holds the finished site in memory, a [Tree] of path to bytes, and puts it on disk without ever tearing it.
//
// In come finished files; out goes a folder that holds exactly them, beside whatever else lies there. The promises:
//
//   - After any failure the folder holds the whole old site or the whole new one. Only a process killed within the short row
//     of renames leaves some pages old and some new, each whole, and the next [Write] finishes that row first.
//   - Nothing is deleted, and nothing overwritten, that our own record does not list; a stale file is deleted only while its
//     bytes are still those we wrote. When the record is lost nothing is deleted at all, and only the paths of the tree are
//     taken for ours.
//   - Files that have not changed are not written, and keep their times.
//   - Nothing is written through a link, nor into a folder that holds somebody's own work (see [Refusal]).
//
// The folder .amends in the output is the mark that it is ours. It holds the record ([Write] calls it the manifest), the
// lock, and while a Write runs its stage:
//
//	.amends/lock          held by the kernel for one process; says its number
//	.amends/manifest      sum, size, time and path of every file we wrote
//	.amends/stage/new/N   the files to come, numbered
//	.amends/stage/old/N   second names of the files they replace, to go back if a rename fails
//	.amends/stage/journal which number belongs where; once it is whole, the next Write goes forward, never back
//
// Nothing is forced to the platters: the promises hold for a killed process, not for a power cut.
package output

import "crypto/sha256"

// A File is one finished file, frozen. [NewFile], [Packer.NewFile] and [Stage.NewFile] make them.
type File struct {
	Path  string   // from the output's root, with slashes: "cards/own-snapped-child/index.html"
	Sum   [32]byte // SHA-256 of its bytes
	Size  int      // in bytes
	Maker string   // which room or entry made it, for the error when two claim one path

	kept []byte  // the bytes, as packer keeps them
	pack *Packer // nil if they are kept as they are
	spot *spot   // where they lie instead, if a Stage has them
}

// Data returns the file's bytes, which are not to be changed. It is nil if they lie on a disk that cannot be read.
func (f File) Data() []byte {
	switch {
	case f.spot != nil:
		data, _ := f.spot.disk.ReadFile(f.spot.name)
		return data
	case f.pack != nil:
		return f.pack.unpack(nil, f.kept, f.Size)
	}
	return f.kept
}

// Use hands the file's bytes to a function that neither keeps nor changes them. For one who looks at many files it saves the
// room that Data takes anew for each.
func (f File) Use(look func(data []byte)) {
	if f.pack == nil {
		look(f.Data())
		return
	}
	room := rooms.Get().(*[]byte)
	defer rooms.Put(room)
	*room = f.pack.unpack(*room, f.kept, f.Size)
	look(*room)
}

// NewFile returns a file with its sum. Hashing is the dear part, so makers call this where they work in parallel, keep the
// file in their memo, and nothing is hashed twice.
func NewFile(path string, data []byte, maker string) File {
	return File{Path: path, Sum: sha256.Sum256(data), Size: len(data), Maker: maker, kept: data}
}
