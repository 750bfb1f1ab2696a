package coverage

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/amends-guide/amends/internal/guide"
)

// A Pair is two sentences of two cards that say nearly the same in nearly the same words.
type Pair struct {
	A        Place   `json:"a"`
	B        Place   `json:"b"`
	SaidA    string  `json:"said_a"`
	SaidB    string  `json:"said_b"`
	Likeness float64 `json:"likeness"` // shared words and pairs of neighbours, of all: 0 to 1
}

const (
	alike       = 0.5 // likeness from which two sentences are told
	fewestWords = 4   // "Not yet." may be said by many cards
)

// A sentence is one that a card offers to say, as the set of its words and of its pairs of neighbouring words.
type sentence struct {
	card  *guide.Card
	text  string
	marks []int // each word or pair has a number, rare ones first; sorted
}

// near finds the pairs. Two sets that are alike share one of their rarest members (prefix filtering, Chaudhuri et al. 2006), so
// each sentence is only held against those that share a rare word with it, and not against all.
func (s *shelf) near() (pairs []Pair) {
	sentences := s.sentences()
	byMark := map[int][]int{}
	met := make([]int, len(sentences)) // with which sentence each was last compared, plus one
	for i := range sentences {
		a := &sentences[i]
		rare := a.marks[:len(a.marks)-int(math.Ceil(alike*float64(len(a.marks))))+1]
		for _, mark := range rare {
			for _, j := range byMark[mark] {
				b := &sentences[j]
				if met[j] == i+1 || a.card == b.card || !sized(a, b) {
					continue
				}
				met[j] = i + 1
				if like := likeness(a.marks, b.marks); like >= alike {
					pairs = append(pairs, Pair{placeOf(b.card.Entry), placeOf(a.card.Entry), b.text, a.text, math.Round(like*100) / 100})
				}
			}
			byMark[mark] = append(byMark[mark], i)
		}
	}
	slices.SortStableFunc(pairs, func(a, b Pair) int { return cmp.Compare(b.Likeness, a.Likeness) })
	return pairs
}

// sized says whether two sets are near enough in size to be alike.
func sized(a, b *sentence) bool {
	least, most := min(len(a.marks), len(b.marks)), max(len(a.marks), len(b.marks))
	return float64(least) >= alike*float64(most)
}

// sentences are all that the cards offer to say, with their marks numbered from the rarest.
func (s *shelf) sentences() (all []sentence) {
	var marks [][]string
	count := map[string]int{}
	add := func(c *guide.Card, text string) {
		found := marksOf(text)
		if len(found) == 0 {
			return
		}
		for _, mark := range found {
			count[mark]++
		}
		all, marks = append(all, sentence{card: c, text: text}), append(marks, found)
	}
	for _, c := range s.cards {
		add(c, c.Phrase.Plain)
		for _, v := range c.Variations {
			add(c, v.Phrase.Plain)
		}
	}
	names := make([]string, 0, len(count))
	for name := range count {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(count[a], count[b]), strings.Compare(a, b)) })
	rank := make(map[string]int, len(names))
	for i, name := range names {
		rank[name] = i
	}
	for i := range all {
		for _, mark := range marks[i] {
			all[i].marks = append(all[i].marks, rank[mark])
		}
		slices.Sort(all[i].marks)
	}
	return all
}

// marksOf are the words of a text and their pairs, each once; none for a text too short to be anybody's own.
func marksOf(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.In(r, unicode.L, unicode.M, unicode.N) })
	if len(words) < fewestWords {
		return nil
	}
	marks := slices.Clone(words)
	for i := range words[1:] {
		marks = append(marks, words[i]+" "+words[i+1])
	}
	slices.Sort(marks)
	return slices.Compact(marks)
}

// likeness is the share of two sorted sets' members that both have (Jaccard).
func likeness(a, b []int) float64 {
	shared := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch c := cmp.Compare(a[i], b[j]); {
		case c == 0:
			shared, i, j = shared+1, i+1, j+1
		case c < 0:
			i++
		default:
			j++
		}
	}
	return float64(shared) / float64(len(a)+len(b)-shared)
}
