// Package config reads config.toml and the interface's own words (theme/i18n/<lang>.toml).
package config

import (
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/source"
)

// Config is a guide's settings. The zero value of a setting is its default unless its doc says otherwise.
type Config struct {
	Title     string `toml:"title" need:"yes" max:"60" about:"the guide's name, shown on every page"`
	Tagline   string `toml:"tagline" max:"120" about:"one line under the name on the home page"`
	BaseURL   string `toml:"base_url" about:"where the guide will live, such as https://example.org/guide/; feeds, sitemap and canonical links need it"`
	Language  string `toml:"language" default:"en" about:"the language that lives at /"`
	Publisher string `toml:"publisher" about:"who publishes the guide, shown in the footer"`
	License   string `toml:"license" about:"licence of the words, shown in the footer"`
	// More settings belong here as rooms need them.

	Languages []Language // every language that has a folder under content/, the default first, then by tag
}

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

// Load reads the configuration of a site.
func Load(files *source.Files) (*Config, []report.Problem) { panic("not written yet") }
