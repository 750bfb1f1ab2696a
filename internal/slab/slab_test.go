package slab

import (
	"sync"
	"testing"
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
