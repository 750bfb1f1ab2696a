package typeset

import (
	"sync"

	"golang.org/x/text/language"
)

var directions sync.Map // BCP 47 tag → bool

// RightToLeft says whether a language (BCP 47) is written from right to left, by its own script or its most likely one.
func RightToLeft(lang string) bool {
	if lang == "" || lang == "en" {
		return false
	}
	if known, ok := directions.Load(lang); ok {
		return known.(bool)
	}
	script, _ := language.Make(lang).Script()
	rtl := false
	switch script.String() {
	case "Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg", "Samr", "Mand":
		rtl = true
	}
	directions.Store(lang, rtl)
	return rtl
}
