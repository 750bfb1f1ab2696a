package guide

import (
	"path"
	"slices"
	"strings"

	"github.com/amends-guide/amends/internal/report"
)

// Entries are found in the language of the one that asks or, where that lacks them, in the guide's default language, so that
// a translation may begin with one page.

// A spot is where an entry names another: a value of its facts or, where key is "", a reference in its text.
type spot struct {
	from *Entry
	key  string
	i    int // index in the key's list, or of Doc.Refs; -1 where the key has one value
}

func (s spot) pos() report.Pos {
	switch d := s.from.Doc; {
	case s.key == "":
		return d.Pos(d.Refs[s.i].Offset, d.Refs[s.i].Len)
	case s.i < 0:
		return d.Front.Pos(s.key)
	default:
		return d.Front.Pos(s.key, index(s.i))
	}
}

// find is the entry of a kind with an id, or nil.
func (j *joiner) find(from *Entry, kind Kind, id string) *Entry {
	lang := j.language(from.Lang)
	if e := j.in(lang, kind, id); e != nil || lang == 0 {
		return e
	}
	return j.in(0, kind, id)
}

func (j *joiner) in(lang int, kind Kind, id string) *Entry {
	e := j.ids[lang][id]
	for e != nil && e.Kind != kind {
		e = e.namesake
	}
	return e
}

// named is the entry that [[id]] or [[folder/id]] means, with the problem if it means none or more than one.
func (j *joiner) named(ref string, at spot) *Entry {
	if folder, id, ok := strings.Cut(ref, "/"); ok {
		kind, known := kindIn(folder)
		if !known {
			j.tell(report.New("unknown-id", at.pos(), "%q is not a folder for entries", folder).Hinted(didYouMean(folder, folders())))
			return nil
		}
		return j.require(kind, id, at)
	}
	e := j.ids[j.language(at.from.Lang)][ref]
	if e == nil {
		e = j.ids[0][ref]
	}
	switch {
	case e == nil:
		j.unknown("", ref, at)
	case e.namesake != nil:
		j.ambiguous(e, at)
		return nil
	}
	return e
}

func (j *joiner) ambiguous(e *Entry, at spot) {
	var names []string
	for namesake := e; namesake != nil; namesake = namesake.namesake {
		names = append(names, "[["+path.Join(namesake.Kind.Folder(), namesake.ID)+"]]")
	}
	slices.Sort(names)
	j.tell(report.New("ambiguous-id", at.pos(), "%q may mean %d entries", e.ID, len(names)).Hinted("write " + strings.Join(names, " or ")))
}

// require is the entry of a kind with an id; where there is none it tells the problem.
func (j *joiner) require(kind Kind, id string, at spot) *Entry {
	e := j.find(at.from, kind, id)
	if e == nil {
		j.unknown(kind, id, at)
	}
	return e
}

// unknown tells of an id that leads nowhere: an entry left out, one of another kind, or a slip of the pen. Kind is "" where
// any would do.
func (j *joiner) unknown(kind Kind, id string, at spot) {
	from, pos := at.from, at.pos()
	if why, left := j.whyLeftOut(from, kind, id); why == unread {
		return
	} else if left {
		j.tell(report.New("unknown-id", pos, "%q %s", id, leftOutFor[why][0]).Hinted(leftOutFor[why][1]))
		return
	}
	for _, lang := range []int{j.language(from.Lang), 0} {
		if other := j.ids[lang][id]; other != nil {
			text := quoted(id) + " is " + article(string(other.Kind)) + ", not " + article(string(kind))
			j.tell(report.New("wrong-kind", pos, "%s", text).Hinted(didYouMean(id, j.candidates(from, kind))))
			return
		}
	}
	wanted := "entry"
	if kind != "" {
		wanted = string(kind)
	}
	problem := report.New("unknown-id", pos, "there is no %s %q", wanted, id)
	j.tell(problem.Noted("an id is the name of a file in " + shelfOf(from.Lang, kind) + ", without .md"))
	j.seekLater(sought{from.Lang, kind, id}, renamed)
}

// shelves is where the entries of a kind lie, or those of any.
func shelfOf(lang string, kind Kind) string {
	if kind == "" {
		return path.Join("content", lang)
	}
	return path.Join("content", lang, kind.Folder())
}

// unread is why an entry is left out whose file has problems of its own. Nobody else is to blame for that.
const unread = "unread"

// leftOutFor says of an entry what it is, and what to do who points at it, by its status.
var leftOutFor = map[string][2]string{
	"draft":   {"is a draft", "publish it, or build with --drafts"},
	"review":  {"is still in review", "publish it, or build with --drafts"},
	"retired": {"is retired", "point at another entry"},
}

func (j *joiner) whyLeftOut(from *Entry, kind Kind, id string) (why string, left bool) {
	for _, lang := range []string{from.Lang, j.defaultTag()} {
		for i := range kinds {
			if why, left = j.whyOut(Place{lang, kinds[i].Kind, id}); left && (kind == "" || kind == kinds[i].Kind) {
				return why, true
			}
		}
	}
	return "", false
}

// whyOut says why the entry of a place is left out, if it is. What lies in a folder of no kind may be of any.
func (j *joiner) whyOut(p Place) (why string, left bool) {
	if why, left = j.leftOut[p]; left {
		return why, true
	}
	why, left = j.leftOut[Place{Lang: p.Lang, ID: p.ID}]
	return why, left
}

// candidates are the ids that an entry could have meant.
func (j *joiner) candidates(from *Entry, kind Kind) (ids []string) {
	for i := range j.entries {
		e := &j.entries[i]
		if (kind == "" || e.Kind == kind) && (e.Lang == from.Lang || e.Lang == j.defaultTag()) {
			ids = append(ids, e.ID)
		}
	}
	return ids
}
