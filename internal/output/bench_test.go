package output

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
)

// The disk is most of what these measure. On some the first minutes after many files were deleted are ten times slower, and
// each benchmark deletes its own at its end: run them with TMPDIR on a RAM disk.
func benchmarkWrite(b *testing.B, next func(n int) *Tree) {
	dir := filepath.Join(b.TempDir(), "public")
	mustWrite(b, dir, next(0), Options{})
	n := 0
	for b.Loop() {
		n++
		if _, err := Write(context.Background(), dir, next(n), Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWriteFirst(b *testing.B) {
	tr := tree(b, guideFiles(10_000)...)
	parent := b.TempDir()
	n := 0
	for b.Loop() {
		n++
		mustWrite(b, filepath.Join(parent, fmt.Sprint(n)), tr, Options{})
	}
}

func BenchmarkWriteNothingChanged(b *testing.B) {
	tr := tree(b, guideFiles(10_000)...)
	benchmarkWrite(b, func(int) *Tree { return tr })
}

func BenchmarkWriteOneChanged(b *testing.B) {
	tr := tree(b, guideFiles(10_000)...)
	benchmarkWrite(b, func(n int) *Tree {
		next, err := tr.With([]File{file("cards/own-00500/index.html", fmt.Sprint(n))}, nil)
		if err != nil {
			b.Fatal(err)
		}
		return next
	})
}

func BenchmarkWriteAllChanged(b *testing.B) {
	files := guideFiles(10_000)
	other := make([]File, len(files))
	for i, f := range files {
		other[i] = NewFile(f.Path, append([]byte("x"), f.Data()...), "test")
	}
	trees := []*Tree{tree(b, files...), tree(b, other...)}
	benchmarkWrite(b, func(n int) *Tree { return trees[n%2] })
}
