package facts

import (
	"cmp"
	"fmt"
	"time"
)

// A Date is a calendar day without a time zone; the zero Date is "not given".
type Date struct{ Year, Month, Day int }

// DateOf is the day it is at that time, where its clock hangs.
func DateOf(t time.Time) Date {
	return Date{t.Year(), int(t.Month()), t.Day()}
}

// IsZero says whether no date is given.
func (d Date) IsZero() bool { return d == Date{} }

// String is the date as in ISO 8601, "2026-11-23"; "" when none is given.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Compare is -1, 0 or 1 as d is before, at or after other. A date not given is before all others.
func (d Date) Compare(other Date) int {
	return cmp.Or(cmp.Compare(d.Year, other.Year), cmp.Compare(d.Month, other.Month), cmp.Compare(d.Day, other.Day))
}

// Time is the first moment of the day in UTC.
func (d Date) Time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}
