package typeset

import (
	"strings"
	"unicode"
)

// pause is what it costs to end a line of a phrase after the word from start to end: less than nothing where one would pause in
// speaking, more where a sentence has hardly begun.
func (p *itemiser) pause(start, end int) float64 {
	after := func(i int) float64 {
		for i--; i > 0 && unicode.In(p.runes[i], unicode.Pe, unicode.Pf); i-- {
		}
		switch {
		case i <= 0:
			return 0
		case strings.ContainsRune(".?!…؟", p.runes[i]):
			return pauseLong
		case strings.ContainsRune(",;:–—،؛", p.runes[i]):
			return pauseShort
		}
		return 0
	}
	if here := after(end); here != 0 {
		return -here
	}
	for start > 0 && breakingSpace(p.runes[start-1]) {
		start--
	}
	return after(start) / 2
}

// What pauses are worth.
const (
	pauseLong  = 0.06
	pauseShort = 0.04
)
