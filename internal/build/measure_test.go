package build_test

import (
	"fmt"
	"os"
	"runtime"
	"runtime/metrics"
	"strconv"
	"sync"
	"testing"
	"time"
)

// sizes are how many entries a benchmark's site has. AMENDS_BENCH_ENTRIES=100000 asks for one other size.
func sizes(b *testing.B) []int {
	if asked, err := strconv.Atoi(os.Getenv("AMENDS_BENCH_ENTRIES")); err == nil {
		return []int{asked}
	}
	return []int{1_000, 10_000}
}

func sizeName(n int) string { return fmt.Sprintf("entries=%d", n) }

var corpora sync.Map // size → folder

// corpusSite writes the corpus once for all benchmarks of a run, to a RAM disk where there is one: the disk's own noise is
// larger than what we want to see.
func corpusSite(b *testing.B, n int) string {
	if dir, ok := corpora.Load(n); ok {
		return dir.(string)
	}
	dir, err := os.MkdirTemp(benchRoot, "corpus-")
	if err != nil {
		b.Fatal(err)
	}
	write(b, dir, corpus(n))
	corpora.Store(n, dir)
	return dir
}

// benchFolder is an empty folder on the same disk as the corpora.
func benchFolder(b *testing.B) string {
	dir, err := os.MkdirTemp(benchRoot, "bench-")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

// measure runs f once per iteration and reports, beside Go's own figures, the processors' time and the peak of
// memory the program held. What f leaves on the disk is removed off the clock.
func measure(b *testing.B, f func() error, leaves ...string) {
	b.ReportAllocs()
	runtime.GC()
	peak := watchMemory()
	var cpu time.Duration
	for b.Loop() {
		before := cpuTime()
		if err := f(); err != nil {
			b.Fatal(err)
		}
		cpu += cpuTime() - before
		b.StopTimer()
		for _, folder := range leaves {
			if err := os.RemoveAll(folder); err != nil {
				b.Fatal(err)
			}
		}
		b.StartTimer()
	}
	b.ReportMetric(float64(cpu.Milliseconds())/float64(b.N), "cpu-ms/op")
	b.ReportMetric(float64(peak())/(1<<20), "peak-MiB")
}

// watchMemory samples what the Go heap and its own bookkeeping take from the system and have not given back.
func watchMemory() (stop func() uint64) {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	var peak uint64
	done, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for {
			metrics.Read(sample)
			peak = max(peak, sample[0].Value.Uint64()-sample[1].Value.Uint64())
			select {
			case <-done:
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	return func() uint64 { close(done); <-stopped; return peak }
}
