package config

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Date is a day as people of the language write it: by its words "date", in which {1}, {2} and {3} stand for the day, the month and
// the year, and "months", the names of twelve. The error says what is wrong with these.
func (l *Language) Date(day time.Time) (string, error) {
	months := strings.Fields(l.Words["months"])
	if len(months) != 12 {
		return "", fmt.Errorf("the word \"months\" names %d months", len(months))
	}
	date := l.Words["date"]
	for i, part := range []string{strconv.Itoa(day.Day()), months[day.Month()-1], strconv.Itoa(day.Year())} {
		date = strings.ReplaceAll(date, places[i], part)
	}
	return date, nil
}

var places = []string{"{1}", "{2}", "{3}"}
