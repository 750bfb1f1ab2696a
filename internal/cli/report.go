package cli

import (
	"encoding/json"

	"github.com/amends-guide/amends/internal/build"
	"github.com/amends-guide/amends/internal/coverage"
	"github.com/amends-guide/amends/internal/report"
)

// tellCoverage writes what the guide holds and lacks: problems to stderr, so that stdout is the report alone.
func (s *session) tellCoverage(f *siteFlags, r *build.Result) error {
	format := report.Format(f.format)
	if format != report.Text && format != report.JSON {
		return misuse{"--report cannot be written as " + f.format, "choose text or json"}
	}
	problems := *f
	problems.format = string(report.Text)
	told := s.tell(&problems, r)
	found := coverage.New(r.Guide, r.Plan, today())
	if format == report.Text {
		if err := found.WriteText(s.stdout); err != nil {
			return err
		}
		return told
	}
	e := json.NewEncoder(s.stdout)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(found); err != nil {
		return err
	}
	return told
}
