// Package portable knows which file names can live on every computer.
//
// One segment of a path comes in, never a whole path; a reason or a folded form goes out. Linux takes almost any name, macOS
// and Windows do not: some names they refuse, and some pairs they take for one file. A guide that one author saves must open
// on every other author's computer, and a finished site on every host. This package never looks at a disk.
package portable

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// forbidden are the characters that Windows allows in no name; the slash is among them, since a name is one segment.
const forbidden = `<>:"|?*\/`

// Fault says in a few words why some computer could not hold a file of that name; it is empty when every computer can.
func Fault(name string) string {
	if name == "" {
		return "it is empty"
	}
	if !utf8.ValidString(name) {
		return "it is not UTF-8"
	}
	for _, r := range name {
		if unicode.IsControl(r) {
			return "it holds a control character"
		}
		if strings.ContainsRune(forbidden, r) {
			return "Windows does not allow " + string(r) + " in names"
		}
	}
	if last := name[len(name)-1]; last == '.' || last == ' ' {
		return "it ends in a dot or a space"
	}
	if isDevice(name) {
		return "Windows keeps this name for a device"
	}
	return ""
}

// isDevice looks at what stands before the first dot, for Windows opens the device whatever follows it.
func isDevice(name string) bool {
	base, _, _ := strings.Cut(name, ".")
	base = strings.ToLower(strings.TrimRight(base, " "))
	switch base {
	case "con", "prn", "aux", "nul", "conin$", "conout$", "clock$":
		return true
	}
	number, ok := strings.CutPrefix(base, "com")
	if !ok {
		number, ok = strings.CutPrefix(base, "lpt")
	}
	return ok && utf8.RuneCountInString(number) == 1 && strings.Contains("0123456789¹²³", number)
}

// Fold returns the form that two names share when some computer takes them for one: letter case and the ways to write an
// accent are levelled. It works on whole paths as well.
func Fold(name string) string {
	if isFolded(name) {
		return name
	}
	return norm.NFC.String(cases.Fold().String(norm.NFD.String(name)))
}

func isFolded(name string) bool {
	for i := range len(name) {
		if c := name[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return false
		}
	}
	return true
}
