package check

import (
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/phrasing"
	"github.com/amends-guide/amends/internal/report"
)

// A Phrases checks what a guide's cards say against the phrase rules of their language: phrase, other ways to say it and the
// child's words break none, what should be said in its place breaks the rule it names. It remembers what it found of a card
// until the card's file, its rules or the config's [check] change. The zero value remembers nothing; it is not for use by
// several goroutines at once.
type Phrases struct {
	rules    map[string]*phrasing.Rules
	severity map[string]string
	found    map[*doc.Doc][]report.Problem
}

// Check checks every card whose language has rules.
func (p *Phrases) Check(g *guide.Guide) []report.Problem {
	if !maps.Equal(g.Rules, p.rules) || !maps.Equal(g.Config.Check, p.severity) {
		*p = Phrases{rules: maps.Clone(g.Rules), severity: maps.Clone(g.Config.Check)}
	}
	var problems []report.Problem
	now := make(map[*doc.Doc][]report.Problem, len(g.Cards))
	for i, found := range p.checkAll(g.Cards) {
		now[g.Cards[i].Doc] = found
		problems = append(problems, found...)
	}
	p.found = now
	return append(problems, strangers(g.Config, g.Rules)...)
}

// checkAll checks cards side by side; the results stand in their order.
func (p *Phrases) checkAll(cards []*guide.Card) [][]report.Problem {
	const chunk = 32
	found := make([][]report.Problem, len(cards))
	var wg sync.WaitGroup
	starts := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for start := range starts {
				for i := start; i < min(start+chunk, len(cards)); i++ {
					found[i] = p.check(cards[i])
				}
			}
		})
	}
	for start := 0; start < len(cards); start += chunk {
		starts <- start
	}
	close(starts)
	wg.Wait()
	return found
}

func (p *Phrases) check(c *guide.Card) []report.Problem {
	rules := p.rules[c.Lang]
	if rules == nil {
		return nil
	}
	if known, ok := p.found[c.Doc]; ok {
		return known
	}
	w := &words{card: c, rules: rules, severity: p.severity, used: map[string]bool{}}
	w.check()
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
