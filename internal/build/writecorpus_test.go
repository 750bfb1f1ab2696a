package build_test

import (
	"flag"
	"testing"
)

var (
	corpusDir     = flag.String("corpus", "", "`folder` that TestWriteCorpus writes the benchmarks' site to")
	corpusEntries = flag.Int("entries", 1_000, "how many entries it has")
)

// TestWriteCorpus writes the site of the benchmarks for whoever wants to measure something else on it:
//
//	go test ./internal/build -run TestWriteCorpus -corpus /dev/shm/corpus -entries 10000
func TestWriteCorpus(t *testing.T) {
	if *corpusDir == "" {
		t.Skip("no folder is named to write it to")
	}
	write(t, *corpusDir, corpus(*corpusEntries))
}
