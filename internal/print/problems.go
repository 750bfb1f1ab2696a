package print

import (
	"strings"
	"unicode/utf8"

	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/typeset"
)

// missing tells the letters that no font has, each at the first entry of the file that holds it.
func (j *job) missing(letters []typeset.Missing) (problems []report.Problem) {
	for _, m := range letters {
		problems = append(problems, report.New("print-no-glyph", j.place(m), "no font for paper has %q (U+%04X), in %q", m.Rune, m.Rune, excerpt(m.Text)).
			Hinted("name a font that has it in config.toml, as fonts under [print], or write it in other letters"))
	}
	return problems
}

// place is where a missing letter stands: in the entry that holds the text it was found in, or else the letter.
func (j *job) place(m typeset.Missing) report.Pos {
	for _, text := range []string{m.Text, string(m.Rune)} {
		for _, e := range j.entries {
			whole := e.Doc.Raw(0, 1<<30)
			at := strings.Index(whole, text)
			if at < 0 {
				continue
			}
			within := max(strings.IndexRune(whole[at:], m.Rune), 0)
			return e.Doc.Pos(int32(at+within), int32(utf8.RuneLen(m.Rune)))
		}
	}
	return report.Pos{}
}

// excerpt is the beginning of a text.
func excerpt(text string) string {
	const most = 40
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}
