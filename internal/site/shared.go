package site

import "sync"

// A shared is what all views have in common, by a key, each made by the first that asks. It is not a sync.Map because that keeps three
// small things for each key, and each of them keeps a page of memory for itself, between all that is dropped as pages are made.
type shared[K comparable, V any] struct {
	mu  sync.RWMutex
	all map[K]V
}

func (s *shared[K, V]) look(key K) (v V, ok bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	v, ok = s.all[key]
	return v, ok
}

func (s *shared[K, V]) get(key K, make func() V) V {
	if v, ok := s.look(key); ok {
		return v
	}
	made := make()
	s.mu.Lock()
	defer s.mu.Unlock()
	if v, ok := s.all[key]; ok {
		return v
	}
	if s.all == nil {
		s.all = map[K]V{}
	}
	s.all[key] = made
	return made
}
