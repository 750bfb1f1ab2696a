package parallel_test

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"

	"github.com/amends-guide/amends/internal/parallel"
)

func TestEachIsDoneOnce(t *testing.T) {
	for _, n := range []int{0, 1, 15, 16, 17, 1000} {
		done := make([]atomic.Int32, n)
		parallel.Each(n, func(i int) { done[i].Add(1) })
		for i := range done {
			if times := done[i].Load(); times != 1 {
				t.Fatalf("%d of %d was done %d times", i, n, times)
			}
		}
	}
}

// After an error, or when nobody waits any more, little more is begun: at most what each goroutine was at.
func TestTryStops(t *testing.T) {
	fault := errors.New("no room")
	var begun atomic.Int32
	err := parallel.Try(context.Background(), 1_000_000, func(i int) error {
		begun.Add(1)
		return fault
	})
	if err != fault || begun.Load() > 256 {
		t.Errorf("%v after %d", err, begun.Load())
	}
	ctx, stop := context.WithCancel(context.Background())
	begun.Store(0)
	err = parallel.Try(ctx, 1_000_000, func(i int) error {
		begun.Add(1)
		stop()
		return nil
	})
	if !errors.Is(err, context.Canceled) || begun.Load() > 256 {
		t.Errorf("called off: %v after %d", err, begun.Load())
	}
	if err := parallel.Try(context.Background(), 100, func(int) error { return nil }); err != nil {
		t.Error(err)
	}
}
