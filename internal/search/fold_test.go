package search

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"":                                 "",
		"I snapped at you!":                "i snapped at you",
		"Don't, “don’t” — ‘don't’":         "dont dont dont",
		"Café naïve Straße ÆØ":             "cafe naive strasse aeo",
		"co-parent":                        "co parent",
		"أُحبُّكِ":                         "احبك",
		"مدرسة":                            "مدرسه",
		"对不起":                              "对不 不起",
		"我 love 你们":                        "我 love 你们",
		"コーヒー":                             "コー ーヒ ヒー",
		"ｶﾞ":                               "ガ",
		"हिन्दी":                           "हिन्दी",
		"미안":                               "미안",
		"ﬁnd":                              "find",
		"2 a.m.":                           "2 a m",
		"ΣΊΣΥΦΟΣ":                          "σισυφοσ",
		strings.Repeat("é", 3) + " \u0301": "eee",
	} {
		if got := strings.Join(folded(text), " "); got != want {
			t.Errorf("%q is cut into %q, want %q", text, got, want)
		}
	}
}

// Whatever text there is, its words are folded already, none is empty, and cutting them again changes nothing.
func FuzzWords(f *testing.F) {
	for _, text := range texts {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return // no file and no browser gives such text
		}
		once := folded(text)
		for _, word := range once {
			if word == "" || !utf8.ValidString(word) || strings.ContainsAny(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ ,.") {
				t.Errorf("%q has the word %q", text, word)
			}
		}
		if again := folded(strings.Join(once, " ")); !cmp.Equal(once, again) {
			t.Errorf("%q is cut into %q, and those into %q", text, once, again)
		}
		for tag := range stemmers {
			for _, word := range once {
				if !utf8.ValidString(stemmer(tag)(word)) {
					t.Errorf("%s: the stem of %q is no text", tag, word)
				}
			}
		}
	})
}
