package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/phrasing"
	"github.com/amends-guide/amends/internal/report"
)

// ownChecks are the checks of words that no file of rules names. Like rules, config's [check] may set how much each matters.
var ownChecks = []string{"exclamation-mark", "capitals"}

// words are one entry on its way through the phrase rules.
type words struct {
	doc      *doc.Doc
	allow    map[string]string
	rules    *phrasing.Rules
	severity map[string]string
	used     map[string]bool // allowances that were needed
	problems []report.Problem
}

// A saying is one of the things a card gives people to say, and where it is written.
type saying struct {
	text    string
	written string // as its line has it, for finding words in it
	at      func() report.Pos
}

// essay looks at the sentence that an essay gives its reader to say today.
func (w *words) essay(e *guide.Essay) {
	if e.Doc.Front.Lost("allow") {
		return
	}
	for n := range e.Sentence.All() {
		w.find(w.line(doc.PlainText(n.Alone()), n.Offset()), phrasing.Context{})
	}
	w.allowances()
}

func (w *words) check(c *guide.Card) {
	if c.Doc.Front.Lost("phrase", "move", "also", "to_age", "allow") {
		return
	}
	phrase := saying{c.Phrase.Whole(), c.Facts.Phrase, func() report.Pos {
		pos := c.Doc.Front.Pos("phrase")
		pos.Col++ // the quotation mark
		return pos
	}}
	context := phrasing.Context{Moves: append([]string{c.Facts.Move}, c.Facts.Also...), To: c.Facts.ToAge}
	w.find(phrase, context)
	for _, need := range w.rules.Lacks(phrase.text, phrasing.Context{Moves: []string{c.Facts.Move}}) {
		w.lacks(need)
	}
	for _, variation := range c.Variations {
		w.find(w.line(variation.Phrase.Whole(), variation.Offset), context)
	}
	if nodes := c.ChildWords; !nodes.Empty() {
		w.find(w.line(doc.PlainText(nodes), nodes.First().Offset()), phrasing.Context{Moves: context.Moves})
	}
	for _, instead := range c.InsteadOf {
		w.insteadOf(instead)
	}
	w.allowances()
}

// line is a saying that stands in the card's text.
func (w *words) line(text string, offset int32) saying {
	written, _, _ := strings.Cut(w.doc.Raw(offset, 1<<16), "\n")
	return saying{text, written, func() report.Pos { return w.doc.Pos(offset, int32(len(written))) }}
}

// place is where some words of a saying are written, or all of it where they cannot be found.
func (s saying) place(words string) report.Pos {
	pos := s.at()
	before, _, found := strings.Cut(straight.Replace(s.written), straight.Replace(words))
	if !found {
		return pos
	}
	pos.Col += utf8.RuneCountInString(before)
	pos.Len = utf8.RuneCountInString(words)
	return pos
}

func (w *words) find(s saying, c phrasing.Context) {
	for _, found := range w.rules.Find(s.text, c) {
		words := s.text[found.From:found.To]
		problem := report.New("phrase-rule", s.place(words), "%q breaks the phrase rule %q", words, found.Rule.ID)
		w.tell(found.Rule.ID, found.Rule.Severity, problem.Hinted(found.Rule.Better).Noted(found.Rule.Why))
	}
	if strings.ContainsAny(s.text, "!！") {
		w.tell("exclamation-mark", report.Error, report.New("exclamation-mark", s.place("!"), "an exclamation mark").Hinted("end with a full stop"))
	}
	if loud := inCapitals(s.text); loud != "" {
		w.tell("capitals", report.Error, report.New("capitals", s.place(loud), "%q is in capitals", loud).Hinted("write it small"))
	}
}

func (w *words) lacks(need *phrasing.Rule) {
	problem := report.New("phrase-need", w.doc.Front.Pos("phrase"), "this phrase does not keep %q", need.ID)
	w.tell(need.ID, need.Severity, problem.Hinted(need.Better).Noted(need.Why))
}

// tell tells of a broken rule, unless the card may break it or the config does not care.
func (w *words) tell(rule string, severity report.Severity, p report.Problem) {
	if _, allowed := w.allow[rule]; allowed {
		w.used[rule] = true
		return
	}
	if p.Severity = severity; w.severity[rule] != "" {
		p.Severity = report.Severity(w.severity[rule])
	}
	if p.Severity != report.Off {
		w.problems = append(w.problems, p.Noted(`if it is right here: allow.`+rule+` = "the reason", in the front matter`))
	}
}

// insteadOf holds a sentence that people reach for first against the rule it is said to break.
func (w *words) insteadOf(instead guide.InsteadOf) {
	line := w.line(instead.Text, instead.Offset)
	switch rule := w.rules.Named(instead.Rule); {
	case rule == nil:
		problem := report.New("unknown-rule", line.place(instead.Rule), "there is no phrase rule %q", instead.Rule)
		w.problems = append(w.problems, problem.Hinted(didYouMean(instead.Rule, w.rules.IDs())).Noted("the rules are in "+w.rules.File))
	case !rule.Fits(w.rules, instead.Text):
		problem := report.New("rule-not-broken", line.place(instead.Text), "this does not break the phrase rule %q", instead.Rule)
		if broken := w.rules.Broken(instead.Text); len(broken) > 0 {
			problem = problem.Hinted("it breaks " + strings.Join(broken, ", "))
		} else {
			problem = problem.Hinted("find a clumsier sentence, or teach the rule this one in " + w.rules.File)
		}
		w.problems = append(w.problems, problem.Noted(rule.ID+": "+rule.Why))
	}
}

// allowances tells which rules a card is allowed to break without need, or without a reason.
func (w *words) allowances() {
	if len(w.allow) == 0 {
		return
	}
	front := w.doc.Front
	known := append(w.rules.IDs(), ownChecks...)
	for name, reason := range w.allow {
		pos := front.KeyPos("allow", name)
		switch {
		case !slices.Contains(known, name):
			w.problems = append(w.problems, report.New("unknown-rule", pos, "there is no phrase rule %q", name).Hinted(didYouMean(name, known)))
		case strings.TrimSpace(reason) == "":
			w.problems = append(w.problems, report.New("empty-value", pos, "nothing says why %q may be broken", name).Hinted("write the reason"))
		case !w.used[name]:
			w.problems = append(w.problems, report.New("allow-unused", pos, "nothing here breaks %q", name).Hinted("remove this line"))
		}
	}
}

// loud is from how many capitals on a word shouts; fewer may be a short form, such as TV.
const loud = 4

// inCapitals is the first word that is shouted, or "".
func inCapitals(text string) string {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if utf8.RuneCountInString(word) >= loud && strings.ToUpper(word) == word && strings.ToLower(word) != word {
			return word
		}
	}
	return ""
}
