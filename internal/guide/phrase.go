package guide

import (
	"strings"

	"github.com/amends-guide/amends/internal/doc"
)

// A Phrase is text with blanks to fill in.
type Phrase struct {
	Plain  string       // blanks as "…"
	Blanks []PhrasePart // its text and its blanks in turn; nil without blanks, as most phrases are
}

// A PhrasePart is literal text, or a blank when Slot is set.
type PhrasePart struct {
	Text          string
	Slot          string
	Hint, Example string
}

// phrase makes a phrase from its parts.
func (in *reading) phrase(parts []PhrasePart) Phrase {
	if len(parts) == 1 && parts[0].Slot == "" {
		return Phrase{Plain: parts[0].Text}
	}
	var plain strings.Builder
	for _, part := range parts {
		if part.Slot != "" {
			plain.WriteString("…")
		}
		if plain.Len() > 0 && strings.HasPrefix(part.Text, ".") { // what trails off needs no full stop besides
			plain.WriteString(part.Text[1:])
		} else {
			plain.WriteString(part.Text)
		}
	}
	return Phrase{plain.String(), in.kept.parts.Copy(parts)}
}

// Parts are the phrase's text and blanks in turn.
func (p Phrase) Parts() []PhrasePart {
	if p.Blanks == nil {
		return []PhrasePart{{Text: p.Plain}}
	}
	return p.Blanks
}

// Whole is the phrase with its blanks filled with their examples.
func (p Phrase) Whole() string {
	if p.Blanks == nil {
		return p.Plain
	}
	var whole strings.Builder
	for _, part := range p.Blanks {
		whole.WriteString(part.Example)
		whole.WriteString(part.Text)
	}
	return whole.String()
}

// slots are the names of a phrase's blanks, in order.
func (p Phrase) slots() (names []string) {
	for _, part := range p.Blanks {
		if part.Slot != "" {
			names = append(names, part.Slot)
		}
	}
	return names
}

// written reads a phrase as the front matter has it, with {slots}. Braces around no name of a slot stay in the text.
func written(text string) (parts []PhrasePart) {
	for text != "" {
		before, rest, opened := strings.Cut(text, "{")
		name, after, closed := strings.Cut(rest, "}")
		switch {
		case !opened || !closed:
			return literal(parts, text)
		case !isID(name):
			parts, text = literal(parts, before+"{"+name+"}"), after
			continue
		case before != "":
			parts = literal(parts, before)
		}
		parts, text = append(parts, PhrasePart{Slot: name}), after
	}
	return parts
}

// spoken reads a phrase as Markdown has it: emphasis falls away, slots stay.
func spoken(parts []PhrasePart, inlines doc.Nodes) []PhrasePart {
	for n := range inlines.Walk() {
		switch n.Kind() {
		case doc.Slot:
			parts = append(parts, PhrasePart{Slot: n.Text()})
		case doc.Text, doc.Code:
			parts = literal(parts, n.Text())
		case doc.Break:
			parts = literal(parts, " ")
		}
	}
	return parts
}

// literal adds text to parts, joined to the text before it.
func literal(parts []PhrasePart, text string) []PhrasePart {
	if last := len(parts) - 1; last >= 0 && parts[last].Slot == "" {
		parts[last].Text += text
		return parts
	}
	return append(parts, PhrasePart{Text: text})
}
