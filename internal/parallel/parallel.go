// Package parallel does the same thing for many items at once, on as many goroutines as the computer has processors.
//
// Whoever calls keeps one slot for each item, so that what comes out stands in their order whoever was first.
package parallel

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// A goroutine takes at most this many items at a time: enough that taking costs nothing beside the least work. Of few items it
// takes fewer, so that all goroutines end together.
const (
	mostAtOnce = 16
	leastTurns = 8
)

// Each calls work for every index below n and returns when all of it is done.
func Each(n int, work func(i int)) {
	each(n, func(i int) bool {
		work(i)
		return true
	})
}

// Try is Each for work that may fail or be called off: it returns the first error, or why the context ended. After either no
// more work is begun.
func Try(ctx context.Context, n int, work func(i int) error) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	each(n, func(i int) bool {
		if ctx.Err() != nil {
			return false
		}
		if err := work(i); err != nil {
			stop(err)
		}
		return true
	})
	return context.Cause(ctx)
}

// each calls work for every index until one says that there is no use in going on.
func each(n int, work func(i int) (more bool)) {
	workers := max(2, runtime.GOMAXPROCS(0)) // work may wait for the disk
	atOnce := min(max(1, n/workers/leastTurns), mostAtOnce)
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(workers, n) {
		group.Go(func() {
			for from := int(next.Add(int64(atOnce))) - atOnce; from < n; from = int(next.Add(int64(atOnce))) - atOnce {
				for i := from; i < min(n, from+atOnce); i++ {
					if !work(i) {
						return
					}
				}
			}
		})
	}
	group.Wait()
}
