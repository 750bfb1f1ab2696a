// Package phrasing finds shapes of sentences that may hurt, such as a sorry that is taken back by a "but".
//
// In comes content/<lang>/phrasing.toml, in which authors describe shapes in a small language of words ([Read]); out come
// [Rules], frozen, and every problem of that file: shapes that cannot be read, and samples that a rule does not treat as it
// says. Rules then look at single sentences ([Rules.Find], [Rules.Lacks]). The same shapes go to the reader's browser
// ([Rules.Script]); each is one regular expression that Go and JavaScript read alike, over words that both cut alike.
//
// This package knows nothing of cards and guides. A rule is a prompt to a human: irony, dialect and the order of sentences
// escape it, and it never scores anybody.
package phrasing

import (
	"slices"
	"strings"

	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/report"
)

// Name is the file of a language's rules, in its folder under content/.
const Name = "phrasing.toml"

// RuleFacts are the keys of one rule. A rule of [[need]] asks for one of its shapes; a rule of [[rule]] forbids all.
type RuleFacts struct {
	ID       string   `toml:"id" need:"yes" max:"40" about:"its name, as \"Instead of\" lines write it in braces"`
	Severity string   `toml:"severity" in:"severity" default:"error" about:"how much it matters"`
	Shapes   []string `toml:"shapes" about:"what the rule looks for; one is enough"`
	Unless   []string `toml:"unless" about:"shapes that excuse what they touch"`
	Most     int      `toml:"most_sentences" range:"0-9" about:"most sentences a phrase may have; only in [[need]]"`
	Moves    []string `toml:"moves" in:"move" about:"moves the rule is for; without them, all"`
	Safety   bool     `toml:"safety" about:"whether readers are led to the safety page"`
	To       []string `toml:"to" in:"age" about:"who must be hearing it; without them, anybody"`
	Why      string   `toml:"why" need:"yes" max:"160" about:"why it harms, to the one who said it"`
	Better   string   `toml:"better" need:"yes" max:"120" about:"a better shape"`
	Catches  []string `toml:"catches" need:"yes" about:"samples the rule must find"`
	Passes   []string `toml:"passes" need:"yes" about:"samples it must leave alone"`
}

// RulesFacts are the keys of content/<lang>/phrasing.toml.
type RulesFacts struct {
	ReadsAs map[string]string `toml:"reads_as" about:"words that are read as others: contractions and spellings"`
	Words   map[string]string `toml:"words" about:"names for alternatives; a shape writes @name"`
	Plain   map[string]string `toml:"plain" about:"hard words, each with a plainer one"`
	Rule    []RuleFacts       `toml:"rule" about:"shapes that may hurt"`
	Need    []RuleFacts       `toml:"need" about:"what the phrase of a move must hold"`
}

// A Rule is one rule, ready to be used.
type Rule struct {
	*RuleFacts
	Severity report.Severity
	shapes   []*shape
	unless   []*shape
	rank     int
	faulty   bool // it has a shape that cannot be read
}

// Rules are all rules of one language. They are frozen and may be used by several goroutines at once.
type Rules struct {
	File   string
	reader *reader
	rules  []*Rule
	needs  []*Rule
	plain  map[string]string
	index  shapeIndex
	table  *facts.Table
}

// A Context is what is known of a sentence beside its words.
type Context struct {
	Moves []string // what it does
	To    string   // who hears it: adult, teen, child or little; "" where nobody knows
}

// A Finding is a rule that a sentence breaks, and the words that do: text[From:To].
type Finding struct {
	Rule     *Rule
	From, To int
}

// Find tells which rules a text breaks, each once, in the order of the file.
func (r *Rules) Find(text string, c Context) (found []Finding) {
	s := r.reader.read(text)
	for _, candidate := range r.index.candidates(&s) {
		rule := candidate.rule
		if len(found) > 0 && found[len(found)-1].Rule == rule || !rule.concerns(c) {
			continue
		}
		if from, to, ok := rule.find(candidate, &s); ok {
			from, to = s.span(from, to)
			found = append(found, Finding{rule, from, to})
		}
	}
	return found
}

// Lacks tells which needs of its moves a text does not meet.
func (r *Rules) Lacks(text string, c Context) (lacking []*Rule) {
	var s said
	for _, need := range r.needs {
		if !need.concerns(c) {
			continue
		}
		if s.text == "" {
			s = r.reader.read(text)
		}
		if !need.met(&s) {
			lacking = append(lacking, need)
		}
	}
	return lacking
}

// Named is the rule with an id, of those that forbid; nil when there is none.
func (r *Rules) Named(id string) *Rule {
	for _, rule := range r.rules {
		if rule.ID == id {
			return rule
		}
	}
	return nil
}

// All are the rules that forbid, in the order of the file.
func (r *Rules) All() []*Rule { return r.rules }

// Needs are the rules that ask for something, in the order of the file.
func (r *Rules) Needs() []*Rule { return r.needs }

// IDs are the names of all rules, for did-you-mean.
func (r *Rules) IDs() (ids []string) {
	for _, list := range [][]*Rule{r.rules, r.needs} {
		for _, rule := range list {
			ids = append(ids, rule.ID)
		}
	}
	return ids
}

func (rule *Rule) concerns(c Context) bool {
	if len(rule.To) > 0 && !slices.Contains(rule.To, c.To) {
		return false
	}
	return len(rule.Moves) == 0 || slices.ContainsFunc(c.Moves, func(move string) bool { return slices.Contains(rule.Moves, move) })
}

// find is the first stretch of words that fits the shape and is not excused.
func (rule *Rule) find(sh *shape, s *said) (from, to int, ok bool) {
	for at := 0; ; at = from + 1 {
		if from, to, ok = sh.next(s, at); !ok || !rule.excused(s, from, to) {
			return from, to, ok
		}
	}
}

func (rule *Rule) excused(s *said, from, to int) bool {
	for _, sh := range rule.unless {
		for at := 0; ; {
			a, b, ok := sh.next(s, at)
			if !ok {
				break
			}
			if a < to-1 && from < b-1 { // the space between two words belongs to neither
				return true
			}
			at = a + 1
		}
	}
	return false
}

func (rule *Rule) met(s *said) bool {
	if rule.Most > 0 && s.sentences > rule.Most {
		return false
	}
	return len(rule.shapes) == 0 || slices.ContainsFunc(rule.shapes, func(sh *shape) bool {
		_, _, ok := rule.find(sh, s)
		return ok
	})
}

// Fits says whether a text breaks the rule, whatever the rule is for. A rule that could not be read whole fits everything: to
// tell more of it would hide what is to be mended.
func (rule *Rule) Fits(r *Rules, text string) bool {
	s := r.reader.read(text)
	return rule.faulty || slices.ContainsFunc(rule.shapes, func(sh *shape) bool {
		_, _, ok := rule.find(sh, &s)
		return ok
	})
}

// Broken names the rules that a text breaks, whatever they are for.
func (r *Rules) Broken(text string) (ids []string) {
	for _, rule := range r.rules {
		if !rule.faulty && rule.Fits(r, text) {
			ids = append(ids, rule.ID)
		}
	}
	return ids
}

// Hard are the words of a text that have a plainer one, each once, as "commence: begin".
func (r *Rules) Hard(text string) (found []string) {
	for word := range strings.FieldsSeq(r.reader.read(text).text) {
		if easy, hard := r.plain[word]; hard && !slices.Contains(found, word+": "+easy) {
			found = append(found, word+": "+easy)
		}
	}
	return found
}
