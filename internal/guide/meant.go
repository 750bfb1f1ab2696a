package guide

import (
	"path"
	"slices"
	"strings"
)

// A sought entry is one that some id was to lead to, and does not.
type sought struct {
	lang string
	kind Kind // "" where any would do
	id   string
}

// A finding is the entry most likely sought.
type finding struct {
	id  string // "" where there is no telling
	was bool   // it says itself that it had the other id before
}

// hint asks whether the entry is meant.
func (f finding) hint() string {
	if f.was {
		return "it is called " + quoted(f.id) + " now"
	}
	return askWhether(f.id)
}

// meant is the entry that an id was most likely to name. Once a file has another name, every link to it asks, so answers are remembered.
func (j *joiner) meant(from *Entry, kind Kind, id string) finding {
	asked := sought{from.Lang, kind, id}
	found, known := j.found[asked]
	if !known {
		found = j.seek(asked)
		if j.found == nil {
			j.found = map[sought]finding{}
		}
		j.found[asked] = found
	}
	return found
}

// seek looks for an entry that has the id for an old address, then for one whose id is spelt nearly so or shares most of its words,
// then for the only one whose title has them all.
func (j *joiner) seek(s sought) finding {
	var ids, titled []string
	words := strings.Fields(folded(s.id))
	for i := range j.entries {
		e := &j.entries[i]
		if s.kind != "" && e.Kind != s.kind || e.Lang != s.lang && e.Lang != j.defaultTag() {
			continue
		}
		for _, alias := range e.Facts.Aliases {
			if strings.TrimSuffix(path.Base(alias), ".html") == s.id {
				return finding{e.ID, true}
			}
		}
		ids = append(ids, e.ID)
		if len(words) > 1 && likeness(words, strings.Fields(folded(e.Title))) >= 2*len(words) {
			titled = append(titled, e.ID)
		}
	}
	slices.Sort(ids)
	if near := nearest(s.id, slices.Compact(ids)); near != "" || len(titled) != 1 {
		return finding{id: near}
	}
	return finding{id: titled[0]}
}
