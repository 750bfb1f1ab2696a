package build

import "github.com/amends-guide/amends/internal/source"

// A build may take these bytes at least. A large guide's takes some for the program and some for each byte of the guide; Go by itself
// would take half as much again: to collect garbage more often costs such a guide a tenth of its time.
const (
	anyBuild = 160 << 20
	program  = 34 << 20
	perByte  = 5.9
)

// Memory is the limit, in bytes, to hold a build of these files to (see [debug.SetMemoryLimit]). The limit is soft: a build that needs
// more takes longer.
func Memory(files *source.Files) int64 {
	read := 0
	for _, f := range files.All() {
		read += len(f.Data)
	}
	return max(anyBuild, program+int64(perByte*float64(read)))
}
