package render

import (
	"html/template"
	"time"

	"github.com/amends-guide/amends/internal/facts"
)

// date is a day as the language writes it, and for machines as we do.
func (v *voice) date(day string) (template.HTML, error) {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return "", err
	}
	written, err := v.Date(t)
	if err != nil {
		return "", err
	}
	b := append([]byte(`<time datetime="`), facts.DateOf(t).String()...)
	return trusted(append(appendEscaped(append(b, `">`...), written), "</time>"...)), nil
}
