package phrasing

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/source"
)

// Read reads a language's rules and tries each on its own samples. A rule of which a shape cannot be read is tried no further. Of
// a file in which something is no TOML come no rules.
func Read(f source.File, words facts.Words) (*Rules, []report.Problem) {
	table, problems := facts.Parse(f.Path, string(f.Data), 1)
	var read RulesFacts
	problems = append(problems, table.Decode(&read, words, nil)...)
	b := builder{table: table, problems: problems, names: map[string]node{}}
	b.rules = &Rules{File: f.Path, reader: &reader{map[string][]string{}}, table: table}
	if table.Lost() { // a rule that is not whole would catch what it should not
		return b.rules, problems
	}
	b.readsAs(read.ReadsAs)
	b.rules.plain = map[string]string{}
	for hard, easy := range read.Plain {
		b.rules.plain[plain(hard)] = easy
	}
	b.words(read.Words)
	b.count(read.Rule)
	b.rules.rules = b.list("rule", read.Rule)
	b.rules.needs = b.list("need", read.Need)
	b.rules.index = newIndex(b.rules.rules)
	b.tryAll()
	return b.rules, b.problems
}

// A builder is rules in the making.
type builder struct {
	table    *facts.Table
	rules    *Rules
	names    map[string]node
	common   commonness
	problems []report.Problem
}

func (b *builder) tell(p report.Problem) { b.problems = append(b.problems, p) }

func (b *builder) readsAs(pairs map[string]string) {
	for from, to := range pairs {
		var words []string
		for word := range strings.FieldsSeq(to) {
			words = append(words, plain(word))
		}
		b.rules.reader.readsAs[plain(from)] = words
	}
}

// words reads the named alternatives. A name cannot use another: what a shape means shall be seen at one glance.
func (b *builder) words(named map[string]string) {
	trees := map[string]node{}
	for _, name := range slices.Sorted(maps.Keys(named)) {
		tree, wrong := b.rules.reader.parseShape(named[name], nil)
		if wrong != nil {
			b.badShape(wrong, named[name], "words", name)
			continue
		}
		trees[name] = tree
	}
	b.names = trees
}

func (b *builder) count(rules []RuleFacts) {
	b.common = commonness{}
	for i := range rules {
		for _, samples := range [][]string{rules[i].Catches, rules[i].Passes} {
			for _, sample := range samples {
				for word := range strings.FieldsSeq(b.rules.reader.read(sample).text) {
					b.common[word]++
				}
			}
		}
	}
}

func (b *builder) list(key string, read []RuleFacts) (rules []*Rule) {
	seen := map[string]bool{}
	for i := range read {
		rule := &Rule{RuleFacts: &read[i], Severity: report.Severity(read[i].Severity), rank: i}
		at := index(i)
		if seen[rule.ID] {
			b.tell(report.New("duplicate-value", b.table.Pos(key, at, "id"), "the rule %q is there already", rule.ID).Hinted("choose another name, or join the two"))
			continue
		}
		seen[rule.ID] = true
		rule.shapes = b.shapes(rule, rule.RuleFacts.Shapes, key, at, "shapes")
		rule.unless = b.shapes(rule, rule.RuleFacts.Unless, key, at, "unless")
		if len(rule.RuleFacts.Shapes) == 0 && rule.Most == 0 {
			b.tell(report.New("missing-key", b.table.Pos(key, at), "the rule %q has no shapes", rule.ID).Hinted(`add shapes = ["…"]`))
		}
		rules = append(rules, rule)
	}
	return rules
}

func (b *builder) shapes(rule *Rule, written []string, path ...string) (shapes []*shape) {
	for i, src := range written {
		tree, wrong := b.rules.reader.parseShape(src, b.names)
		if wrong != nil {
			b.badShape(wrong, src, append(path, index(i))...)
			rule.faulty = true
			continue
		}
		shapes = append(shapes, newShape(rule, tree, b.common))
	}
	return shapes
}

// badShape points at the very sign of the shape that is wrong.
func (b *builder) badShape(wrong *fault, src string, path ...string) {
	pos := b.table.Pos(path...)
	if pos.Len == utf8.RuneCountInString(src)+len(`""`) { // written without escapes
		pos.Col += 1 + utf8.RuneCountInString(src[:wrong.at])
		pos.Len = 1
	}
	b.tell(report.New("bad-shape", pos, "%s", wrong.text).Hinted(wrong.hint))
}

// tryAll runs every rule's samples.
func (b *builder) tryAll() {
	for _, rule := range b.rules.rules {
		b.try("rule", rule, func(sample string, c Context) bool {
			return slices.ContainsFunc(b.rules.Find(sample, c), func(f Finding) bool { return f.Rule == rule })
		})
	}
	for _, need := range b.rules.needs {
		b.try("need", need, func(sample string, c Context) bool { return slices.Contains(b.rules.Lacks(sample, c), need) })
	}
}

func (b *builder) try(key string, rule *Rule, caught func(string, Context) bool) {
	if rule.faulty {
		return
	}
	c := Context{Moves: rule.Moves}
	if len(rule.To) > 0 {
		c.To = rule.To[0]
	}
	for i, sample := range rule.Catches {
		if !caught(sample, c) {
			b.tell(report.New("rule-sample", b.table.Pos(key, index(rule.rank), "catches", index(i)), "%q does not catch its own sample", rule.ID).
				Hinted("add a shape that fits it, or remove the sample"))
		}
	}
	for i, sample := range rule.Passes {
		if caught(sample, c) {
			b.tell(report.New("rule-sample", b.table.Pos(key, index(rule.rank), "passes", index(i)), "%q catches a sample that it should let pass", rule.ID).
				Hinted(`make a shape narrower, or add one to "unless"`))
		}
	}
}

// index is how facts.Table spells the i-th element of an array.
func index(i int) string { return fmt.Sprintf("[%d]", i) }

func didYouMean(name string, names map[string]node) string {
	if near := report.Nearest(name, slices.Collect(maps.Keys(names))); near != "" {
		return fmt.Sprintf("did you mean @%s?", near)
	}
	return "add it to [words]"
}
