package phrasing

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/amends-guide/amends/internal/report"
)

// scriptRule is a rule as theme/js/soften.js reads it.
type scriptRule struct {
	ID     string   `json:"id"`
	Shapes []string `json:"shapes"`
	Unless []string `json:"unless,omitempty"`
	Moves  []string `json:"moves,omitempty"`
	To     []string `json:"to,omitempty"`
	Safety bool     `json:"safety,omitempty"`
	Why    string   `json:"why"`
	Better string   `json:"better"`
}

// Script is the rules for the reader's browser, as JSON: words that are read as others, and the shapes as regular expressions
// in shorthand. Rules that ask for something are for authors, and rules that are off are for nobody. curl sets the quotation
// marks of what readers are told as their language does.
func (r *Rules) Script(curl func(string) string) []byte {
	out := struct {
		Reads map[string]string `json:"reads"`
		Rules []scriptRule      `json:"rules"`
	}{Reads: map[string]string{}, Rules: []scriptRule{}}
	for from, to := range r.reader.readsAs {
		out.Reads[from] = strings.Join(to, " ")
	}
	for _, rule := range r.rules {
		if rule.Severity == report.Off {
			continue
		}
		out.Rules = append(out.Rules, scriptRule{
			rule.ID, sources(rule.shapes), sources(rule.unless), rule.Moves, rule.To, rule.Safety, curl(rule.Why), curl(rule.Better),
		})
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(out); err != nil {
		panic("internal error: " + err.Error())
	}
	return b.Bytes()
}

// terse leaves out of an expression what soften.js puts back: a pause may follow every word, and groups need not be told from
// captures.
var terse = strings.NewReplacer("~", "", "(?:", "(")

func sources(shapes []*shape) []string {
	all := make([]string, len(shapes))
	for i, sh := range shapes {
		all[i] = terse.Replace(sh.source[1:])
	}
	return all
}
