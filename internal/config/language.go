package config

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/source"
)

// A Language is one language of the guide and the interface's words in it.
type Language struct {
	Tag      string            // BCP 47: "en", "pt-BR"
	Name     string            // its own name: "العربية"
	Dir      string            // "ltr" or "rtl"
	Quotes   [4]string         // opening and closing double, opening and closing single
	Sections map[string]string // section id → heading as the author writes it
	Callouts map[string]string // callout kind → label
	Words    map[string]string // key → text; a key missing here is taken from English, with a warning
}

// languages are those of the site, the default first; strangers are folders and settings that name none.
func (c *Config) languages(files *source.Files, front *facts.Table) (languages []Language, problems []report.Problem) {
	if p, bad := stranger(c.Language, front.Pos("language")); bad {
		problems = append(problems, p)
		c.Language = "en"
	}
	english, problemsInEnglish := wholeEnglish(files)
	problems = append(problems, problemsInEnglish...)
	tags, strangers := c.tags(files, front)
	problems = append(problems, strangers...)
	for _, tag := range tags {
		l, incomplete := english.in(files, tag)
		languages, problems = append(languages, l), append(problems, incomplete...)
	}
	return languages, problems
}

// tags are the names of the folders under content/ that are languages, and the default even where it has no folder yet.
func (c *Config) tags(files *source.Files, front *facts.Table) (tags []string, problems []report.Problem) {
	tags = []string{c.Language}
	for _, folder := range folders(files) {
		if p, bad := stranger(folder, report.Pos{File: "content/" + folder}); bad {
			problems = append(problems, p)
		} else if folder != c.Language {
			tags = append(tags, folder)
		}
	}
	if len(tags) > 1 && !slices.Contains(folders(files), c.Language) && (front.Broken() || !front.Lost("language")) {
		problems = append(problems, report.New("unknown-language", report.Pos{File: File},
			"the guide has no folder content/%s, but %q is the language that lives at /", c.Language, c.Language).
			Hinted(fmt.Sprintf("write language = %q, or make that folder", tags[1])))
	}
	return tags, problems
}

func folders(files *source.Files) (names []string) {
	for _, file := range files.Under("content") {
		name, _, inside := strings.Cut(strings.TrimPrefix(file.Path, "content/"), "/")
		if inside && (len(names) == 0 || names[len(names)-1] != name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// stranger tells a name that is no language's, or another spelling of one: folders and addresses need a single one.
func stranger(name string, pos report.Pos) (p report.Problem, bad bool) {
	tag, err := language.Parse(name)
	script, _ := tag.Script()
	if err != nil || tag == language.Und || script.String() == "Zzzz" || len(tag.Extensions()) > 0 {
		return report.New("unknown-language", pos, "%q is not a language", name).
			Hinted("write its code, such as en, de, ar or pt-BR"), true
	}
	if tag.String() != name {
		return report.New("unknown-language", pos, "%q is not how the language is written", name).
			Hinted(fmt.Sprintf("did you mean %q?", tag)), true
	}
	return report.Problem{}, false
}

// direction is the one in which most text in the language's script runs.
func direction(tag language.Tag) string {
	script, _ := tag.Script()
	switch script.String() {
	case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Mand", "Samr":
		return "rtl"
	}
	return "ltr"
}

// sources are the catalogues that hold a language's words, the nearest first: "pt-BR", then "pt".
func sources(tag language.Tag) (names []string) {
	for ; tag != language.Und; tag = tag.Parent() {
		names = append(names, tag.String())
	}
	return names
}

// identify fills in what the language's own tag can say of it.
func (l *Language) identify(tag language.Tag) {
	l.Tag = tag.String()
	l.Name = cmp.Or(l.Name, l.Tag)
	l.Dir = cmp.Or(l.Dir, direction(tag))
}
