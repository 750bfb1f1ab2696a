package render

import (
	"fmt"
	"html/template"
	"strings"
	"time"

	"github.com/amends-guide/amends/internal/facts"
)

// date is a day as the language writes it, and for machines as we do: its words are "date", with the day, the month and the year,
// and "months", the names of twelve.
func (v *voice) date(day string) (template.HTML, error) {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return "", err
	}
	months := strings.Fields(v.Words["months"])
	if len(months) != 12 {
		return "", fmt.Errorf("the word \"months\" names %d months", len(months))
	}
	written, err := v.format("date", t.Day(), months[t.Month()-1], t.Year())
	if err != nil {
		return "", err
	}
	b := append([]byte(`<time datetime="`), facts.DateOf(t).String()...)
	return trusted(append(appendEscaped(append(b, `">`...), written), "</time>"...)), nil
}
