package cli

import (
	"fmt"
	"math"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

const (
	looksEvery  = 20 * time.Millisecond
	softPercent = 80 // of the limit: from here on garbage is collected eagerly
	hardPercent = 92 // of the limit: beyond it the kernel may end us at any moment, without a word
)

// mindMemory keeps to the memory that the system gives this process, where it says how much that is, and ends the program in
// words before the kernel ends it without. Ending at any moment is safe: output is written so that a later run puts it right.
func (s *session) mindMemory() (stop func()) {
	limit := memoryLimit()
	if limit <= 0 {
		return func() {}
	}
	if debug.SetMemoryLimit(-1) == math.MaxInt64 { // nobody has set GOMEMLIMIT
		debug.SetMemoryLimit(limit / 100 * softPercent)
	}
	done := make(chan struct{})
	go func() {
		ticker := time.NewTicker(looksEvery)
		defer ticker.Stop()
		for {
			select {
			case <-done:
				return
			case <-ticker.C:
			}
			if memoryInUse() > uint64(limit)/100*hardPercent {
				s.complain(fmt.Sprintf("there is not enough memory: this needs more than the %d MiB that the system gives", limit>>20),
					"give it more, or make the guide smaller; the output is as it was, or the next build puts it right")
				os.Exit(exitWorld)
			}
		}
	}()
	return func() { close(done) }
}

// memoryInUse is what the program holds of the system's memory, in bytes.
func memoryInUse() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64() - sample[1].Value.Uint64()
}
