package coverage

import (
	"math"
	"strings"

	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/readability"
)

// Readable is how hard the texts of a language are to read. Cards have no score of their own: too few words.
type Readable struct {
	Formula string `json:"formula"` // "" where none is known to fit the language
	Texts   []Text `json:"texts"`
	Cards   []Hard `json:"cards"` // those with a long sentence or a hard word
}

// A Text is a deck, worksheet or essay.
type Text struct {
	Place
	Kind   string  `json:"kind"`
	Words  int     `json:"words"`
	Scored bool    `json:"scored"`
	Score  float64 `json:"score"`
	Target float64 `json:"target"` // at most this; at least this where Higher
	Higher bool    `json:"higher_is_easier"`
	Met    bool    `json:"met"`
}

// A Hard card has sentences of too many words, or hard words; with each of these, a plainer one.
type Hard struct {
	Place
	Long  []string `json:"long_sentences,omitempty"`
	Words []string `json:"hard_words,omitempty"`
}

// longestSaid is how many words one sentence said aloud may have.
const longestSaid = 14

// targets are what texts should score: a school grade at most or, on a scale where higher is easier (INFLESZ), so much at least.
var targets = map[guide.Kind][2]float64{
	guide.DeckKind:      {5, 80},
	guide.WorksheetKind: {6, 65},
	guide.EssayKind:     {8, 65},
}

func (s *shelf) readable() Readable {
	formula := readability.ForLanguage(s.tag)
	r := Readable{Cards: s.hard()}
	if formula != nil {
		r.Formula = formula.Name
	}
	score := func(e *guide.Entry, blocks []string) {
		scored := formula.Score(blocks)
		text := Text{Place: placeOf(e), Kind: string(e.Kind), Words: scored.Words, Scored: scored.Scored, Score: math.Round(scored.Value*10) / 10}
		text.Target = targets[e.Kind][0]
		if formula != nil && formula.Higher {
			text.Higher, text.Target = true, targets[e.Kind][1]
		}
		text.Met = !text.Scored || text.Higher && text.Score >= text.Target || !text.Higher && text.Score <= text.Target
		r.Texts = append(r.Texts, text)
	}
	for _, d := range s.guide.Decks {
		if d.Lang == s.tag {
			score(d.Entry, deckText(d))
		}
	}
	for _, w := range s.guide.Worksheets {
		if w.Lang == s.tag {
			score(w.Entry, worksheetText(w))
		}
	}
	for _, e := range s.guide.Essays {
		if e.Lang == s.tag {
			score(e.Entry, blocks(e.Doc.Nodes))
		}
	}
	return r
}

func deckText(d *guide.Deck) []string {
	all := blocks(d.Text)
	for _, c := range d.Cards {
		all = append(all, c.Phrase.Whole())
		for _, v := range c.Variations {
			all = append(all, v.Phrase.Whole())
		}
		for _, text := range []doc.Nodes{c.Why, c.HowToSay, c.IfNot, c.ChildWords, c.UseWhen, c.LeaveWhen} {
			all = append(all, blocks(text)...)
		}
	}
	return all
}

// worksheetText is the client's copy.
func worksheetText(w *guide.Worksheet) []string {
	all := append(blocks(w.Text), blocks(w.StopIf)...)
	for _, step := range w.Steps {
		all = append(append(all, step.Title), blocks(step.Text)...)
	}
	for _, field := range w.Doc.Fields {
		all = append(all, append([]string{field.Label, field.Help}, field.Options...)...)
	}
	return all
}

// blocks are the texts of paragraphs and items; headings, tables and code are not sentences.
func blocks(nodes doc.Nodes) (all []string) {
	for n := range nodes.All() {
		switch kind := n.Kind(); kind {
		case doc.Paragraph:
			all = append(all, doc.PlainText(n.Kids()))
		case doc.HeadingNode, doc.Table, doc.CodeBlock, doc.FieldNode:
		default:
			if kind < doc.Text {
				all = append(all, blocks(n.Kids())...)
			} else {
				all = append(all, doc.PlainText(n.Alone()))
			}
		}
	}
	return all
}

// hard finds, in what cards give people to say, sentences of too many words and words that have a plainer one.
func (s *shelf) hard() (all []Hard) {
	rules := s.guide.Rules[s.tag]
	for _, c := range s.cards {
		h := Hard{Place: placeOf(c.Entry)}
		texts := []string{c.Phrase.Whole(), doc.PlainText(c.ChildWords)}
		for _, v := range c.Variations {
			texts = append(texts, v.Phrase.Whole())
		}
		for _, sentence := range readability.Sentences(strings.Join(texts, "\n")) {
			if readability.Words(sentence) > longestSaid {
				h.Long = append(h.Long, sentence)
			}
		}
		if rules != nil {
			h.Words = rules.Hard(strings.Join(texts, " "))
		}
		if len(h.Long)+len(h.Words) > 0 {
			all = append(all, h)
		}
	}
	return all
}
