package search

// A vocabulary numbers the words of one language as they are met, and puts those with one stem into one group. The numbers
// are for reckoning only: no byte of an index depends on the order in which words were met.
type vocabulary struct {
	numbers map[string]uint32 // word → its number
	words   []string
	group   []uint32 // of each word
	ignored []bool   // whether the word is too common to be sought in running text
	stem    func(string) string
	stems   map[string]uint32 // stem → its group
	groups  uint32
}

func newVocabulary(tag string, l *lexicon) *vocabulary {
	v := &vocabulary{numbers: map[string]uint32{}, stems: map[string]uint32{}, stem: stemmer(tag)}
	for _, forms := range l.forms {
		for _, form := range forms[min(1, len(forms)):] {
			v.stems[v.stem(form)] = v.groupOf(v.stem(forms[0]))
		}
	}
	for _, word := range l.ignore {
		v.ignored[v.number([]byte(word))] = true
	}
	return v
}

// number is the word's own.
func (v *vocabulary) number(word []byte) uint32 {
	if n, ok := v.numbers[string(word)]; ok {
		return n
	}
	n, text := uint32(len(v.words)), string(word)
	v.numbers[text] = n
	v.words = append(v.words, text)
	v.group = append(v.group, v.groupOf(v.stem(text)))
	v.ignored = append(v.ignored, false)
	return n
}

func (v *vocabulary) groupOf(stem string) uint32 {
	g, ok := v.stems[stem]
	if !ok {
		g = v.groups
		v.groups++
		v.stems[stem] = g
	}
	return g
}
