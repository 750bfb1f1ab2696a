package output

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// atOnce is how many indexes a goroutine takes at a time: enough that taking costs nothing beside a call to the disk.
const atOnce = 16

// parallel calls work for every index below n, on a few goroutines, and returns the first error; after one, and after the
// context ends, no more work is begun.
func parallel(ctx context.Context, n int, work func(i int) error) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(max(2, runtime.GOMAXPROCS(0)), n/atOnce+1) {
		group.Go(func() {
			for from := int(next.Add(atOnce)) - atOnce; from < n; from = int(next.Add(atOnce)) - atOnce {
				for i := from; i < min(n, from+atOnce); i++ {
					if ctx.Err() != nil {
						return
					}
					if err := work(i); err != nil {
						stop(err)
						return
					}
				}
			}
		})
	}
	group.Wait()
	return context.Cause(ctx)
}
