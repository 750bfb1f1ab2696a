package report

import (
	"slices"
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	moves := []string{"notice", "pause", "reach", "ask", "own", "impact", "regret", "explain", "listen", "receive", "boundary", "amend", "plan", "reconnect", "follow-up"}
	tests := []struct {
		name, word string
		candidates []string
		want       string
	}{
		{"a letter too many", "recconnect", moves, "reconnect"},
		{"a letter too few", "lisen", moves, "listen"},
		{"a wrong letter", "regrat", moves, "regret"},
		{"neighbours swapped", "onw", moves, "own"},
		{"two slips in a long word", "bondery", moves, "boundary"},
		{"letter case", "OWN", moves, "own"},
		{"underscore for hyphen", "follow_up", moves, "follow-up"},
		{"space for hyphen", "follow up", moves, "follow-up"},
		{"accents", "écoute", []string{"ecoute", "ecoule"}, "ecoute"},
		{"accents in two spellings", "e\u0301coute", []string{"écoute"}, "écoute"},
		{"nothing near", "banana", moves, ""},
		{"short words are not guessed", "x", moves, ""},
		{"half of a short word wrong", "ox", []string{"at", "in"}, ""},
		{"no word", "", moves, ""},
		{"no candidates", "own", nil, ""},
		{"a tie goes to the alphabet", "tone", []string{"zone", "bone"}, "bone"},
		{"the same word", "own", moves, "own"},
		{"nearer beats earlier", "planz", []string{"plain", "planx", "plan"}, "plan"},
		{"a pasted page", strings.Repeat("own ", 100_000), moves, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			backwards := slices.Clone(test.candidates)
			slices.Reverse(backwards)
			for _, candidates := range [][]string{test.candidates, backwards} {
				if got := Nearest(test.word, candidates); got != test.want {
					t.Errorf("Nearest(%.20q, %v) = %q, want %q", test.word, candidates, got, test.want)
				}
			}
		})
	}
}
