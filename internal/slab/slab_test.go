package slab

import (
	"runtime"
	"sync"
	"testing"
	"weak"
)

// What is taken is its taker's own, however many take at once, and cannot grow into what others took.
func TestTake(t *testing.T) {
	var s Of[int]
	taken := make([][]int, 2000)
	var wait sync.WaitGroup
	for i := range taken {
		wait.Go(func() {
			taken[i] = s.Take(i % 7)
			for at := range taken[i] {
				taken[i][at] += i
			}
		})
	}
	wait.Wait()
	for i, list := range taken {
		if len(list) != i%7 || cap(list) != len(list) || (list == nil) != (i%7 == 0) {
			t.Fatalf("asked for %d, got %d with room for %d", i%7, len(list), cap(list))
		}
		for _, v := range list {
			if v != i {
				t.Fatalf("%d holds %d", i, v)
			}
		}
	}
}

func TestCopyAndKeep(t *testing.T) {
	var s Of[string]
	list := []string{"a", "b"}
	kept, one := s.Copy(list), s.Keep("c")
	list[0] = "x"
	if kept[0] != "a" || kept[1] != "b" || *one != "c" || s.Copy(nil) != nil {
		t.Error(kept, *one)
	}
	if many := s.Take(4000); len(many) != 4000 {
		t.Error(len(many))
	}
}

func BenchmarkKeep(b *testing.B) {
	var s Of[[3]string]
	b.ReportAllocs()
	for b.Loop() {
		s.Keep([3]string{})
	}
}

// What is kept in one round is let go without what was kept in another, and a round that keeps little takes little.
func TestRounds(t *testing.T) {
	var s Of[[64]byte]
	NextRound()
	first := s.Keep([64]byte{1})
	var before []weak.Pointer[[64]byte]
	for range 100 {
		NextRound()
		before = append(before, weak.Make(s.Keep([64]byte{2})))
		if len(s.free) > 0 {
			t.Fatalf("for one thing there is room for %d more", len(s.free))
		}
	}
	NextRound()
	s.Keep([64]byte{3})
	runtime.GC()
	for i, was := range before {
		if was.Value() != nil {
			t.Fatalf("what was kept in round %d is still there", i)
		}
	}
	for range 1000 {
		s.Keep([64]byte{4})
	}
	if got := cap(s.free); got > 64 {
		t.Errorf("a block of %d", got)
	}
	if first[0] != 1 {
		t.Error("the first is another")
	}
}
