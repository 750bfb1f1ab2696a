package guide

import (
	"slices"
	"strings"

	"github.com/amends-guide/amends/internal/report"
)

// answers are the outcomes that every set of responses holds, so that nobody is shown only the answer they hope for.
var answers = []string{"taken", "not-yet", "refused"}

// checkResponses: the hurt person speaks, and may say yes, not yet, or no.
func (j *joiner) checkResponses(c *Card) {
	if len(c.Facts.Responses) == 0 || lost(c.Responses, "role", "outcome") {
		return
	}
	missing := slices.Clone(answers)
	for _, response := range c.Responses {
		if role := response.Facts.Role; role != "receiver" {
			problem := report.New("response-not-receiver", c.spot("responses", c.Facts.Responses, response).pos(), "%q is said by the %s, not by the one who was hurt", response.ID, role)
			j.tell(problem.Hinted("choose cards with role = \"receiver\""))
		}
		missing = slices.DeleteFunc(missing, func(outcome string) bool { return outcome == response.Facts.Outcome })
	}
	if len(missing) > 0 && len(c.Responses) == len(c.Facts.Responses) {
		problem := report.New("responses-incomplete", c.Doc.Front.Pos("responses"), "the responses hold no card with the outcome %s", strings.Join(missing, " or "))
		j.tell(problem.Hinted("add a receiver card for each: a set of answers holds a yes (taken), a not yet and a no (refused)"))
	}
}

// lost says whether what one of these keys holds cannot be read in one of the cards.
func lost(cards []*Card, keys ...string) bool {
	return slices.ContainsFunc(cards, func(c *Card) bool { return c.Doc.Front.Lost(keys...) })
}

// checkChildVersion: a child's version is one that a child says.
func (j *joiner) checkChildVersion(c *Card) {
	if c.ChildCard == nil || c.ChildCard.Doc.Front.Lost("audience") {
		return
	}
	if who := c.ChildCard.Facts.Audience; who != "child" && who != "little" {
		problem := report.New("child-version-audience", c.Doc.Front.Pos("child_version"), "%q is for %s to say", c.ChildCard.ID, article(who))
		j.tell(problem.Hinted("choose a card with audience = \"child\" or \"little\""))
	}
}
