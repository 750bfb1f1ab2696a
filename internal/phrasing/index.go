package phrasing

import (
	"slices"
	"strings"
)

// A shapeIndex finds the few shapes that a text can fit at all, by the words they need. Without it every text would be held
// against every shape.
type shapeIndex struct {
	byWord map[string][]*shape
	byPart []*shape // those that need a part of a word
}

func newIndex(rules []*Rule) shapeIndex {
	x := shapeIndex{byWord: map[string][]*shape{}}
	rank := 0
	for _, rule := range rules {
		for _, sh := range rule.shapes {
			sh.rank, rank = rank, rank+1
			x.add(sh)
		}
	}
	return x
}

func (x *shapeIndex) add(sh *shape) {
	if slices.ContainsFunc(sh.anchors, func(a anchor) bool { return a.part }) {
		x.byPart = append(x.byPart, sh)
		return
	}
	for _, a := range sh.anchors {
		if !slices.Contains(x.byWord[a.word], sh) {
			x.byWord[a.word] = append(x.byWord[a.word], sh)
		}
	}
}

// candidates are the shapes that a text may fit, in the order of their rules.
func (x *shapeIndex) candidates(s *said) (shapes []*shape) {
	rest := s.text[1:]
	for rest != "" {
		word, after, _ := strings.Cut(rest, " ")
		shapes = append(shapes, x.byWord[word]...)
		rest = after
	}
	for _, sh := range x.byPart {
		if slices.ContainsFunc(sh.anchors, func(a anchor) bool { return strings.Contains(s.text, a.word) }) {
			shapes = append(shapes, sh)
		}
	}
	slices.SortFunc(shapes, func(a, b *shape) int { return a.rank - b.rank })
	return slices.Compact(shapes)
}
