package guide

import (
	"fmt"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/source"
)

var today = facts.Date{Year: 2026, Month: 11, Day: 23}

// A site is the files of a small guide: path → text.
type site map[string]string

// goodSite is testdata/site.txtar, which breaks no rule.
func goodSite(t testing.TB) site {
	t.Helper()
	data, err := os.ReadFile("testdata/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	return site{"content/vocabulary.toml": vocabulary("en", "de", "ar")}.with(string(data))
}

var marker = regexp.MustCompile(`(?m)^-- (\S+) --\n`)

// with adds or replaces the files of an archive in the txtar form: "-- path --" on a line, then the text.
func (s site) with(archive string) site {
	heads := marker.FindAllStringSubmatchIndex(archive, -1)
	for i, head := range heads {
		end := len(archive)
		if i+1 < len(heads) {
			end = heads[i+1][0]
		}
		s[archive[head[2]:head[3]]] = archive[head[1]:end]
	}
	return s
}

// edit puts one text in the place of another, which must stand in the file once.
func (s site) edit(t testing.TB, file, old, new string) {
	t.Helper()
	if n := strings.Count(s[file], old); n != 1 {
		t.Fatalf("%q stands in %s %d times", old, file, n)
	}
	s[file] = strings.Replace(s[file], old, new, 1)
}

func (s site) file(name string) source.File { return source.File{Path: name, Data: []byte(s[name])} }

// read reads every file on its own, in the order of their paths.
func (s site) read() (Input, []report.Problem) {
	cfg := &config.Config{Language: "en", Languages: languages()}
	words, problems := ReadVocabulary(s.file("content/vocabulary.toml"), cfg.Languages)
	sources, more := ReadSources(s.file("content/sources.toml"), words.IDs)
	helplines, evenMore := ReadHelplines(s.file("content/helplines.toml"), words.IDs)
	problems = slices.Concat(problems, more, evenMore)
	in := Input{Config: cfg, Vocabulary: words, Sources: sources, Helplines: helplines}
	readers := map[string]*Reader{}
	for i := range cfg.Languages {
		readers[cfg.Languages[i].Tag] = NewReader(&cfg.Languages[i], words)
	}
	for _, name := range slices.Sorted(keys(s)) {
		switch path.Ext(name) {
		case ".md":
			piece, told := s.piece(name, readers)
			problems = append(problems, told...)
			if piece != nil {
				in.Pieces = append(in.Pieces, piece)
			}
		case ".jpg":
			in.Pictures = append(in.Pictures, name)
		}
	}
	return in, problems
}

func (s site) piece(name string, readers map[string]*Reader) (*Piece, []report.Problem) {
	place, problems := Locate(name)
	if problems != nil {
		return nil, problems
	}
	r := readers[place.Lang]
	d, problems := doc.Parse(s.file(name), doc.Style{Quotes: r.lang.Quotes, Fields: place.Kind == WorksheetKind})
	piece, more := r.Read(d)
	return piece, append(problems, more...)
}

// guide reads and joins the site.
func (s site) guide() (*Guide, []report.Problem) {
	in, problems := s.read()
	g, more := New(in, Options{Today: today})
	return g, report.Sort(append(problems, more...))
}

func keys(s site) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for name := range s {
			if !yield(name) {
				return
			}
		}
	}
}

// told is a problem in one line.
func told(p report.Problem) string {
	return fmt.Sprintf("%s:%d:%d %s[%s]: %s | %s", p.Pos.File, p.Pos.Line, p.Pos.Col, p.Severity, p.Class, p.Text, p.Hint)
}

func languages() []config.Language {
	english := map[string]string{
		"use-when": "Use it when", "leave-when": "Leave it when", "how-to-say": "How to say it", "other-ways": "Other ways to say it",
		"if-not-received": "If it isn't received", "instead-of": "Instead of", "child-words": "In a child's words",
		"key-points": "Key points", "sentence-today": "One sentence for today", "stop-if": "Stop if", "for-therapist": "For the therapist",
		"good-enough": "Good enough looks like", "example": "Example", "not-the-same": "Not the same as",
	}
	german := map[string]string{
		"use-when": "Sag es, wenn", "leave-when": "Lass es, wenn", "how-to-say": "Wie du es sagst", "other-ways": "Andere Worte",
		"if-not-received": "Wenn es nicht ankommt", "instead-of": "Statt", "child-words": "In Kinderworten",
		"key-points": "Das Wichtigste", "sentence-today": "Ein Satz für heute", "stop-if": "Hör auf, wenn", "for-therapist": "Für die Therapeutin",
		"good-enough": "Gut genug ist", "example": "Beispiel", "not-the-same": "Nicht dasselbe wie",
	}
	return []config.Language{
		{Tag: "en", Dir: "ltr", Quotes: [4]string{"“", "”", "‘", "’"}, Sections: english},
		{Tag: "ar", Dir: "rtl", Quotes: [4]string{"«", "»", "‹", "›"}, Sections: english},
		{Tag: "de", Dir: "ltr", Quotes: [4]string{"„", "“", "‚", "‘"}, Sections: german},
	}
}

// vocabulary is a small content/vocabulary.toml with a label for each word in each language.
func vocabulary(langs ...string) string {
	var b strings.Builder
	for _, list := range []string{
		"door any partner child friend", "phase settle own hear mend",
		"move notice/settle pause/settle own/own regret/own listen/hear receive/hear boundary/hear plan/mend follow-up/mend",
		"relationship any/any partner/partner child/child friend/friend", "rupture sharp-word missed-cue",
		"readiness hot cooling calm late", "tone plain warm formal light", "channel say text write show",
		"age adult teen child little", "role initiator receiver witness", "time now ten evening weeks",
		"outcome taken not-yet refused no-answer", "variation shorter softer firmer formal text", "worksheet_for solo pair",
	} {
		words := strings.Fields(list)
		for _, word := range words[1:] {
			b.WriteString(entry(words[0], word, langs))
		}
	}
	return b.String()
}

func entry(list, word string, langs []string) string {
	id, group, grouped := strings.Cut(word, "/")
	text := fmt.Sprintf("[[%s]]\nid = %q\n", list, id)
	if grouped {
		text += fmt.Sprintf("%s = %q\n", map[string]string{"move": "phase", "relationship": "door"}[list], group)
	}
	for _, lang := range langs {
		text += fmt.Sprintf("label.%s = %q\n", lang, strings.ToUpper(id[:1])+id[1:])
		if list == "rupture" {
			text += fmt.Sprintf("said.%s = \"I did it (%s)\"\n", lang, id)
		}
	}
	return text + "\n"
}

func TestGoodSite(t *testing.T) {
	_, problems := goodSite(t).guide()
	for _, p := range problems {
		t.Error(told(p))
	}
}
