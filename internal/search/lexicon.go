package search

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/source"
)

// LexiconFacts are the keys of theme/search/<lang>.toml, what search must know of a language, and of
// content/<lang>/synonyms.toml, what a guide adds to that.
type LexiconFacts struct {
	Ignore   string   `toml:"ignore" about:"words too common to tell one page from another, with spaces between"`
	Forms    []string `toml:"forms" about:"words that belong together though their endings do not show it: \"break broke broken\""`
	Danger   []string `toml:"danger" about:"words of fear and self-harm: a search for one shows the safety line first"`
	Synonyms []string `toml:"synonyms" about:"a reader's word, a colon, the guide's words for it with commas between: \"yell: shout, snap\""`
}

// A lexicon is all that is known of the words of one language.
type lexicon struct {
	ignore   []string
	forms    [][]string
	danger   [][]string
	synonyms []synonym // by word
	problems []report.Problem
}

// A synonym is a word that readers use, and those of the guide that it leads to.
type synonym struct {
	word   string
	to     []string
	file   source.File
	places []report.Pos // of to
}

// lexiconFiles are the files of a language's lexicon, the theme's before the guide's; those that there are not are empty. A
// language takes the theme's file of its own name, or else that of its language without a region.
func lexiconFiles(files *source.Files, tag string) [2]source.File {
	own, ok := files.Get("theme/search/" + tag + ".toml")
	if base, _, regional := strings.Cut(tag, "-"); !ok && regional {
		own, _ = files.Get("theme/search/" + base + ".toml")
	}
	added, _ := files.Get("content/" + tag + "/synonyms.toml")
	return [2]source.File{own, added}
}

// readLexicon reads a language's files.
func readLexicon(tag string, files [2]source.File) *lexicon {
	l := &lexicon{}
	for _, f := range files {
		if f.Path != "" {
			l.add(f)
		}
	}
	slices.SortStableFunc(l.synonyms, func(a, b synonym) int { return strings.Compare(a.word, b.word) })
	if len(l.danger) == 0 {
		problem := report.New("search-without-danger", report.Pos{File: "content/" + tag + "/synonyms.toml"},
			"no words of fear are known in %q", tag)
		l.problems = append(l.problems, problem.Hinted(`add danger = ["…", "…"]`))
	}
	return l
}

func (l *lexicon) add(f source.File) {
	table, problems := facts.Parse(f.Path, string(f.Data), 1)
	var read LexiconFacts
	l.problems = append(append(l.problems, problems...), table.Decode(&read, nil, nil)...)
	l.ignore = append(l.ignore, folded(read.Ignore)...)
	for i, form := range read.Forms {
		l.addForms(table.Pos("forms", index(i)), form)
	}
	for i, phrase := range read.Danger {
		all := folded(phrase)
		if len(all) == 0 {
			l.problems = append(l.problems, report.New("search-word", table.Pos("danger", index(i)), "%q has no word in it", phrase))
			continue
		}
		l.danger = append(l.danger, all)
	}
	for i, line := range read.Synonyms {
		l.addSynonym(f, table.Pos("synonyms", index(i)), line)
	}
}

func (l *lexicon) addForms(pos report.Pos, form string) {
	all := folded(form)
	if len(all) < 2 {
		problem := report.New("search-word", pos, "%q names no two words that belong together", form)
		l.problems = append(l.problems, problem.Hinted(`write them with spaces between, such as "break broke broken"`))
	}
	l.forms = append(l.forms, all)
}

// addSynonym reads "yell: shout, snap"; pos is the place of that text, quotation marks included.
func (l *lexicon) addSynonym(f source.File, pos report.Pos, line string) {
	key, to, ok := strings.Cut(line, ":")
	own := folded(key)
	if !ok || len(own) != 1 {
		problem := report.New("search-word", pos, "%q does not begin with one word and a colon", line)
		l.problems = append(l.problems, problem.Hinted("what readers say in several words belongs into the synonyms of a path"))
		return
	}
	s := synonym{word: own[0], file: f}
	for at, word := range parts(to) {
		place := pos
		place.Col += 1 + utf8.RuneCountInString(line[:len(key)+1+at])
		place.Len = utf8.RuneCountInString(word)
		known := folded(word)
		if len(known) != 1 {
			problem := report.New("search-word", place, "%q is not one word", word)
			l.problems = append(l.problems, problem.Hinted(`write single words with commas between, such as "yell: shout, snap"`))
			continue
		}
		s.to, s.places = append(s.to, known[0]), append(s.places, place)
	}
	l.synonyms = append(l.synonyms, s)
}

// parts are what stands between the commas of a text, trimmed, each with where it begins.
func parts(text string) func(yield func(at int, part string) bool) {
	return func(yield func(int, string) bool) {
		at := 0
		for part := range strings.SplitSeq(text, ",") {
			lead := len(part) - len(strings.TrimLeft(part, " \t"))
			if !yield(at+lead, strings.TrimSpace(part)) {
				return
			}
			at += len(part) + 1
		}
	}
}

// folded are the words of a text as the index spells them.
func folded(text string) (all []string) {
	words(text, nil, func(word []byte) { all = append(all, string(word)) })
	return all
}

// index is how facts.Table spells the i-th element of a list.
func index(i int) string { return fmt.Sprintf("[%d]", i) }
