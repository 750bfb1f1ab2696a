package build_test

import (
	"os"
	"testing"

	"github.com/amends-guide/amends/internal/browser"
)

// benchRoot is where benchmarks write: memory where the system offers it, since a disk's own noise would drown what is
// measured.
var benchRoot = ""

func TestMain(m *testing.M) {
	if info, err := os.Stat("/dev/shm"); err == nil && info.IsDir() {
		benchRoot = "/dev/shm"
	}
	code := browser.Main(m)
	corpora.Range(func(_, dir any) bool { return os.RemoveAll(dir.(string)) == nil })
	os.Exit(code)
}
