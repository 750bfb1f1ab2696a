package guide

import (
	"cmp"
	"fmt"
	"slices"
)

// A Word is one word of a closed vocabulary. Its maps hold every language of the guide: where the vocabulary has no words in
// one, the default language's stand in.
type Word struct {
	Vocabulary, ID string
	Labels         map[string]string // by language
	Abouts         map[string]string // one sentence; may be empty
	Saids          map[string]string // ruptures: in the first person
	Group          string            // a move's phase, a relationship's door
	rank           int               // its place in the vocabulary
	also           []string          // what authors may write in its place
}

// Label is the word as readers see it in a language.
func (w *Word) Label(lang string) string { return cmp.Or(w.Labels[lang], w.ID) }

// About is one sentence on the word in a language; it may be empty.
func (w *Word) About(lang string) string { return w.Abouts[lang] }

// Said is a rupture in the first person.
func (w *Word) Said(lang string) string { return cmp.Or(w.Saids[lang], w.Label(lang)) }

// A Vocabulary is all closed lists of a guide: those of content/vocabulary.toml, and the few that the program itself fixes.
// It is frozen.
type Vocabulary struct {
	words map[string][]*Word
	ids   map[string][]string
	where map[string]string
	also  map[string]map[string]string // what people write → id
	open  map[string]bool              // those of which not every word can be read: no word is a stranger
}

// IDs lists the words of one vocabulary in order, where they are written, if in a file, and what people write for them. It is a
// facts.Words.
func (v *Vocabulary) IDs(vocabulary string) (ids []string, where string, also map[string]string) {
	if v.open[vocabulary] {
		return nil, "", nil
	}
	return v.ids[vocabulary], v.where[vocabulary], v.also[vocabulary]
}

// Words lists the words of one vocabulary in order. The lists the program fixes have ids only.
func (v *Vocabulary) Words(vocabulary string) []*Word { return v.words[vocabulary] }

// Word is the word with that id, or nil.
func (v *Vocabulary) Word(vocabulary, id string) *Word {
	for _, w := range v.words[vocabulary] {
		if w.ID == id {
			return w
		}
	}
	return nil
}

// orItself is the word with that id; a stranger, which facts has told of, stands for itself, so that whoever looks at a guide
// with problems never meets a missing word.
func (v *Vocabulary) orItself(vocabulary, id string) *Word {
	if w := v.Word(vocabulary, id); w != nil {
		return w
	}
	return &Word{Vocabulary: vocabulary, ID: id}
}

// pick is the words with those ids, in their order; strangers are left out, as facts has told of them.
func (v *Vocabulary) pick(vocabulary string, ids []string) []*Word {
	var words []*Word
	for _, id := range ids {
		if w := v.Word(vocabulary, id); w != nil {
			words = append(words, w)
		}
	}
	return words
}

// fixed are the vocabularies that the program's own rules depend on, so no guide may change them.
var fixed = map[string][]string{
	"status":       {"draft", "review", "published", "retired"},
	"safety":       {"none", "note", "gate"},
	"covers":       slices.Concat(numbered("S%02d", 48), numbered("G%d", 12)),
	"source-kind":  {"study", "meta", "review", "book", "guidance"},
	"confidence":   {"high", "medium", "low"},
	"helpline-for": {"emergency", "abuse", "crisis", "children", "behaviour", "directory"},
	"severity":     {"error", "warning", "off"},
}

func numbered(format string, n int) []string {
	ids := make([]string, n)
	for i := range ids {
		ids[i] = fmt.Sprintf(format, i+1)
	}
	return ids
}
