// Package slab keeps small things that live long apart from those that soon die.
//
// Go hands out memory for small things in pages of things of one size, and a page is given back when nothing on it is left.
// Whoever reads ten thousand files drops most of what that takes and keeps a little of each, which then lies alone on its page:
// nearly half of a guide's memory was such gaps. Here what is kept goes into blocks of its own. In return a block lives as long as
// anything in it, so blocks are small, and each round of work begins new ones, which grow with what it keeps: who edits one file
// after the other all day would else keep the old ones beside the new.
package slab

import (
	"cmp"
	"sync"
	"sync/atomic"
	"unsafe"
)

// few is as many bytes as make 4 KiB with the word that Go puts before what holds pointers.
const few = 4<<10 - 8

var round atomic.Int64

// NextRound lets what is kept from now on share no block with what was kept before.
func NextRound() { round.Add(1) }

// Of is where things of one type are kept. The zero Of is ready; it may be used by several goroutines at once.
type Of[T any] struct {
	Block int // how many bytes are taken at a time, at most; 0 for few
	mu    sync.Mutex
	free  []T
	round int64
	taken int // in this round
}

// Take gives room for n zero values, nil for none. It cannot grow into its neighbour, and is never taken back.
func (s *Of[T]) Take(n int) []T {
	size, block := int(unsafe.Sizeof(*new(T))), cmp.Or(s.Block, few)
	switch {
	case n == 0:
		return nil
	case n*size > block/2:
		return make([]T, n)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if now := round.Load(); s.round != now {
		s.round, s.free, s.taken = now, nil, 0
	}
	if n > len(s.free) {
		s.free = make([]T, max(n, min(block/size, s.taken)))
	}
	taken := s.free[:n:n]
	s.free, s.taken = s.free[n:], s.taken+n
	return taken
}

// Keep gives a value a place.
func (s *Of[T]) Keep(v T) *T {
	place := s.Take(1)
	place[0] = v
	return &place[0]
}

// Copy gives values a place, side by side.
func (s *Of[T]) Copy(values []T) []T {
	places := s.Take(len(values))
	copy(places, values)
	return places
}
