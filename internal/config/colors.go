package config

import (
	"maps"
	"regexp"
	"slices"

	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/report"
)

var isColor = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

// checkColors wants colours as everybody can read them. Whether there is something of that name to colour, the theme knows.
func (c *Config) checkColors(front *facts.Table) (problems []report.Problem) {
	for table, colors := range map[string]map[string]string{"colors": c.Colors, "colors_dark": c.ColorsDark} {
		for _, name := range slices.Sorted(maps.Keys(colors)) {
			if !isColor.MatchString(colors[name]) {
				problems = append(problems, report.New("wrong-type", front.Pos(table, name), "%q is not a colour", colors[name]).
					Hinted("write # and six digits, such as #5a2e23"))
			}
		}
	}
	return report.Sort(problems)
}
