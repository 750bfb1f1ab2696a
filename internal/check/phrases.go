package check

import (
	"maps"
	"slices"
	"strings"

	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/parallel"
	"github.com/amends-guide/amends/internal/phrasing"
	"github.com/amends-guide/amends/internal/report"
)

// A Phrases checks what a guide gives people to say against the phrase rules of its language: a card's phrase, other ways to say
// it and child's words, and an essay's sentence for today, break none; what should be said in a phrase's place breaks the rule
// it names. It remembers what it found of an entry until the entry's file, its rules or the config's [check] change. The zero
// value remembers nothing; it is not for use by several goroutines at once.
type Phrases struct {
	rules    map[string]*phrasing.Rules
	severity map[string]string
	found    map[*doc.Doc][]report.Problem
}

// Check checks every card and essay whose language has rules.
func (p *Phrases) Check(g *guide.Guide) []report.Problem {
	if !maps.Equal(g.Rules, p.rules) || !maps.Equal(g.Config.Check, p.severity) {
		*p = Phrases{rules: maps.Clone(g.Rules), severity: maps.Clone(g.Config.Check)}
	}
	var problems []report.Problem
	now := make(map[*doc.Doc][]report.Problem, len(g.Cards)+len(g.Essays))
	keep := func(d *doc.Doc, found []report.Problem) {
		now[d] = found
		problems = append(problems, found...)
	}
	for i, found := range p.checkAll(g.Cards) {
		keep(g.Cards[i].Doc, found)
	}
	for _, e := range g.Essays {
		keep(e.Doc, p.check(e.Entry, e.Facts.Allow, func(w *words) { w.essay(e) }))
	}
	p.found = now
	return append(problems, strangers(g.Config, g.Rules)...)
}

// checkAll checks cards side by side; the results stand in their order.
func (p *Phrases) checkAll(cards []*guide.Card) [][]report.Problem {
	found := make([][]report.Problem, len(cards))
	parallel.Each(len(cards), func(i int) {
		c := cards[i]
		found[i] = p.check(c.Entry, c.Facts.Allow, func(w *words) { w.check(c) })
	})
	return found
}

func (p *Phrases) check(e *guide.Entry, allow map[string]string, look func(*words)) []report.Problem {
	rules := p.rules[e.Lang]
	if rules == nil {
		return nil
	}
	if known, ok := p.found[e.Doc]; ok {
		return known
	}
	w := &words{doc: e.Doc, allow: allow, rules: rules, severity: p.severity, used: map[string]bool{}}
	look(w)
	return w.problems
}

// strangers tells which names in the config's [check] no check has.
func strangers(c *config.Config, rules map[string]*phrasing.Rules) (problems []report.Problem) {
	known := slices.Clone(ownChecks)
	for _, r := range rules {
		known = append(known, r.IDs()...)
	}
	for name := range c.Check {
		if !slices.Contains(known, name) {
			problems = append(problems, report.New("unknown-rule", c.CheckPos[name], "there is no check %q", name).Hinted(didYouMean(name, known)))
		}
	}
	return problems
}

func didYouMean(name string, known []string) string {
	if near := report.Nearest(name, known); near != "" {
		return "did you mean \"" + near + "\"?"
	}
	return ""
}

// straight is a text with straight quotes, as many characters as before.
var straight = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'")
