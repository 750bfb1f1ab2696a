package guide

import (
	"github.com/amends-guide/amends/internal/facts"
)

// Common are the keys every kind of entry may have.
type Common struct {
	Summary    string     `toml:"summary" max:"160" about:"one or two sentences for lists, search engines and shared links"`
	Status     string     `toml:"status" in:"status" default:"published" known:"draft published state" about:"draft and review stay out of a build unless --drafts; retired always does"`
	Updated    facts.Date `toml:"updated" need:"yes" known:"date lastmod modified" about:"day of the last change that matters to a reader; feeds and the sitemap show it"`
	ReviewedOn facts.Date `toml:"reviewed_on" about:"day somebody qualified last read it"`
	ReviewedBy string     `toml:"reviewed_by" max:"80" about:"the reviewer's role, such as \"couple therapist\""`
	Covers     []string   `toml:"covers" in:"covers" about:"ideas of the editorial plan this entry carries (S01–S48, G1–G12)"`
	Sources    []string   `toml:"sources" about:"ids in content/sources.toml"`
	SeeAlso    []string   `toml:"see_also" about:"ids of other entries"`
	Audience   string     `toml:"audience" in:"audience" default:"adult" about:"who reads or says it"`
	Safety     string     `toml:"safety" in:"safety" default:"none" about:"note: shows the safety line; gate: asks about fear before the content"`
	License    string     `toml:"license" max:"80" about:"licence of this entry, where it differs from the guide's"`
	Aliases    []string   `toml:"aliases" about:"old addresses that lead here, such as \"/old/name/\""`
}

// An Entry is what every entry has, whatever its kind. The pointer is its identity within one Guide.
type Entry struct {
	*Piece           // what its file says
	Others  []*Entry // its translations, in the order of the config's languages
	Targets []Target // where its text's references lead: one for each of Doc.Refs

	SeeAlso    []*Entry
	Sources    []*Source // cited anywhere in it: by key or by [@id], in order of first mention
	ReferredBy []*Entry  // entries whose text or see_also link here

	rank     int32  // its place in reading order
	at       int32  // its place among its kind
	namesake *Entry // another entry with this id, of another kind
}

// A Target is where a reference leads. Exactly one pointer or Address is set.
type Target struct {
	Entry   *Entry
	Source  *Source
	Picture string // path of the picture from the site's root
	Address string // outside address, or a fixed address of the site such as "/cards/"
	Anchor  string // fragment without "#", already checked
}
