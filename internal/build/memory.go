package build

import (
	"runtime/debug"

	"github.com/amends-guide/amends/internal/source"
)

// A build may take these bytes at least. A large guide's takes some for the program and some for each byte of the guide; Go by itself
// would take half as much again.
const (
	anyBuild = 160 << 20
	program  = 34 << 20
	perByte  = 5.9
)

// usual and patient are how much garbage Go lets gather, in percent of what is kept.
const (
	usual   = 100
	patient = 300
)

// hold holds the program to the memory that a build of these files needs, unless somebody holds it to less or in another way. Up to
// there garbage may gather: most is of files while they are read, when there is still room.
func hold(files *source.Files) {
	read := 0
	for _, f := range files.All() {
		read += len(f.Data)
	}
	limit := max(anyBuild, program+int64(perByte*float64(read)))
	if limit >= debug.SetMemoryLimit(-1) {
		return
	}
	debug.SetMemoryLimit(limit)
	if old := debug.SetGCPercent(patient); old != usual {
		debug.SetGCPercent(old)
	}
}
