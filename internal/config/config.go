// Package config reads config.toml and the interface's own words (theme/i18n/<lang>.toml).
//
// In go a site's files; out come its settings with their defaults filled in, its languages in order, each with all the words
// the interface needs, and every problem of those files. Words that a language lacks are taken from English, with one warning
// for each language. Load reads nothing from the disk or the environment, and never fails: a bad file is a Config with
// problems.
package config

import (
	"net/url"

	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/source"
)

// File is where a site's settings are written.
const File = "config.toml"

// Config is a guide's settings. The zero value of a setting is its default unless its tag says otherwise.
type Config struct {
	Title     string `toml:"title" need:"yes" max:"60" known:"name" about:"the guide's name, shown on every page"`
	Tagline   string `toml:"tagline" max:"120" known:"description subtitle" about:"one line under the name on the home page"`
	BaseURL   string `toml:"base_url" known:"url baseurl site_url" about:"where the guide will live, such as https://example.org/guide/; feeds, sitemap and canonical links need it"`
	Language  string `toml:"language" default:"en" known:"lang locale languagecode" about:"the language that lives at /"`
	Publisher string `toml:"publisher" max:"80" about:"who publishes the guide, shown in the footer"`
	License   string `toml:"license" max:"80" about:"licence of the words, shown in the footer"`
	Contact   string `toml:"contact" max:"120" about:"where readers can write: an e-mail address, or the https address of a page"`
	Exit      string `toml:"exit" default:"all" about:"where the button \"Leave quickly\" stands: on all pages, on those about safety, or off"`
	ExitURL   string `toml:"exit_url" default:"https://www.bbc.com/weather" about:"where \"Leave quickly\" leads: a page that anyone might have open"`
	TabTitle  string `toml:"tab_title" max:"40" about:"what a browser's tab and history show for every page, instead of the page's title"`
	Offline   bool   `toml:"offline" about:"whether readers may keep the whole guide on their device, for reading without a connection; nothing is kept until they ask"`
	Limits    int    `toml:"limits" range:"1-16" about:"how many times as large as usual files may be; see Limits below"`
	Editor    string `toml:"editor" about:"what the preview opens a problem's file with, such as vscode; see docs/preview.md"`

	Colors     map[string]string `toml:"colors" about:"colours of the theme by the names they have in theme/css/tokens.css, such as own = \"#5a2e23\""`
	ColorsDark map[string]string `toml:"colors_dark" about:"the same where the page is dark; what is left out stays as it is"`

	Print Print `toml:"print" about:"what is printed, and how; see docs/printing.md"`

	Check map[string]string `toml:"check" in:"severity" about:"how much a check of words matters here, by its name: \"error\", \"warning\" or \"off\""`

	CheckPos  map[string]report.Pos // where Check names each
	Languages []Language            // every language that has a folder under content/, the default first, then by tag; never empty
}

// Load reads the configuration of a site.
func Load(files *source.Files) (*Config, []report.Problem) {
	c := &Config{}
	front, problems := table(files, File)
	problems = append(problems, front.Decode(c, severities, nil)...)
	problems = append(problems, c.checkAddresses(front)...)
	problems = append(problems, c.checkEditor(front)...)
	for name := range c.Check {
		if c.CheckPos == nil {
			c.CheckPos = map[string]report.Pos{}
		}
		c.CheckPos[name] = front.KeyPos("check", name)
	}
	problems = append(problems, c.checkColors(front)...)
	problems = append(problems, c.checkPrint(front)...)
	if c.Exit != "all" && c.Exit != "safety" && c.Exit != "off" {
		problems = append(problems, report.New("wrong-type", front.Pos("exit"), "%q is no place for the button", c.Exit).Hinted(`write exit = "all", "safety" or "off"`))
	}
	languages, strangers := c.languages(files, front)
	c.Languages = languages
	return c, append(problems, strangers...)
}

// severities are the words of [check].
func severities(string) (ids []string, where string, also map[string]string) {
	return []string{string(report.Error), string(report.Warning), string(report.Off)}, "", nil
}

// table reads one TOML file; one that is not there has no values.
func table(files *source.Files, path string) (*facts.Table, []report.Problem) {
	file, ok := files.Get(path)
	if !ok {
		return &facts.Table{}, nil
	}
	return facts.Parse(path, string(file.Data), 1)
}

// Path is where the guide lives on its server: "/", or "/guide/" when the base address says so.
func (c *Config) Path() string {
	address, err := url.Parse(c.BaseURL)
	if err != nil || address.Path == "" {
		return "/"
	}
	return address.EscapedPath()
}
