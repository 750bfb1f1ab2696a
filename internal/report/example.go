package report

import (
	"regexp"
	"strings"
)

// An Example shows how a class of problem comes about, on the small site the tests build. Exactly one of three forms holds:
//
//   - File, Good and Bad: Good stands once in File; put Bad in its place and the problem appears. Bad may be empty: then it
//     appears when Good is left out.
//   - File and Bad: Bad is the whole content of File.
//   - Test: text alone cannot make the problem, and the Go test of this name does.
type Example struct {
	File string // path from the site's root, with slashes
	Good string // the right text
	Bad  string // the wrong text
	Test string // name of a Go test
}

// Spoil returns the content of e.File with the mistake made in it. Spaces in Good stand for any run of spaces, because authors
// line up their equals signs. It is not ok when Good does not stand exactly once in content, or e has no text.
func (e Example) Spoil(content string) (spoiled string, ok bool) {
	switch {
	case e.File == "":
		return "", false
	case e.Good == "":
		return e.Bad, true
	}
	good := regexp.MustCompile(strings.ReplaceAll(regexp.QuoteMeta(e.Good), " ", " +"))
	places := good.FindAllStringIndex(content, 2)
	if len(places) != 1 {
		return "", false
	}
	return content[:places[0][0]] + e.Bad + content[places[0][1]:], true
}

type examplePart struct{ lead, text string }

// parts are the texts that show the mistake, each with what is said before it; none when only a Go test can make it.
func (e Example) parts() []examplePart {
	good, bad := strings.TrimRight(e.Good, "\n"), strings.TrimRight(e.Bad, "\n")
	switch {
	case bad == "" && good == "":
		return nil
	case bad == "":
		return []examplePart{{"For example, when this is left out of " + e.File, good}}
	case good == "":
		return []examplePart{{"For example, a file " + e.File, bad}}
	}
	return []examplePart{{"For example, in " + e.File, bad}, {"where this is right", good}}
}
