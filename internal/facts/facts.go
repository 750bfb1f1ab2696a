// Package facts reads TOML text into typed values that know their place.
//
// In goes the text of a whole TOML file, or of the front matter between "+++" lines, together with the file's name and the
// line it begins on; out comes a [Table], and from it, by struct tags, typed Go values and every problem an author must see:
// syntax errors, unknown keys, wrong types, missing and empty values, limits, words that are in no vocabulary; each with the
// line, the column and the length of the key or value meant. The TOML library knows no columns for the latter, so the table
// keeps its own index of positions. Text that would cost the library time or memory out of proportion (nesting depth, key
// parts, size) is refused before it is decoded. This package never touches the disk and knows nothing of guides.
package facts

import "github.com/amends-guide/amends/internal/report"

// A Table is one TOML document, parsed, with the place of every key and value. It is frozen.
type Table struct{ file string }

// Parse reads TOML text. firstLine is the line of the file on which text begins, from 1. A text with problems gives a table
// without values, never nil.
func Parse(file, text string, firstLine int) (*Table, []report.Problem) { panic("not written yet") }

// Pos is the place of the value at a path of keys ("slots", "what", "hint"; "[2]" for the third element of an array), or of
// the nearest key that exists.
func (t *Table) Pos(path ...string) report.Pos { panic("not written yet") }

// Words are the closed vocabularies a value may be checked against: for a vocabulary's name ("move") its ids in order, and
// where they are written ("content/vocabulary.toml:12").
type Words func(vocabulary string) (ids []string, where string)

// Decode fills the struct that into points at, by its field tags:
//
//	toml:"phrase"     the key; fields without it are left alone; embedded structs are read as if their fields stood here
//	need:"yes"        missing or empty is a problem
//	max:"120"         most characters of a string (of each element, in a list)
//	in:"move"         the string, or each element, is a word of that vocabulary; a stranger is a problem of class unknown-move
//	items:"2-6"       least and most elements of a list, where the key is given
//	range:"1-3"       least and most of an int; "2|10|20|40" for a choice
//	default:"adult"   what a missing string is
//	about:"…"         one line for the reference
//
// Types: string, bool, int, Date, struct, map[string]struct, and slices of string, struct. Keys that no field has are problems
// with a did-you-mean; others gives keys that would be right in another kind of entry, so that the hint can say so.
func (t *Table) Decode(into any, words Words, others map[string]string) []report.Problem {
	panic("not written yet")
}

// A Date is a calendar day without a time zone; the zero Date is "not given".
type Date struct{ Year, Month, Day int }

// A Field describes one key for the reference and the scaffolds.
type Field struct {
	Key, Type, Vocabulary, Limit, Default, About string
	Required                                     bool
	Fields                                       []Field // of a table or a list of tables
}

// Describe lists the keys that Decode would read into the struct v, in the order of its fields.
func Describe(v any) []Field { panic("not written yet") }
