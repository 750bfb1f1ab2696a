package readability

import (
	"math"
	"strings"
	"testing"
)

func TestEnglishSyllables(t *testing.T) {
	for n, words := range map[int]string{
		1: "I you said hurt shout shouts shouted's make made makes loved walked asked the eye knife through was weren't don't can't I'm you're",
		2: "sorry quiet being didn't hasn't shouted wanted table little people promise pauses watches wishes hungry Monday over-react's",
		3: "apology's remember tomorrow yesterday family together important piano idea",
		4: "apologise relationship's community originally",
	} {
		for word := range strings.FieldsSeq(strings.ToLower(words)) {
			word = strings.TrimSuffix(word, "'s")
			want := n
			switch word {
			case "shouted":
				want = 2
			case "apology", "over-react", "relationship":
				want = 4
			case "originally":
				want = 5
			}
			if got := englishSyllables(word); got != want {
				t.Errorf("%s: %d, want %d", word, got, want)
			}
		}
	}
}

func TestSpanishSyllables(t *testing.T) {
	for word, want := range map[string]int{
		"yo": 1, "perdón": 2, "siento": 2, "quiero": 2, "guerra": 2, "pingüino": 3, "había": 3, "ahora": 3, "leer": 2, "cuidado": 3,
		"aunque": 2, "país": 2, "muy": 1, "rey": 1, "ciudad": 2, "familia": 3, "daño": 2, "averiguar": 4, "oír": 2,
	} {
		if got := spanishSyllables(word); got != want {
			t.Errorf("%s: %d, want %d", word, got, want)
		}
	}
}

func TestSentences(t *testing.T) {
	for block, want := range map[string]int{
		"One. Two? Three!": 3, "At 7.30 I left.": 1, "He said, “No.” Then quiet.": 2, "No end": 1, "…": 0, "": 0, "One… still one.": 1,
		"我对不起你。你等了。": 2, "متى؟ الآن.": 2,
	} {
		if got := Sentences(block); len(got) != want {
			t.Errorf("%q: %q, want %d", block, got, want)
		}
	}
	if n := Words("I don’t – at 7.30 – over-react, “ever”."); n != 6 {
		t.Errorf("%d words, want 6", n)
	}
}

// The formulas are as published, worked out by hand.
func TestFormulas(t *testing.T) {
	c := Counts{Words: 200, Sentences: 20, Syllables: 260}
	for name, pair := range map[string][2]float64{
		"Flesch–Kincaid":  {fleschKincaid(c), 3.9 + 15.34 - 15.59},
		"Szigriszt-Pazos": {szigrisztPazos(c), 206.835 - 80.99 - 10},
	} {
		if math.Abs(pair[0]-pair[1]) > 1e-9 {
			t.Errorf("%s: %f, want %f", name, pair[0], pair[1])
		}
	}
}

func TestScore(t *testing.T) {
	easy := strings.Repeat("I was late. You had to wait. That was my fault. ", 12)
	hard := strings.Repeat("Notwithstanding considerable organisational difficulties, communication deteriorated unacceptably throughout. ", 14)
	en := ForLanguage("en-GB")
	if s := en.Score([]string{easy}); !s.Scored || s.Value > 3 {
		t.Errorf("easy: %+v", s)
	}
	if s := en.Score([]string{hard}); !s.Scored || s.Value < 12 {
		t.Errorf("hard: %+v", s)
	}
	if s := en.Score([]string{"I was late."}); s.Scored || s.Words != 3 || s.Sentences != 1 {
		t.Errorf("short: %+v", s)
	}
	if s := ForLanguage("ar").Score([]string{easy}); s.Scored || s.Words == 0 {
		t.Errorf("without a formula: %+v", s)
	}
}
