package guide

// An arena hands out short slices of one large one, so that ten thousand entries with a few relations each cost a few
// allocations, not a hundred thousand. What it hands out is never taken back and cannot grow into its neighbour.
type arena[T any] struct{ free []T }

const arenaBlock = 1024

// take is a slice of n zero values; nil for none.
func (a *arena[T]) take(n int) []T {
	if n == 0 {
		return nil
	}
	if n > len(a.free) {
		a.free = make([]T, max(n, arenaBlock))
	}
	taken := a.free[:n:n]
	a.free = a.free[n:]
	return taken
}

// add appends to a slice that began in this arena or is empty.
func (a *arena[T]) add(to []T, v T) []T {
	if cap(to) == 0 {
		const few = 4
		to = a.take(few)[:0]
	}
	return append(to, v)
}

// A shelf holds the entries of one kind side by side. It is made as large as it gets, so that pointers into it stay true.
type shelf[T any] struct {
	all   []T
	lists arena[*T]
}

// put copies what one file says; the copy is this guide's own to complete.
func (s *shelf[T]) put(said *T) (own *T, at int32) {
	s.all = append(s.all, *said)
	at = int32(len(s.all) - 1)
	return &s.all[at], at
}

// pointers are the shelf's entries in order.
func (s *shelf[T]) pointers() []*T {
	pointers := make([]*T, len(s.all))
	for i := range s.all {
		pointers[i] = &s.all[i]
	}
	return pointers
}
