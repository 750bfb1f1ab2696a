package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Nearest returns the candidate that word was most likely meant to be, or "" when none is near. Letter case, accents and
// the choice between hyphen, underscore and space cost nothing; a letter too many, too few, wrong or swapped with its
// neighbour costs one, and about one in three letters may be wrong. Of equally near candidates the first in the
// alphabet wins, whatever order they come in.
func Nearest(word string, candidates []string) string {
	typed := fold(word)
	best, bestCost := "", (len(typed)+1)/3
	for _, candidate := range candidates {
		cost := distance(typed, fold(candidate))
		if cost < bestCost || cost == bestCost && (best == "" || candidate < best) {
			best, bestCost = candidate, cost
		}
	}
	return best
}

// longestWord, in characters, bounds the work on a word that somebody pasted by mistake.
const longestWord = 64

func fold(word string) []rune {
	folded := make([]rune, 0, len(word))
	for _, r := range norm.NFD.String(strings.ToLower(cut(word))) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == '_' || unicode.IsSpace(r):
			folded = append(folded, '-')
		default:
			folded = append(folded, r)
		}
	}
	return folded
}

func cut(word string) string {
	for i := range word {
		if utf8.RuneCountInString(word[:i]) == longestWord {
			return word[:i]
		}
	}
	return word
}

// distance counts the edits between two words (Damerau–Levenshtein in its restricted form, "optimal string alignment"),
// keeping three rows of the table: the swap of neighbours looks back two.
func distance(a, b []rune) int {
	before, above, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		before, above, row = above, row, before
		row[0] = i + 1
		for j := range b {
			wrong := above[j]
			if a[i] != b[j] {
				wrong++
			}
			row[j+1] = min(wrong, above[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return row[len(b)]
}
