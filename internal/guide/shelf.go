package guide

import "github.com/amends-guide/amends/internal/slab"

// added appends to a list that was kept in a slab or is empty.
func added[T any](kept *slab.Of[T], to []T, v T) []T {
	if cap(to) == 0 {
		const few = 4
		to = kept.Take(few)[:0]
	}
	return append(to, v)
}

// A shelf holds the entries of one kind side by side. It is made as large as it gets, so that pointers into it stay true.
type shelf[T any] struct {
	all   []T
	lists slab.Of[*T]
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
