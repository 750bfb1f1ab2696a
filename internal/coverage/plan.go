package coverage

import (
	"slices"
	"strconv"
	"strings"

	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/source"
)

// File is where a guide's plan is written. A guide without it has no quotas.
const File = "content/plan.toml"

// A QuotaFacts asks for so many entries of a kind; of cards, those that fit all that is said.
type QuotaFacts struct {
	Planned    int      `toml:"planned" need:"yes" range:"0-10000" about:"how many there should be"`
	Name       string   `toml:"name" max:"60" about:"what the report calls it; without it, its other keys"`
	Kind       string   `toml:"kind" in:"kind" default:"card" about:"card, essay, worksheet, path, deck, term or page"`
	Door       string   `toml:"door" in:"door" about:"door of the main relationship"`
	Phase      string   `toml:"phase" in:"phase" about:"phase of the move"`
	Move       string   `toml:"move" in:"move" about:"the move"`
	Rupture    string   `toml:"rupture" in:"rupture" about:"the main rupture"`
	Role       string   `toml:"role" in:"role" about:"who speaks"`
	Outcomes   []string `toml:"outcomes" in:"outcome" about:"one of these answers"`
	Readiness  string   `toml:"readiness" in:"readiness" about:"for when it is so"`
	Channel    string   `toml:"channel" in:"channel" about:"for this way to say it"`
	Variation  string   `toml:"variation" in:"variation" about:"has such another way to say it"`
	ChildWords bool     `toml:"child_words" about:"has a child's words, or a card in them"`
	Intensity  int      `toml:"intensity" range:"0-3" about:"exactly so heavy; 0 is any"`
	Covers     string   `toml:"covers" in:"covers" about:"carries this idea"`
}

// An IdeasFacts asks how often ideas of the editorial plan are carried.
type IdeasFacts struct {
	IDs    []string `toml:"ids" in:"covers" about:"which ideas; without them, all that no other table names"`
	Essays int      `toml:"essays" range:"0-1000" about:"least essays for each"`
	Cards  int      `toml:"cards" range:"0-1000" about:"least cards for each"`
	Doors  int      `toml:"doors" range:"0-100" about:"least doors that those cards are behind"`
}

// PlanFacts are the keys of content/plan.toml.
type PlanFacts struct {
	Quota []QuotaFacts `toml:"quota" about:"how many entries of a sort there should be"`
	Ideas []IdeasFacts `toml:"ideas" about:"how often each idea should be carried"`
}

// A Plan is content/plan.toml, read. It is frozen; the zero value asks for nothing.
type Plan struct {
	facts PlanFacts
	known []string // every idea there is
}

// ReadPlan reads content/plan.toml, if there is one.
func ReadPlan(files *source.Files, words facts.Words) (*Plan, []report.Problem) {
	p := &Plan{}
	f, ok := files.Get(File)
	if !ok {
		return p, nil
	}
	table, problems := facts.Parse(f.Path, string(f.Data), 1)
	problems = append(problems, table.Decode(&p.facts, withKinds(words), nil)...)
	p.known, _, _ = words("covers")
	return p, problems
}

// withKinds adds the kinds of entries to the guide's vocabularies.
func withKinds(words facts.Words) facts.Words {
	return func(vocabulary string) (ids []string, where string, also map[string]string) {
		if vocabulary != "kind" {
			return words(vocabulary)
		}
		for _, k := range guide.Kinds() {
			ids = append(ids, string(k.Kind))
		}
		return ids, "", nil
	}
}

// A Quota is one quota and how far it is met.
type Quota struct {
	Name    string `json:"name"`
	Door    string `json:"door,omitempty"`
	Phase   string `json:"phase,omitempty"`
	Planned int    `json:"planned"`
	Present int    `json:"present"`
}

// Met says whether there are as many as planned.
func (q Quota) Met() bool { return q.Present >= q.Planned }

func (p *Plan) quotas(s *shelf) (quotas []Quota) {
	for i := range p.facts.Quota {
		f := &p.facts.Quota[i]
		quotas = append(quotas, Quota{f.name(), f.Door, f.Phase, f.Planned, f.present(s)})
	}
	return quotas
}

func (f *QuotaFacts) name() string {
	if f.Name != "" {
		return f.Name
	}
	var parts []string
	for _, part := range append([]string{f.Door, f.Phase, f.Move, f.Rupture, f.Role, f.Readiness, f.Channel, f.Variation, f.Covers}, f.Outcomes...) {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if f.Intensity > 0 {
		parts = append(parts, "intensity "+strconv.Itoa(f.Intensity))
	}
	if f.ChildWords {
		parts = append(parts, "a child's words")
	}
	return strings.TrimPrefix(f.Kind+"s: "+strings.Join(parts, ", "), "cards: ")
}

func (f *QuotaFacts) present(s *shelf) (n int) {
	if f.Kind != string(guide.CardKind) {
		for _, e := range s.entries {
			if string(e.Kind) == f.Kind && (f.Covers == "" || slices.Contains(e.Facts.Covers, f.Covers)) {
				n++
			}
		}
		return n
	}
	for _, c := range s.cards {
		if f.fits(s, c) {
			n++
		}
	}
	return n
}

func (f *QuotaFacts) fits(s *shelf, c *guide.Card) bool {
	is := func(wanted, has string) bool { return wanted == "" || wanted == has }
	in := func(wanted string, has []string) bool { return wanted == "" || slices.Contains(has, wanted) }
	main := append(slices.Clone(c.Facts.Ruptures), "")[0]
	return is(f.Door, s.door(c)) && is(f.Phase, phaseOf(c)) && is(f.Move, c.Facts.Move) && is(f.Rupture, main) && is(f.Role, c.Facts.Role) &&
		in(f.Readiness, c.Facts.Readiness) && in(f.Channel, c.Facts.Channels) && in(f.Covers, c.Entry.Facts.Covers) &&
		(len(f.Outcomes) == 0 || slices.Contains(f.Outcomes, c.Facts.Outcome)) && (f.Intensity == 0 || f.Intensity == c.Facts.Intensity) &&
		(f.Variation == "" || slices.ContainsFunc(c.Variations, func(v guide.Variation) bool { return v.Kind != nil && v.Kind.ID == f.Variation })) &&
		(!f.ChildWords || !c.ChildWords.Empty() || c.ChildCard != nil)
}
