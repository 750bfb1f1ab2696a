package guide

import (
	"strconv"
	"strings"

	"github.com/amends-guide/amends/internal/report"
)

// How this room speaks to authors: the turns of phrase that several rules share.

func quoted(word string) string { return strconv.Quote(word) }

// didYouMean is a hint towards the nearest candidate, or "" when none is near.
func didYouMean(word string, candidates []string) string {
	return askWhether(report.Nearest(word, candidates))
}

// askWhether asks whether a word is meant, if there is one.
func askWhether(near string) string {
	if near == "" {
		return ""
	}
	return "did you mean " + quoted(near) + "?"
}

// listed joins words as a sentence does: "a, b and c".
func listed(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

// counted is a number and its noun: "1 card", "3 cards".
func counted(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return strconv.Itoa(n) + " " + noun
}

// article puts "a" or "an" before a noun.
func article(noun string) string {
	if strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}
