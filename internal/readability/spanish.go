package readability

import "strings"

// spanishSyllables counts nuclei: a strong vowel (a, e, o) or an accented i or u makes its own syllable, a weak one joins its
// neighbour, and the u of que, qui, gue and gui is not heard. An h between vowels changes nothing.
func spanishSyllables(word string) int {
	for _, mute := range []string{"que", "qui", "qué", "quí"} {
		word = strings.ReplaceAll(word, mute, "k"+mute[2:])
	}
	for _, mute := range []string{"gue", "gui", "gué", "guí"} {
		word = strings.ReplaceAll(word, mute, "g"+mute[2:])
	}
	n := 0
	var before rune
	for _, r := range strings.ReplaceAll(word, "h", "") {
		switch {
		case strings.ContainsRune("aeoáéó", r):
			if !strings.ContainsRune("iuü", before) || before == 0 {
				n++
			}
		case strings.ContainsRune("íú", r):
			n++
		case strings.ContainsRune("iuü", r) || r == 'y' && strings.HasSuffix(word, "y"):
			if !isSpanishVowel(before) {
				n++
			}
		}
		before = r
	}
	return max(1, n)
}

func isSpanishVowel(r rune) bool { return strings.ContainsRune("aeiouáéíóúü", r) && r != 0 }
