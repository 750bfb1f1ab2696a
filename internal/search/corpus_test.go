package search

import (
	"fmt"
	"math/rand"
	"strings"

	"github.com/amends-guide/amends"
)

// A writer makes a guide of words that are spread as those of a language are (Zipf), so that its index is as large as that of
// real text: 6,000 words, a hundred of which are half of what is said. Same numbers, same bytes.
type writer struct {
	r     *rand.Rand
	zipf  *rand.Zipf
	words []string
}

func newWriter() *writer {
	r := rand.New(rand.NewSource(1))
	w := &writer{r: r, zipf: rand.NewZipf(r, 1.07, 2.7, 5999)}
	ignored := readLexiconText()
	onsets, cores, ends := strings.Fields("b br c ch d dr f fl g gr h j k l m n p pl r s sh st t th tr v w"), strings.Fields("a e i o u ai ea ee ou"), strings.Fields("n r st l t ck m nd ng s d")
	for i := range 6000 {
		if i < 120 {
			w.words = append(w.words, ignored[i])
			continue
		}
		word := ""
		for range 1 + r.Intn(3) {
			word += onsets[r.Intn(len(onsets))] + cores[r.Intn(len(cores))]
		}
		w.words = append(w.words, word+ends[r.Intn(len(ends))])
	}
	return w
}

func readLexiconText() []string {
	data, err := amends.BuiltIn.ReadFile("theme/search/en.toml")
	if err != nil {
		panic(err)
	}
	_, text, _ := strings.Cut(string(data), `"""`)
	return strings.Fields(text)
}

func (w *writer) text(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = w.words[w.zipf.Uint64()]
	}
	words[0] = strings.ToUpper(words[0][:1]) + words[0][1:]
	return strings.Join(words, " ") + "."
}

// site is a guide of so many cards and essays: cards of about 150 words, essays of about 900.
func (w *writer) site(cards, essays int) map[string]string {
	files := map[string]string{"config.toml": "title = \"Made\"\nlanguage = \"en\"\n"}
	for i := range cards {
		files[fmt.Sprintf("content/en/cards/card-%05d.md", i)] = fmt.Sprintf(`+++
phrase = %q
move = "own"
relationships = ["partner"]
ruptures = ["sharp-word"]
readiness = ["calm"]
intensity = 1
tone = "warm"
channels = ["say"]
updated = 2026-01-02
+++
%s

## Use it when
- %s
- %s

## Leave it when
- %s

## How to say it
%s

## Other ways to say it
- shorter: %s
- softer: %s

## If it isn't received
%s

## Instead of
- %s {sorry-but}
- %s {sorry-if}
`, w.text(9), w.text(26), w.text(9), w.text(9), w.text(9), w.text(22), w.text(7), w.text(9), w.text(28), w.text(8), w.text(8))
	}
	for i := range essays {
		var b strings.Builder
		fmt.Fprintf(&b, "+++\ntitle = %q\nsummary = %q\npurpose = %q\nrelationships = [\"partner\"]\nhandout = false\nupdated = 2026-01-02\n+++\n", w.text(4), w.text(14), w.text(14))
		for section := range 5 {
			fmt.Fprintf(&b, "\n## Part %d\n\n%s\n\n%s\n", section+1, w.text(85), w.text(85))
		}
		b.WriteString("\n## One sentence for today\n" + w.text(9) + "\n")
		files[fmt.Sprintf("content/en/essays/essay-%05d.md", i)] = b.String()
	}
	return files
}
