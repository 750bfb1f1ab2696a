package guide

import (
	"maps"
	"strings"

	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/report"
)

// gaps tells which words of a vocabulary lack a label in a language, in one problem for each language, and lets the default
// language's words stand in.
func gaps(list wordList, languages []config.Language, pos report.Pos) (problems []report.Problem) {
	if len(languages) == 0 {
		return nil
	}
	standIn := languages[0].Tag
	for _, lang := range languages {
		var missing []string
		for _, w := range list.words {
			if !w.speaks(lang.Tag, standIn) {
				missing = append(missing, w.ID)
			}
		}
		if len(missing) > 0 {
			problem := report.New("vocabulary-gap", pos, "%s has no words in %q for %s", list.name(), lang.Tag, strings.Join(missing, ", "))
			problems = append(problems, problem.Hinted("add label."+lang.Tag+" to each"))
		}
	}
	return problems
}

// speaks says whether the word has all its labels in a language, and fills those it lacks from another one.
func (w *Word) speaks(lang, standIn string) bool {
	whole := w.Labels[lang] != "" && (w.Saids == nil || w.Saids[lang] != "")
	for _, texts := range []map[string]string{w.Labels, w.Abouts, w.Saids} {
		if texts != nil && texts[lang] == "" && texts[standIn] != "" {
			texts[lang] = texts[standIn]
		}
	}
	return whole
}

// copied is a map of our own, never nil, so that filling gaps changes nobody else's.
func copied(m map[string]string) map[string]string {
	if m == nil {
		return map[string]string{}
	}
	return maps.Clone(m)
}
