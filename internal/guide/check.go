package guide

import "github.com/amends-guide/amends/internal/report"

// check applies the rules that take more than one file to break.
func (j *joiner) check() {
	whole := report.Errors(j.problems) == 0 && !j.partial
	for i := range j.cards.all {
		c := &j.cards.all[i]
		j.checkFollowUps(c)
		j.checkResponses(c)
		j.checkChildVersion(c)
	}
	j.checkCycles()
	if whole { // while some ids lead nowhere, what nothing leads to is no news
		j.checkDecks()
		j.checkReach()
		j.checkSources()
	}
	j.problems = append(j.problems, j.Helplines.check(j.Today, j.Config.Languages)...)
}

func (j *joiner) checkSources() {
	for i := range j.cited {
		if s := &j.cited[i]; len(s.CitedBy) == 0 {
			j.tell(report.New("source-never-cited", j.Sources.table.KeyPos(s.ID), "nothing cites %q", s.ID).
				Hinted("cite it, or remove it"))
		}
	}
}
