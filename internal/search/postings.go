package search

import (
	"cmp"
	"math/bits"
	"slices"
)

// A posting says that a document holds a word of a group, and how much the word counts there.
type posting struct {
	doc        int32
	head, body uint32 // what counts together for its places in the title and the like, and in running text
	level      int32  // how much it counts among all, from 0
}

// An inversion is the documents turned inside out: for each group of words, where it stands.
type inversion struct {
	*vocabulary
	documents int
	postings  [][]posting // by group, each in the order of documents
	used      []bool      // by word: whether readers may meet it in the index
}

func (m *memory) invert(documents []*document) *inversion {
	v := m.vocabulary
	n := &inversion{vocabulary: v, documents: len(documents), postings: v.room(documents), used: make([]bool, len(v.words))}
	for i, d := range documents {
		n.take(int32(i), d.head, func(p *posting) *uint32 { return &p.head })
		n.take(int32(i), d.body, func(p *posting) *uint32 { return &p.body })
	}
	for _, list := range n.postings {
		for i := range list {
			list[i].level = n.level(list[i], len(list))
		}
	}
	return n
}

// room is an empty list for each group, with room for as many postings as there can be.
func (v *vocabulary) room(documents []*document) [][]posting {
	most, all := make([]int, v.groups), 0
	for _, d := range documents {
		for _, terms := range [][]term{d.head, d.body} {
			all += len(terms)
			for _, t := range terms {
				most[v.group[t.word]]++
			}
		}
	}
	room, lists := make([]posting, all), make([][]posting, v.groups)
	for group, n := range most {
		lists[group], room = room[:0:n], room[n:]
	}
	return lists
}

func (n *inversion) take(doc int32, terms []term, weight func(*posting) *uint32) {
	for _, t := range terms {
		n.used[t.word] = true
		list := &n.postings[n.group[t.word]]
		if last := len(*list) - 1; last < 0 || (*list)[last].doc != doc {
			*list = append(*list, posting{doc: doc})
		}
		*weight(&(*list)[len(*list)-1]) += t.weight
	}
}

// found says whether a word leads anywhere.
func (n *inversion) found(word string) bool {
	number, ok := n.numbers[word]
	return ok && len(n.postings[n.group[number]]) > 0
}

// lend gives words that readers use, by group, the documents of the words that the guide uses, one level below theirs. What is
// lent is never lent on, so that synonyms of synonyms do not drift away.
func (n *inversion) lend(synonyms []synonym) {
	lent := map[uint32][]posting{}
	for _, s := range synonyms {
		to := n.group[n.numbers[s.word]]
		n.used[n.numbers[s.word]] = true
		for _, word := range s.to {
			if number, ok := n.numbers[word]; ok && n.group[number] != to {
				lent[to] = append(lent[to], n.postings[n.group[number]]...)
			}
		}
	}
	for group, more := range lent {
		for i := range more {
			more[i].level = max(0, more[i].level-1)
		}
		n.postings[group] = joined(n.postings[group], more)
	}
}

// joined are postings of both lists, the weightier where both have one of a document.
func joined(own, lent []posting) []posting {
	all := slices.Concat(own, lent)
	slices.SortFunc(all, func(a, b posting) int {
		return cmp.Or(cmp.Compare(a.doc, b.doc), cmp.Compare(b.level, a.level), cmp.Compare(b.head, a.head))
	})
	return slices.CompactFunc(all, func(a, b posting) bool { return a.doc == b.doc })
}

// levels is how many steps there are in how much a posting counts. The weakest is 0, written as "A".
const levels = 4

// level is how much a posting of a group that stands in so many documents counts: the rarer the word and the weightier its
// places, the more, but never without end. It is worked out in whole numbers, as computers differ in the last digit of others.
func (n *inversion) level(p posting, documents int) int32 {
	rarity := log2(n.documents+documents+1, documents+1)
	most := log2(n.documents+2, 2)
	weight := int(p.head + p.body)
	per100 := 100 * rarity * weight / (weight + 4) / max(1, most)
	switch {
	case per100 < 16:
		return 0
	case per100 < 32:
		return 1
	case per100 < 54:
		return 2
	}
	return 3
}

// log2 is the binary logarithm of a fraction of at least 1, in sixteenths.
func log2(above, below int) int {
	const unit = 1 << 16
	x := uint64(above) * unit / uint64(below)
	whole := bits.Len64(x) - 17
	x >>= max(0, whole)
	log := whole
	for range 4 {
		x = x * x / unit
		log *= 2
		if x >= 2*unit {
			x /= 2
			log++
		}
	}
	return log
}
