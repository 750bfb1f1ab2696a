package config

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/source"
)

const english = `name = "English"
dir = "ltr"
quotes = ["“", "”", "‘", "’"]
[sections]
use-when = "Use it when"
[callouts]
note = "Note"
[words]
search = "Search"
menu = "Menu"
`

// load reads a site of those files, given as path, text, path, text, over the English interface.
func load(t *testing.T, files ...string) (*Config, []report.Problem) {
	t.Helper()
	dir := t.TempDir()
	for pair := range slices.Chunk(append([]string{"config.toml", `title = "A guide"`}, files...), 2) {
		path := filepath.Join(dir, filepath.FromSlash(pair[0]))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(pair[1]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	reader, err := source.Open(dir, fstest.MapFS{"theme/i18n/en.toml": {Data: []byte(english)}})
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	site, problems, err := reader.Read(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	c, more := Load(site)
	return c, report.Sort(append(problems, more...))
}

func told(problems []report.Problem) (lines []string) {
	for _, p := range problems {
		lines = append(lines, fmt.Sprintf("%s:%d:%d %s: %s | %s", p.Pos.File, p.Pos.Line, p.Pos.Col, p.Class, p.Text, p.Hint))
	}
	return lines
}

func TestDefaults(t *testing.T) {
	c, problems := load(t)
	if problems != nil {
		t.Fatal(told(problems))
	}
	want := &Config{Title: "A guide", Language: "en", Exit: "all", ExitURL: "https://www.bbc.com/weather", Languages: []Language{{
		Tag: "en", Name: "English", Dir: "ltr", Quotes: [4]string{"“", "”", "‘", "’"},
		Sections: map[string]string{"use-when": "Use it when"},
		Callouts: map[string]string{"note": "Note"},
		Words:    map[string]string{"search": "Search", "menu": "Menu"},
	}}}
	if diff := cmp.Diff(want, c); diff != "" {
		t.Error(diff)
	}
	if c.Path() != "/" {
		t.Errorf("Path() = %q without a base address", c.Path())
	}
}

func TestSettingsThatAreWrong(t *testing.T) {
	tests := []struct{ name, config, want string }{
		{"no title", "", "config.toml:0:0 missing-key"},
		{"misspelt", "title = 'x'\ntagine = 'y'", `config.toml:2:1 unknown-key: nobody reads the key "tagine" here | did you mean "tagline"?`},
		{"no scheme", "title = 'x'\nbase_url = 'example.org/guide'", `config.toml:2:12 bad-base-url: "example.org/guide" cannot be the address of a site | write the whole address`},
		{"no scheme, another address", "title = 'x'\nbase_url = 'www.practice.test'", `| write the whole address, such as https://www.practice.test/`},
		{"a path alone", "title = 'x'\nbase_url = '/guide/'", `| write the whole address, such as https://example.org/guide/`},
		{"a file", "title = 'x'\nbase_url = 'https://example.org/guide/index.html'", `| leave out index.html: the guide lives in a folder`},
		{"other scheme", "title = 'x'\nbase_url = 'ftp://example.org'", `config.toml:2:12 bad-base-url: "ftp://example.org" cannot be the address of a site | begin it with https://`},
		{"no host", "title = 'x'\nbase_url = 'https://'", `config.toml:2:12 bad-base-url: "https://" cannot be the address of a site | a name is missing after https://`},
		{"query", "title = 'x'\nbase_url = 'https://example.org/?a=b'", `| leave out what follows ? or #`},
		{"empty fragment", "title = 'x'\nbase_url = 'https://example.org/#'", `| leave out what follows ? or #`},
		{"password", "title = 'x'\nbase_url = 'https://me:secret@example.org/'", `| leave out the name and password before @`},
		{"exit to a file", "title = 'x'\nexit_url = 'file:///etc'", `config.toml:2:12 unknown-scheme`},
		{"exit nowhere", "title = 'x'\nexit = 'sometimes'", `config.toml:2:8 wrong-type: "sometimes" is no place for the button | write exit = "all"`},
		{"colour in words", "title = 'x'\n[colors]\nown = 'brown'", `config.toml:3:7 wrong-type: "brown" is not a colour | write # and six digits`},
		{"contact nowhere", "title = 'x'\ncontact = 'me at home'", `config.toml:2:11 unknown-scheme`},
		{"language in words", "title = 'x'\nlanguage = 'english'", `config.toml:2:12 unknown-language: "english" is not a language | write its code`},
		{"language made up", "title = 'x'\nlanguage = 'xx'", `config.toml:2:12 unknown-language: "xx" is not a language`},
		{"language in capitals", "title = 'x'\nlanguage = 'EN'", `config.toml:2:12 unknown-language: "EN" is not how the language is written | did you mean "en"?`},
		{"language undetermined", "title = 'x'\nlanguage = 'und'", `config.toml:2:12 unknown-language: "und" is not a language`},
		{"syntax", "title = x", `config.toml:1:9 toml-syntax`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, problems := load(t, "config.toml", test.config)
			if got := told(problems); len(got) != 1 || !strings.Contains(got[0], test.want) {
				t.Errorf("got %q, want one with %q", got, test.want)
			}
		})
	}
}

func TestBaseURL(t *testing.T) {
	tests := []struct{ given, want, path string }{
		{"https://example.org", "https://example.org/", "/"},
		{"https://example.org/", "https://example.org/", "/"},
		{"HTTPS://Example.ORG/Guide", "https://example.org/Guide/", "/Guide/"},
		{"https://example.org:8443/a//b/", "https://example.org:8443/a/b/", "/a/b/"},
		{"http://localhost:1234/a/../b", "http://localhost:1234/b/", "/b/"},
		{"https://práctica.example/guia", "https://xn--prctica-iwa.example/guia/", "/guia/"},
		{"https://example.org/über uns", "https://example.org/%C3%BCber%20uns/", "/%C3%BCber%20uns/"},
	}
	for _, test := range tests {
		c, problems := load(t, "config.toml", fmt.Sprintf("title = 'x'\nbase_url = %q", test.given))
		if problems != nil || c.BaseURL != test.want || c.Path() != test.path {
			t.Errorf("%s: %q and %q with %v; want %q and %q", test.given, c.BaseURL, c.Path(), told(problems), test.want, test.path)
		}
		if again, err := BaseURL(c.BaseURL); err != nil || again != c.BaseURL {
			t.Errorf("%s read twice is %q, %v", c.BaseURL, again, err)
		}
	}
}

func TestLanguagesInOrder(t *testing.T) {
	c, problems := load(t,
		"config.toml", "title = 'x'\nlanguage = 'fr'",
		"content/he/pages/home.md", "", "content/en/pages/home.md", "", "content/fr/pages/home.md", "", "content/en-GB/pages/home.md", "",
		"content/sources.toml", "",
		"theme/i18n/fr.toml", "name = 'français'\nquotes = ['« ', ' »', '“', '”']\nsections.use-when = 'À dire quand'\ncallouts.note = 'Note'\nwords = { search = 'Chercher', menu = 'Menu' }",
		"theme/i18n/he.toml", "name = 'עברית'\nquotes = ['”', '”', '’', '’']\nsections.use-when = 'מתי'\ncallouts.note = 'הערה'\nwords = { search = 'חיפוש', menu = 'תפריט' }",
	)
	if problems != nil {
		t.Fatal(told(problems))
	}
	var got []string
	for _, l := range c.Languages {
		got = append(got, fmt.Sprint(l.Tag, " ", l.Name, " ", l.Dir, " ", l.Quotes[0], l.Sections["use-when"]))
	}
	want := []string{"fr français ltr « À dire quand", "en English ltr “Use it when", "en-GB English ltr “Use it when", "he עברית rtl ”מתי"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestFoldersThatAreNoLanguage(t *testing.T) {
	c, problems := load(t, "content/en/a.md", "", "content/cards/a.md", "", "content/pt_BR/a.md", "")
	want := []string{
		`content/cards:0:0 unknown-language: "cards" is not a language | write its code, such as en, de, ar or pt-BR`,
		`content/pt_BR:0:0 unknown-language: "pt_BR" is not how the language is written | did you mean "pt-BR"?`,
	}
	if diff := cmp.Diff(want, told(problems)); diff != "" {
		t.Error(diff)
	}
	if len(c.Languages) != 1 {
		t.Errorf("languages %v, want English alone", c.Languages)
	}
}

func TestDefaultLanguageWithoutFolder(t *testing.T) {
	_, problems := load(t, "content/en-GB/a.md", "")
	want := []string{`config.toml:0:0 unknown-language: the guide has no folder content/en, but "en" is the language that lives at / | write language = "en-GB", or make that folder`}
	if diff := cmp.Diff(want, told(problems)); diff != "" {
		t.Error(diff)
	}
}

func TestLanguageWordsMissing(t *testing.T) {
	c, problems := load(t, "content/en/a.md", "", "content/ar/a.md", "", "content/fa/a.md", "",
		"theme/i18n/ar.toml", "name = 'العربية'\nquotes = ['«', '»', '“', '”']\nsections = { use-when = 'x' }\nwords = { menu = 'القائمة' }")
	want := []string{
		`theme/i18n/ar.toml:0:0 language-words-missing: the interface lacks words in "العربية" | copy them from theme/i18n/en.toml, and translate`,
		`theme/i18n/fa.toml:0:0 language-words-missing: the interface lacks words in "fa" | copy them from theme/i18n/en.toml, and translate`,
	}
	if diff := cmp.Diff(want, told(problems)); diff != "" {
		t.Fatal(diff)
	}
	if want := "missing: callouts.note, words.search"; problems[0].Notes[0] != want {
		t.Errorf("note %q, want %q", problems[0].Notes[0], want)
	}
	arabic, farsi := c.Languages[1], c.Languages[2]
	if arabic.Words["search"] != "Search" || arabic.Words["menu"] != "القائمة" || arabic.Dir != "rtl" {
		t.Errorf("Arabic is %+v, want its own words and English where they lack", arabic)
	}
	if farsi.Name != "fa" || farsi.Dir != "rtl" || farsi.Quotes[0] != "“" || farsi.Words["menu"] != "Menu" {
		t.Errorf("Farsi is %+v, want English words from right to left", farsi)
	}
}

// A site's own English may be older than the program: what it lacks is said as the program says it, and a warning tells.
func TestOwnEnglishLacksWords(t *testing.T) {
	c, problems := load(t, "content/en/a.md", "", "theme/i18n/en.toml", "[words]\nsearch = 'Find'\nown = 'Ours'\n")
	want := []string{`theme/i18n/en.toml:0:0 language-words-missing: the interface lacks words in "English" | copy them from a new guide: amends new`}
	if diff := cmp.Diff(want, told(problems)); diff != "" {
		t.Fatal(diff)
	}
	if want := "missing: name, sections.use-when, callouts.note, words.menu"; problems[0].Notes[0] != want {
		t.Errorf("note %q, want %q", problems[0].Notes[0], want)
	}
	en := c.Languages[0]
	if diff := cmp.Diff(map[string]string{"search": "Find", "menu": "Menu", "own": "Ours"}, en.Words); diff != "" || en.Quotes[0] != "“" || en.Sections["use-when"] == "" {
		t.Error(diff, en)
	}
	_, problems = load(t, "content/en/a.md", "", "theme/i18n/en.toml", "words = 7\n")
	if len(problems) != 1 || problems[0].Class != "wrong-type" {
		t.Error(told(problems))
	}
}

func TestCataloguesThatAreWrong(t *testing.T) {
	_, problems := load(t, "content/en/a.md", "", "content/de/a.md", "", "theme/i18n/de.toml",
		"name = 'Deutsch'\ndir = 'up'\nquotes = ['„', '“']\n[sections]\nuse-wen = 'x'\n[words]\nmenu = 7\n")
	want := []string{
		`theme/i18n/de.toml:2:7 wrong-type: "up" is not a direction | write dir = "ltr" or dir = "rtl"`,
		`theme/i18n/de.toml:3:10 too-few-items: "quotes" has 2 items; 4 is the least | add 2, or leave the key out`,
		`theme/i18n/de.toml:5:1 unknown-key: nobody reads the key "use-wen" here | did you mean "use-when"?`,
		`theme/i18n/de.toml:7:8 wrong-type: "menu" must be text, not a whole number | write menu = "7"`,
	}
	if diff := cmp.Diff(want, told(problems)); diff != "" {
		t.Error(diff)
	}
}
