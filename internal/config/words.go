package config

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/source"
)

// words is one catalogue of the interface: theme/i18n/<lang>.toml.
type words struct {
	Name     string            `toml:"name" about:"the language's own name"`
	Dir      string            `toml:"dir" about:"ltr or rtl; its script says so where this is left out"`
	Quotes   []string          `toml:"quotes" items:"4-4" about:"opening and closing double quotation mark, opening and closing single"`
	Sections map[string]string `toml:"sections" about:"headings that authors write"`
	Callouts map[string]string `toml:"callouts" about:"labels of callouts"`
	Words    map[string]string `toml:"words" about:"everything else"`

	table *facts.Table
}

func fileOf(tag string) string { return "theme/i18n/" + tag + ".toml" }

func catalogue(files *source.Files, tag string) (*words, []report.Problem) {
	front, problems := table(files, fileOf(tag))
	w := &words{table: front}
	problems = append(problems, front.Decode(w, nil, nil)...)
	if w.Dir != "" && w.Dir != "ltr" && w.Dir != "rtl" {
		problems = append(problems, report.New("wrong-type", front.Pos("dir"), "%q is not a direction", w.Dir).
			Hinted(`write dir = "ltr" or dir = "rtl"`))
		w.Dir = ""
	}
	return w, problems
}

// wholeEnglish is the site's English or, where it has none, the program's. What the site's lacks, because it was copied from an older
// program, is taken from there, with a warning.
func wholeEnglish(files *source.Files) (*words, []report.Problem) {
	w, problems := catalogue(files, "en")
	file, ok := files.BuiltIn(fileOf("en"))
	if own, _ := files.Get(fileOf("en")); !ok || own.Sum == file.Sum {
		return w, problems
	}
	shipped := &words{}
	table, _ := facts.Parse(file.Path, string(file.Data), 1)
	table.Decode(shipped, nil, nil)
	whole := Language{Name: w.Name, Dir: w.Dir, Sections: map[string]string{}, Callouts: map[string]string{}, Words: map[string]string{}}
	whole.take(w)
	lacking := shipped.lacking(whole)
	whole.take(shipped)
	w.Sections, w.Callouts, w.Words = whole.Sections, whole.Callouts, whole.Words
	if w.Name, w.Quotes = cmp.Or(w.Name, shipped.Name), whole.Quotes[:]; len(lacking) > 0 && len(problems) == 0 {
		problems = append(problems, missing("en", w.Name, "copy them from a new guide: amends new", lacking))
	}
	return w, problems
}

// missing tells which words of the interface a language lacks.
func missing(tag, name, hint string, keys []string) report.Problem {
	return report.New("language-words-missing", report.Pos{File: fileOf(tag)}, "the interface lacks words in %q", name).
		Hinted(hint).Noted("missing: " + strings.Join(keys, ", "))
}

// in is the interface in another language, w being the English one.
func (w *words) in(files *source.Files, name string) (Language, []report.Problem) {
	tag := language.MustParse(name)
	l := Language{Sections: map[string]string{}, Callouts: map[string]string{}, Words: map[string]string{}}
	var problems []report.Problem
	for _, source := range sources(tag) {
		nearest := w
		if source != "en" {
			var found []report.Problem
			nearest, found = catalogue(files, source)
			problems = append(problems, found...)
			problems = append(problems, w.strangers(nearest)...)
		}
		l.take(nearest)
	}
	lacking := w.lacking(l)
	l.identify(tag)
	l.take(w)
	if len(lacking) > 0 && len(problems) == 0 {
		problems = append(problems, missing(name, l.Name, "copy them from "+fileOf("en")+", and translate", lacking))
	}
	return l, problems
}

// take fills in what the language does not have yet.
func (l *Language) take(w *words) {
	if l.Name == "" {
		l.Name, l.Dir = w.Name, w.Dir
	}
	if l.Quotes == [4]string{} && len(w.Quotes) == 4 {
		l.Quotes = [4]string(w.Quotes)
	}
	for _, pair := range l.pairs(w) {
		for key, text := range pair.given {
			if pair.taken[key] == "" {
				pair.taken[key] = text
			}
		}
	}
}

// A pair is one table of a catalogue and the language's own, by the table's name.
type pair struct {
	name         string
	taken, given map[string]string
}

func (l *Language) pairs(w *words) [3]pair {
	return [3]pair{
		{"sections", l.Sections, w.Sections},
		{"callouts", l.Callouts, w.Callouts},
		{"words", l.Words, w.Words},
	}
}

// lacking are the keys that English has and the language has not, as they stand in a catalogue.
func (w *words) lacking(l Language) (keys []string) {
	if l.Name == "" {
		keys = append(keys, "name")
	}
	for _, pair := range l.pairs(w) {
		for _, key := range slices.Sorted(maps.Keys(pair.given)) {
			if pair.taken[key] == "" {
				keys = append(keys, pair.name+"."+key)
			}
		}
	}
	return keys
}

// strangers are the keys of another catalogue that English does not have: nobody would ever read them.
func (w *words) strangers(other *words) (problems []report.Problem) {
	if w.table.Lost() && !w.table.Broken() {
		return nil
	}
	l := Language{Sections: other.Sections, Callouts: other.Callouts, Words: other.Words}
	for _, pair := range l.pairs(w) {
		for _, key := range slices.Sorted(maps.Keys(pair.taken)) {
			if _, ok := pair.given[key]; ok {
				continue
			}
			near := report.Nearest(key, slices.Collect(maps.Keys(pair.given)))
			p := report.New("unknown-key", other.table.KeyPos(pair.name, key), "nobody reads the key %q here", key)
			if near != "" {
				p = p.Hinted(fmt.Sprintf("did you mean %q?", near))
			}
			problems = append(problems, p)
		}
	}
	return problems
}
