package readability

import "strings"

// exceptions are common words of care and quarrel that the rules below count wrongly.
var exceptions = map[string]int{
	"quiet": 2, "being": 2, "doing": 2, "going": 2, "seeing": 2, "saying": 2, "trying": 2, "idea": 3, "science": 2, "real": 1, "really": 2,
	"area": 3, "create": 2, "created": 3, "people": 2, "every": 2, "everyone": 3, "everything": 3, "something": 2, "sometimes": 2,
	"someone": 2, "somewhere": 2, "anyone": 3, "therefore": 2, "before": 2, "evening": 2, "business": 2, "different": 2, "family": 3,
	"therapist": 3, "poem": 2, "diary": 3, "violence": 3, "violent": 3, "trial": 2, "dial": 2, "lion": 2, "riot": 2, "client": 2,
	"one": 1, "once": 1, "eye": 1, "eyes": 1, "queue": 1, "apologise": 4, "apologises": 5, "apologised": 4, "recipe": 3, "maybe": 2,
	"react": 2, "reaction": 3, "weren't": 1, "aren't": 1, "won't": 1, "don't": 1, "moment": 2, "careful": 2, "carefully": 3, "carelessly": 3, "lonely": 2, "safety": 2, "statement": 2, "homework": 2,
	"likely": 2, "lately": 2, "hopeful": 2, "useful": 2, "grateful": 2, "peaceful": 2, "ourselves": 2, "themselves": 2, "yourselves": 2,
}

// englishSyllables counts by the groups of vowels that are heard. It is right for about nine words in ten, which is what the
// formula was made with.
func englishSyllables(word string) int {
	total := 0
	for part := range strings.SplitSeq(word, "-") {
		part = strings.TrimSuffix(strings.NewReplacer("’", "'").Replace(part), "'s")
		total += englishPart(part)
	}
	return max(1, total)
}

func englishPart(word string) int {
	if n, known := exceptions[word]; known {
		return n
	}
	contracted := strings.HasSuffix(word, "n't") && len(word) > len("can't")
	word = strings.ReplaceAll(word, "'", "")
	n, before := 0, false
	for i, r := range word {
		vowel := strings.ContainsRune("aeiouy", r) && !(r == 'y' && i == 0)
		if vowel && !before {
			n++
		}
		before = vowel
	}
	n += hiatus(word) - silent(word)
	if contracted { // didn't, hasn't
		n++
	}
	return max(1, n)
}

// hiatus counts neighbouring vowels that are heard apart.
func hiatus(word string) (n int) {
	for _, pair := range []string{"io", "ia", "ua", "eo", "iu", "uou"} {
		n += strings.Count(word, pair)
	}
	for _, together := range []string{"tion", "sion", "cial", "tial", "cian", "gion", "cious", "tious", "geon", "people", "gua", "qua", "sua", "gious", "gia", "cia"} {
		n -= strings.Count(word, together)
	}
	return max(0, n)
}

// silent counts endings whose e is not heard.
func silent(word string) int {
	switch {
	case len(word) < 3:
		return 0
	case strings.HasSuffix(word, "le"):
		if !strings.ContainsRune("aeiouy", rune(word[len(word)-3])) {
			return 0 // ta-ble
		}
		return 1
	case strings.HasSuffix(word, "ee"), strings.HasSuffix(word, "ie"), strings.HasSuffix(word, "ye"), strings.HasSuffix(word, "oe"), strings.HasSuffix(word, "ue"):
		return 0
	case strings.HasSuffix(word, "e"):
		return 1
	case strings.HasSuffix(word, "ed"):
		return heard(word, "td", strings.ContainsRune("aeiouy", rune(word[len(word)-3])))
	case strings.HasSuffix(word, "es"):
		if strings.HasSuffix(word, "ches") || strings.HasSuffix(word, "shes") {
			return 0
		}
		return heard(word, "szxcg", strings.ContainsRune("aeiouy", rune(word[len(word)-3])))
	case strings.HasSuffix(word, "ely"), strings.HasSuffix(word, "eful"), strings.HasSuffix(word, "eless"), strings.HasSuffix(word, "ement"), strings.HasSuffix(word, "eness"):
		return 1
	}
	return 0
}

// heard is 0 where the ending after one of the letters is a syllable, or its vowels are one group already.
func heard(word, letters string, joined bool) int {
	if joined || strings.IndexByte(letters, word[len(word)-3]) >= 0 {
		return 0
	}
	return 1
}
