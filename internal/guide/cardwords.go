package guide

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/report"
)

// A Variation is another way to say a card's phrase.
type Variation struct {
	Kind   *Word // shorter, softer, firmer, formal, text
	Phrase Phrase
	Offset int32 // of its line in the file
}

// An InsteadOf is the sentence most people reach for first, and the name of the phrase rule it breaks.
type InsteadOf struct {
	Text   string
	Rule   string
	Offset int32 // of its line in the file
}

// longestText is what one text message holds.
const longestText = 160

var kindAhead = regexp.MustCompile(`^([\pL-]+):\s*`)

// variations reads the lines of "Other ways to say it": "kind: sentence".
func (in *reading) variations(slots map[string]SlotFacts) (all []Variation) {
	items := in.body.items("other-ways")
	all = in.kept.variations.Take(items.Len())[:0]
	for item := range items.All() {
		inlines := line(item)
		kind := ahead(inlines)
		if kind == nil {
			in.misshapen(item, "each line is a kind, a colon and a sentence", "such as \"- shorter: That was my doing.\"")
			continue
		}
		first := inlines.First()
		word := in.variation(kind[1], first.Offset())
		parts := literal(nil, first.Text()[len(kind[0]):])
		parts = in.fill(spoken(parts, inlines.Rest()), slots, in.linePos(item))
		said := in.phrase(parts)
		if n := utf8.RuneCountInString(said.Whole()); word != nil && word.ID == "text" && n > longestText {
			in.tell(report.New("too-long", in.linePos(item), "this text message has %d characters; %d is the most", n, longestText))
		}
		all = append(all, Variation{word, said, item.Offset()})
	}
	return all
}

// ahead is the kind at the head of a line, with its colon and without; nil where there is none.
func ahead(line doc.Nodes) []string {
	if line.Empty() || line.First().Kind() != doc.Text {
		return nil
	}
	return kindAhead.FindStringSubmatch(line.First().Text())
}

func (in *reading) variation(kind string, offset int32) *Word {
	word := in.words.Word("variation", kind)
	if ids, where, also := in.words.IDs("variation"); word == nil && len(ids) > 0 {
		problem := report.New("unknown-variation", in.doc.Pos(offset, int32(len(kind))), "%q is not a kind of variation", kind)
		in.tell(problem.Hinted(askWhether(facts.Meant(kind, ids, also))).Noted("variations: " + strings.Join(ids, ", ") + " (" + where + ")"))
	}
	if word == nil {
		return in.words.orItself("variation", kind)
	}
	return word
}

// insteadOf reads the lines of "Instead of": a sentence, and in braces the rule it breaks.
func (in *reading) insteadOf() (all []InsteadOf) {
	items := in.body.items("instead-of")
	all = in.kept.insteadOf.Take(items.Len())[:0]
	for item := range items.All() {
		inlines := line(item)
		last := inlines.Len() - 1
		if last < 0 || inlines.At(last).Kind() != doc.Slot {
			in.misshapen(item, "each line ends in the rule its sentence breaks", "such as \"- Sorry if I hurt you. {sorry-if}\"")
			continue
		}
		said := in.phrase(spoken(nil, inlines.Head(last)))
		all = append(all, InsteadOf{strings.TrimSpace(said.Plain), inlines.At(last).Text(), item.Offset()})
	}
	return all
}

// line is the inlines of a list item that is one line of text; none where it is not.
func line(item doc.Node) doc.Nodes {
	blocks := item.Kids()
	if item.Kind() != doc.Item || blocks.Empty() || !blocks.Rest().Empty() || blocks.First().Kind() != doc.Paragraph {
		return doc.Nodes{}
	}
	return blocks.First().Kids()
}

// linePos is the whole first line of a list item: a Pos never reaches beyond the line it begins on.
func (in *reading) linePos(item doc.Node) report.Pos { return in.doc.Pos(item.Offset(), 1<<16) }

func (in *reading) misshapen(item doc.Node, text, hint string) {
	in.tell(report.New("wrong-section-shape", in.linePos(item), "%s", text).Hinted(hint))
}
