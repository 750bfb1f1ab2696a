package guide

import (
	"cmp"
	"path"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/amends-guide/amends/internal/report"
)

// A Kind is what an entry is; the folder it lies in says which.
type Kind string

const (
	EssayKind     Kind = "essay"
	CardKind      Kind = "card"
	WorksheetKind Kind = "worksheet"
	PathKind      Kind = "path"
	DeckKind      Kind = "deck"
	TermKind      Kind = "term"
	PageKind      Kind = "page"
)

// A KindInfo describes one kind of entry for the scaffolds and the reference.
type KindInfo struct {
	Kind   Kind
	Folder string // under content/<lang>/
	Facts  any    // a zero value of its keys, for facts.Describe
}

var kinds = [...]KindInfo{
	{EssayKind, "essays", EssayFacts{}},
	{CardKind, "cards", CardFacts{}},
	{WorksheetKind, "worksheets", WorksheetFacts{}},
	{PathKind, "paths", PathFacts{}},
	{DeckKind, "decks", DeckFacts{}},
	{TermKind, "glossary", TermFacts{}},
	{PageKind, "pages", PageFacts{}},
}

// Kinds lists every kind of entry, in the order of the site.
func Kinds() []KindInfo { return kinds[:] }

// rank is the kind's place in Kinds, or -1.
func (k Kind) rank() int {
	for i := range kinds {
		if kinds[i].Kind == k {
			return i
		}
	}
	return -1
}

// Folder is the folder the kind's entries lie in.
func (k Kind) Folder() string { return kinds[k.rank()].Folder }

// kindIn is the kind whose entries lie in a folder; ok is false when there is none.
func kindIn(folder string) (kind Kind, ok bool) {
	for i := range kinds {
		if kinds[i].Folder == folder {
			return kinds[i].Kind, true
		}
	}
	return "", false
}

// A Place is what an entry's path says of it.
type Place struct {
	Lang string
	Kind Kind
	ID   string
}

// File is the path of the entry's file from the site's root.
func (p Place) File() string {
	return path.Join("content", p.Lang, p.Kind.Folder(), p.ID+".md")
}

// Locate reads the path of an entry's file: content/<lang>/<folder>/<id>.md. With a problem comes what the path says all the same:
// the language and the id where the folder is of no kind, else the zero Place.
func Locate(file string) (Place, []report.Problem) {
	parts := strings.Split(file, "/")
	if len(parts) != 4 || parts[0] != "content" {
		return Place{}, misplaced(file, "entries lie in content/<language>/<folder>/", "")
	}
	kind, ok := kindIn(parts[2])
	id := strings.TrimSuffix(parts[3], ".md")
	if !ok {
		return Place{Lang: parts[1], ID: id}, misplaced(file, quoted(parts[2])+" is not a folder for entries", didYouMean(parts[2], folders()))
	}
	if !isID(id) {
		problem := report.New("bad-name", report.Pos{File: file}, "%q cannot be an id", id)
		return Place{}, []report.Problem{problem.Hinted("name the file with a–z, 0–9 and hyphens, such as " + cmp.Or(asID(id), "own-snapped-child") + ".md")}
	}
	return Place{parts[1], kind, id}, nil
}

func misplaced(file, text, hint string) []report.Problem {
	problem := report.New("unknown-folder", report.Pos{File: file}, "%s", text).Hinted(hint)
	return []report.Problem{problem.Noted("folders: " + strings.Join(folders(), ", "))}
}

func folders() []string {
	names := make([]string, len(kinds))
	for i := range kinds {
		names[i] = kinds[i].Folder
	}
	return names
}

func isID(id string) bool {
	for _, c := range []byte(id) {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return id != "" && id[0] != '-' && id[len(id)-1] != '-'
}

// asID is the id most like a name; "" where nothing of it can be kept.
func asID(name string) string {
	id := strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			return r
		}
		return ' '
	}, norm.NFKD.String(strings.ReplaceAll(strings.ToLower(name), "ß", "ss")))
	return strings.Join(strings.Fields(id), "-")
}
