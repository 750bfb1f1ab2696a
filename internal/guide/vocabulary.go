package guide

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/source"
)

// WordFacts are the keys of one word in content/vocabulary.toml.
type WordFacts struct {
	ID    string            `toml:"id" need:"yes" max:"40" about:"what entries write; it never changes"`
	Label map[string]string `toml:"label" need:"yes" about:"what readers see, by language"`
	About map[string]string `toml:"about" about:"one sentence on it, by language"`
	Also  []string          `toml:"also" max:"40" about:"words that authors may try in its place, in any language: they are told the id"`
}

// MoveFacts are the keys of a move.
type MoveFacts struct {
	WordFacts
	Phase string `toml:"phase" need:"yes" about:"id of the phase it belongs to"`
}

// RelationshipFacts are the keys of a relationship.
type RelationshipFacts struct {
	WordFacts
	Door string `toml:"door" need:"yes" about:"id of the door it lies behind"`
}

// RuptureFacts are the keys of a rupture.
type RuptureFacts struct {
	WordFacts
	Said map[string]string `toml:"said" need:"yes" about:"how a reader would say it, in the first person, by language"`
}

// VocabularyFacts are the keys of content/vocabulary.toml. Order in the file is order on the site.
type VocabularyFacts struct {
	Door         []WordFacts         `toml:"door" about:"answers to \"with whom?\""`
	Phase        []WordFacts         `toml:"phase" about:"the arc of a repair"`
	Move         []MoveFacts         `toml:"move" about:"what a phrase does"`
	Relationship []RelationshipFacts `toml:"relationship" about:"with whom"`
	Rupture      []RuptureFacts      `toml:"rupture" about:"what happened"`
	Readiness    []WordFacts         `toml:"readiness" about:"how heated or late it is"`
	Tone         []WordFacts         `toml:"tone" about:"register of a phrase"`
	Channel      []WordFacts         `toml:"channel" about:"how it reaches them"`
	Age          []WordFacts         `toml:"age" about:"who hears it"`
	Role         []WordFacts         `toml:"role" about:"who speaks"`
	Time         []WordFacts         `toml:"time" about:"how long one has"`
	Outcome      []WordFacts         `toml:"outcome" about:"what came back"`
	Variation    []WordFacts         `toml:"variation" about:"other ways to say a phrase"`
	WorksheetFor []WordFacts         `toml:"worksheet_for" about:"who fills in a worksheet"`
}

// wordList is one vocabulary of the file on its way in.
type wordList struct {
	key   string // as the file spells it
	words []*Word
}

func (l wordList) name() string { return strings.ReplaceAll(l.key, "_", "-") }

// lists brings the file's different kinds of words into one shape, in the file's spelling and the order of the reference.
func (f *VocabularyFacts) lists() []wordList {
	return []wordList{
		words("door", f.Door, WordFacts.word),
		words("phase", f.Phase, WordFacts.word),
		words("move", f.Move, func(m MoveFacts) *Word { w := m.word(); w.Group = m.Phase; return w }),
		words("relationship", f.Relationship, func(r RelationshipFacts) *Word { w := r.word(); w.Group = r.Door; return w }),
		words("rupture", f.Rupture, func(r RuptureFacts) *Word { w := r.word(); w.Saids = copied(r.Said); return w }),
		words("readiness", f.Readiness, WordFacts.word),
		words("tone", f.Tone, WordFacts.word),
		words("channel", f.Channel, WordFacts.word),
		words("age", f.Age, WordFacts.word),
		words("role", f.Role, WordFacts.word),
		words("time", f.Time, WordFacts.word),
		words("outcome", f.Outcome, WordFacts.word),
		words("variation", f.Variation, WordFacts.word),
		words("worksheet_for", f.WorksheetFor, WordFacts.word),
	}
}

func words[F any](key string, from []F, word func(F) *Word) wordList {
	list := wordList{key, make([]*Word, len(from))}
	for i := range from {
		w := word(from[i])
		w.Vocabulary, w.rank = list.name(), i
		list.words[i] = w
	}
	return list
}

func (f WordFacts) word() *Word {
	return &Word{ID: f.ID, Labels: copied(f.Label), Abouts: copied(f.About), also: f.Also}
}

// ReadVocabulary reads content/vocabulary.toml for the guide's languages, the default first.
func ReadVocabulary(f source.File, languages []config.Language) (*Vocabulary, []report.Problem) {
	table, problems := facts.Parse(f.Path, string(f.Data), 1)
	var read VocabularyFacts
	problems = append(problems, table.Decode(&read, nil, nil)...)
	v := &Vocabulary{words: map[string][]*Word{}, ids: map[string][]string{}, where: map[string]string{}, open: map[string]bool{}, also: map[string]map[string]string{}}
	for _, list := range read.lists() {
		problems = append(problems, v.add(list, table)...)
		if v.open[list.name()] = table.Lost(list.key); v.open[list.name()] {
			continue
		}
		problems = append(problems, gaps(list, languages, table.Pos(list.key))...)
	}
	for name, ids := range fixed {
		v.addFixed(name, ids)
	}
	v.addFixed("audience", append(slices.Clone(v.ids["age"]), "professional"))
	v.also["audience"] = maps.Clone(v.also["age"])
	for _, word := range []string{"therapist", "counsellor", "counselor", "clinician", "coach"} {
		v.also["audience"][word] = "professional"
	}
	problems = append(problems, v.groups("move", "phase", table)...)
	return v, append(problems, v.groups("relationship", "door", table)...)
}

// add takes in one vocabulary; an id met twice is a problem, and the second is left out.
func (v *Vocabulary) add(list wordList, table *facts.Table) (problems []report.Problem) {
	name := list.name()
	for i, w := range list.words {
		if slices.Contains(v.ids[name], w.ID) {
			pos := table.Pos(list.key, index(i), "id")
			problems = append(problems, report.New("duplicate-value", pos, "the %s %q is there already", name, w.ID))
			continue
		}
		v.words[name] = append(v.words[name], w)
		v.ids[name] = append(v.ids[name], w.ID)
	}
	problems = append(problems, v.addAlso(list, table)...)
	if pos := table.Pos(list.key, index(0)); len(list.words) > 0 {
		v.where[name] = fmt.Sprintf("%s:%d", pos.File, pos.Line)
	}
	return problems
}

// addAlso takes in what people write for the words of a vocabulary. Each stands for one.
func (v *Vocabulary) addAlso(list wordList, table *facts.Table) (problems []report.Problem) {
	name := list.name()
	known := map[string]string{}
	for i, w := range list.words {
		for k, word := range w.also {
			pos := table.Pos(list.key, index(i), "also", index(k))
			switch other := known[word]; {
			case slices.Contains(v.ids[name], word):
				problems = append(problems, report.New("duplicate-value", pos, "the %s %q is there already", name, word))
			case other != "" && other != w.ID:
				problems = append(problems, report.New("duplicate-value", pos, "%q stands for the %s %q already", word, name, other))
			}
			known[word] = w.ID
		}
	}
	v.also[name] = known
	return problems
}

func (v *Vocabulary) addFixed(name string, ids []string) {
	list := make([]*Word, len(ids))
	for i, id := range ids {
		list[i] = &Word{Vocabulary: name, ID: id, rank: i}
	}
	v.words[name], v.ids[name] = list, ids
}

// groups checks that every word of one vocabulary names a word of another as its group.
func (v *Vocabulary) groups(name, group string, table *facts.Table) (problems []report.Problem) {
	for _, w := range v.words[name] {
		if w.Group == "" || v.open[group] || slices.Contains(v.ids[group], w.Group) {
			continue // an empty one is a missing key, told already
		}
		problem := report.New("unknown-"+group, table.Pos(name, index(w.rank), group), "%q is not a %s", w.Group, group)
		problems = append(problems, problem.Hinted(didYouMean(w.Group, v.ids[group])))
	}
	return problems
}

// index is how facts.Table spells the i-th element of an array.
func index(i int) string { return fmt.Sprintf("[%d]", i) }
