// Package readability says how hard a text is to read, by the formula of its language.
//
// In come texts, a block (paragraph, list item) at a time; out comes a [Score], or "not scored" where no formula is known to fit
// the language or the text is too short to be judged. Formulas count words, sentences and syllables. They know nothing of
// layout, meaning or feeling, and two of them may differ by three grades on one text (Grabeel et al. 2018,
// 10.5195/jmla.2018.262), so a score is a prompt to read again. It never judges a single card.
package readability

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Counts are what formulas look at.
type Counts struct{ Words, Sentences, Syllables int }

// Least is how many words a text needs to be scored: below it the formulas are unreliable.
const Least = 100

// A Formula scores texts of one language.
type Formula struct {
	Name      string
	Higher    bool // a higher score is easier to read
	score     func(Counts) float64
	syllables func(word string) int
}

// The formulas, by primary language. For Spanish it is not Fernández-Huerta, which is widely copied wrongly (Law 2011, LINGUIST
// List 22.2332).
var formulas = map[string]*Formula{
	"en": {Name: "Flesch–Kincaid grade", score: fleschKincaid, syllables: englishSyllables},
	"es": {Name: "Szigriszt-Pazos", Higher: true, score: szigrisztPazos, syllables: spanishSyllables},
}

// ForLanguage is the formula for a language, by its BCP 47 tag; nil where none is known to fit.
func ForLanguage(tag string) *Formula {
	primary, _, _ := strings.Cut(tag, "-")
	return formulas[primary]
}

// fleschKincaid is Kincaid et al. 1975: a school grade of the United States.
func fleschKincaid(c Counts) float64 {
	return .39*float64(c.Words)/float64(c.Sentences) + 11.8*float64(c.Syllables)/float64(c.Words) - 15.59
}

// szigrisztPazos is Szigriszt Pazos 1993: 0 to 100, read by the INFLESZ scale: below 40 very hard, 55 to 65 normal, above 80
// very easy.
func szigrisztPazos(c Counts) float64 {
	return 206.835 - 62.3*float64(c.Syllables)/float64(c.Words) - float64(c.Words)/float64(c.Sentences)
}

// A Score is what a formula makes of a text.
type Score struct {
	Counts
	Value  float64
	Scored bool // false where the text is too short or the language has no formula
}

// Score reads a text, block by block: a block ends its last sentence. A nil formula counts words and sentences only.
func (f *Formula) Score(blocks []string) (s Score) {
	for _, block := range blocks {
		for _, sentence := range Sentences(block) {
			s.Sentences++
			for _, word := range words(sentence) {
				s.Words++
				if f != nil {
					s.Syllables += f.syllables(strings.ToLower(word))
				}
			}
		}
	}
	if f != nil && s.Words >= Least {
		s.Value, s.Scored = f.score(s.Counts), true
	}
	return s
}

// Sentences cuts a block into its sentences; what holds no word is none.
func Sentences(block string) (all []string) {
	start := 0
	cut := func(end int) {
		if sentence := strings.TrimSpace(block[start:end]); len(words(sentence)) > 0 {
			all = append(all, sentence)
		}
		start = end
	}
	for i, r := range block {
		after := i + utf8.RuneLen(r)
		if strings.ContainsRune(".!?。！？؟۔", r) && endsSentence(block[after:]) {
			cut(after)
		}
	}
	cut(len(block))
	return all
}

// endsSentence says whether a sentence is over before the rest: a space follows, after closing quotes and brackets.
func endsSentence(rest string) bool {
	rest = strings.TrimLeft(rest, "”’»\"')]")
	r, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || unicode.IsSpace(r) || unicode.Is(unicode.Han, r)
}

// Words counts the words of a sentence.
func Words(sentence string) int { return len(words(sentence)) }

// words are runs of letters and digits, with apostrophes and hyphens inside, that hold a letter or digit.
func words(text string) []string {
	var all []string
	for field := range strings.FieldsFuncSeq(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("–—…/", r) }) {
		if field = strings.TrimFunc(field, func(r rune) bool { return !isLetter(r) }); field != "" {
			all = append(all, field)
		}
	}
	return all
}

func isLetter(r rune) bool { return unicode.In(r, unicode.L, unicode.M, unicode.N) }
