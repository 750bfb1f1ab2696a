package render

import (
	"time"

	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/render/program"
)

// date is a day as the language writes it, and for machines as we do.
func (v *voice) date(b []byte, day string) ([]byte, error) {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return nil, err
	}
	written, err := v.Date(t)
	if err != nil {
		return nil, err
	}
	b = append(append(b, `<time datetime="`...), facts.DateOf(t).String()...)
	return append(program.AppendEscaped(append(b, `">`...), written), "</time>"...), nil
}
