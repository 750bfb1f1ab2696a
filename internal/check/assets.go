package check

import (
	"bytes"
	"regexp"
	"unicode/utf8"

	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/report"
)

var (
	styleFetch = regexp.MustCompile(`(?i)(?:url\(\s*["']?|@import\s+["'])\s*((?:[a-z][a-z0-9+.-]*:|//)[^"')\s]*)`)
	// A script may name its own files and nothing else; a namespace is a name, not an address.
	scriptFetch = regexp.MustCompile("[\"'`]((?:https?:|wss?:)?//[^\"'`\\s]+)")
	cookie      = regexp.MustCompile(`\bdocument\s*\.\s*cookie\b|\bcookieStore\b`)
	namespace   = []byte("http://www.w3.org/")
)

func styleProblems(f output.File) []report.Problem {
	problems, data := notUTF8(f), f.Data()
	for _, m := range styleFetch.FindAllSubmatchIndex(data, -1) {
		dest := data[m[2]:m[3]]
		if !bytes.HasPrefix(dest, []byte("data:")) {
			problems = append(problems, at(f, m[2], "page-third-party", "the style sheet fetches %q from elsewhere", dest))
		}
	}
	return problems
}

func scriptProblems(f output.File) []report.Problem {
	problems, data := notUTF8(f), f.Data()
	for _, m := range scriptFetch.FindAllSubmatchIndex(data, -1) {
		dest := data[m[2]:m[3]]
		if !bytes.HasPrefix(dest, namespace) {
			problems = append(problems, at(f, m[2], "page-third-party", "the script names the address %q", dest))
		}
	}
	if m := cookie.FindIndex(data); m != nil {
		problems = append(problems, at(f, m[0], "page-third-party", "the script touches cookies"))
	}
	return problems
}

func notUTF8(f output.File) []report.Problem {
	if utf8.Valid(f.Data()) {
		return nil
	}
	return []report.Problem{at(f, 0, "page-not-utf8", "%s is not valid UTF-8", f.Path)}
}
