package guide

import (
	"github.com/amends-guide/amends/internal/doc"
)

// TermFacts are a glossary term's keys.
type TermFacts struct {
	Term string   `toml:"term" need:"yes" max:"60" about:"the word itself"`
	Aka  []string `toml:"aka" about:"other names for it"`
	Common
}

// A Term is a word explained.
type Term struct {
	*Entry
	Facts     *TermFacts
	Example   doc.Nodes
	NotSameAs doc.Nodes // items
}

func (in *reading) term() {
	f := &TermFacts{}
	in.decode(f)
	in.curl(&f.Term, &f.Summary)
	in.curlAll(f.Aka)
	t := &Term{Facts: f, Example: in.body.text("example"), NotSameAs: in.body.items("not-the-same")}
	for item := range t.NotSameAs.All() {
		if inlines := line(item); inlines.Empty() || inlines.First().Kind() != doc.Link {
			in.misshapen(item, "each line begins with the other word", `such as "- [[forgiveness]]: the difference"`)
		}
	}
	in.finish(t, f.Term, &f.Common)
	in.sortByTitle(0, f.Term)
}
