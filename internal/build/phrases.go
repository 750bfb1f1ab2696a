package build

import (
	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/phrasing"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/source"
)

// ruleFiles remember each language's phrase rules, until the file or the vocabulary changes.
type ruleFiles struct {
	vocabulary *guide.Vocabulary
	sums       map[string]source.Sum
	problems   map[string][]report.Problem
	rules      map[string]*phrasing.Rules // by language; those with a file
}

// read reads content/<lang>/phrasing.toml of each language that has one.
func (r *ruleFiles) read(c *config.Config, files *source.Files, words *guide.Vocabulary) (map[string]*phrasing.Rules, []report.Problem) {
	known := *r
	*r = ruleFiles{words, map[string]source.Sum{}, map[string][]report.Problem{}, map[string]*phrasing.Rules{}}
	var problems []report.Problem
	for i := range c.Languages {
		tag := c.Languages[i].Tag
		f, ok := files.Get("content/" + tag + "/" + phrasing.Name)
		if !ok {
			continue
		}
		r.sums[tag] = f.Sum
		if known.rules[tag] != nil && known.sums[tag] == f.Sum && known.vocabulary == words {
			r.rules[tag], r.problems[tag] = known.rules[tag], known.problems[tag]
		} else {
			r.rules[tag], r.problems[tag] = phrasing.Read(f, words.IDs)
		}
		problems = append(problems, r.problems[tag]...)
		if len(r.rules[tag].All()) == 0 { // or every rule that a card names would be told to be unknown
			delete(r.rules, tag)
		}
	}
	return r.rules, problems
}
