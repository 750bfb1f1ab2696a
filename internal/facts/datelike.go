package facts

import (
	"regexp"
	"strings"
	"time"
)

// dateLike is how people write days who have not read our rule.
var dateLike = regexp.MustCompile(`^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|^/\d` +
	`|^\d{1,2}(\.|st|nd|rd|th)? +\pL+\.?,? +\d{4}|^\pL+\.? +\d{1,2}(\.|st|nd|rd|th)?,? +\d{4}|^\pL{3,}\.? +\d{4}$`)

var (
	ordinal  = regexp.MustCompile(`(\d)(?:st|nd|rd|th)\b`)
	spellers = []string{time.DateOnly, "2006-1-2", "2006/1/2", "2006.1.2", "2.1.2006", "2 January 2006", "2 Jan 2006", "January 2 2006", "Jan 2 2006"}
)

// dateHint says how the date that somebody wrote is written here.
func dateHint(key, written string) string {
	if day := asDate(written); day != "" {
		return "write " + key + " = " + day
	}
	return "write year-month-day, such as " + key + " = 2026-11-23"
}

// asDate is a day in our spelling, or "" where there is no telling which day is meant: 3/4/2026 is two of them.
func asDate(written string) string {
	if len(written) > len(time.DateOnly) && strings.IndexByte("T ", written[len(time.DateOnly)]) >= 0 {
		written = written[:len(time.DateOnly)] // and a time of day
	}
	plain := strings.NewReplacer(",", " ", ". ", " ").Replace(ordinal.ReplaceAllString(strings.Trim(written, `"'`), "$1"))
	plain = strings.Join(strings.Fields(plain), " ")
	for _, layout := range spellers {
		if day, err := time.Parse(layout, plain); err == nil {
			return day.Format(time.DateOnly)
		}
	}
	dayFirst, notDayFirst := time.Parse("2/1/2006", plain)
	monthFirst, notMonthFirst := time.Parse("1/2/2006", plain)
	switch {
	case notDayFirst == nil && (notMonthFirst != nil || dayFirst.Equal(monthFirst)):
		return dayFirst.Format(time.DateOnly)
	case notMonthFirst == nil && notDayFirst != nil:
		return monthFirst.Format(time.DateOnly)
	}
	return ""
}
