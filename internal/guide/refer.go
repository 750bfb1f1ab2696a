package guide

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/report"
)

// refer finds where every reference in an entry's text leads.
func (j *joiner) refer(e *Entry) {
	for at := range e.Targets {
		e.Targets[at] = j.target(&e.Doc.Refs[at], spot{e, "", at})
	}
}

// target is where a reference leads; nowhere if there is a problem.
func (j *joiner) target(r *doc.Ref, at spot) Target {
	switch r.Kind {
	case doc.ToEntry:
		return j.anchored(r, at, j.named(r.Target, at))
	case doc.ToCard:
		return Target{Entry: j.embedded(r, at)}
	case doc.ToSource:
		return Target{Source: j.source(r.Target, at)}
	case doc.ToAnchor:
		return j.anchored(r, at, at.from)
	case doc.ToPicture:
		return j.picture(r, at)
	case doc.ToPath:
		return j.path(r, at)
	}
	return Target{Address: r.Target, Anchor: r.Fragment}
}

// anchored is an entry and a heading of it.
func (j *joiner) anchored(r *doc.Ref, at spot, e *Entry) Target {
	if e == nil || r.Fragment == "" {
		return Target{Entry: e}
	}
	ids := anchors(e.Doc)
	if !slices.Contains(ids, r.Fragment) {
		problem := report.New("broken-anchor", at.pos(), "%s has no heading with the id %q", quoted(e.Title), r.Fragment)
		j.tell(problem.Hinted(didYouMean(r.Fragment, ids)))
		return Target{Entry: e}
	}
	return Target{Entry: e, Anchor: r.Fragment}
}

// anchors are the ids of a document's headings.
func anchors(d *doc.Doc) (ids []string) {
	for heading := range d.Headings() {
		ids = append(ids, heading.Text())
	}
	return ids
}

// embedded is the card that ![[id]] shows.
func (j *joiner) embedded(r *doc.Ref, at spot) *Entry {
	id := strings.TrimPrefix(r.Target, CardKind.Folder()+"/")
	if card := j.find(at.from, CardKind, id); card != nil {
		return card
	}
	for _, lang := range []int{j.language(at.from.Lang), 0} {
		if other := j.ids[lang][id]; other != nil {
			problem := report.New("embed-not-card", at.pos(), "only cards can be embedded, and %q is %s", id, article(string(other.Kind)))
			j.tell(problem.Hinted("link to it: [[" + id + "]]"))
			return nil
		}
	}
	j.unknown(CardKind, id, at)
	return nil
}

func (j *joiner) source(id string, at spot) *Source {
	source := j.sources[id]
	if source == nil && !j.Sources.table.Lost(id) {
		ids := make([]string, len(j.cited))
		for i := range j.cited {
			ids[i] = j.cited[i].ID
		}
		problem := report.New("unknown-source", at.pos(), "no source is called %q", id)
		j.tell(problem.Hinted(didYouMean(id, ids)).Noted("sources are listed in content/sources.toml"))
	}
	return source
}

// picture is the file that ![…](name) shows; its name may be written as it is or, as in an address, with %20 for a space.
func (j *joiner) picture(r *doc.Ref, at spot) Target {
	folder, name := path.Dir(at.from.Doc.File), r.Target
	if file := path.Join(folder, name); j.hasPicture(file) {
		return Target{Picture: file}
	}
	if plain, err := url.PathUnescape(name); err == nil {
		if name = plain; j.hasPicture(path.Join(folder, name)) {
			return Target{Picture: path.Join(folder, name)}
		}
	}
	problem := report.New("broken-image", at.pos(), "there is no picture %q beside this file", name)
	j.tell(problem.Hinted(j.meantPicture(folder, name)))
	return Target{}
}

func (j *joiner) hasPicture(file string) bool {
	_, found := slices.BinarySearch(j.pictures, file)
	return found
}

// meantPicture is a hint towards one in the same folder that is named nearly so, or in another folder that is named so.
func (j *joiner) meantPicture(folder, name string) string {
	var beside []string
	elsewhere := ""
	for _, picture := range j.pictures {
		switch {
		case path.Dir(picture) == path.Dir(path.Join(folder, name)):
			beside = append(beside, path.Base(picture))
		case path.Base(picture) == path.Base(name):
			elsewhere = picture
		}
	}
	if near := report.Nearest(path.Base(name), beside); near != "" {
		return "did you mean " + quoted(path.Join(path.Dir(name), near)) + "?"
	}
	if elsewhere != "" {
		return "it lies in " + path.Dir(elsewhere) + "; save it in " + folder + " too"
	}
	return "save it in the folder " + folder
}

// path is where a link to a place inside the site leads: addresses from the root are left for later floors, which know them.
func (j *joiner) path(r *doc.Ref, at spot) Target {
	if strings.HasPrefix(r.Target, "/") {
		return Target{Address: r.Target, Anchor: r.Fragment}
	}
	file := path.Join(path.Dir(at.from.Doc.File), r.Target)
	if place, problems := Locate(file); problems == nil && strings.HasSuffix(file, ".md") {
		if lang := j.language(place.Lang); lang < len(j.Config.Languages) {
			if e := j.in(lang, place.Kind, place.ID); e != nil {
				return j.anchored(r, at, e)
			}
		}
		if why, left := j.whyOut(place); why == unread {
			return Target{}
		} else if left {
			j.tell(report.New("broken-link", at.pos(), "%q %s", r.Target, leftOutFor[why][0]).Hinted(leftOutFor[why][1]))
			return Target{}
		}
	}
	j.tell(report.New("broken-link", at.pos(), "there is no entry %q", r.Target))
	id := strings.TrimSuffix(path.Base(r.Target), ".md")
	j.seekLater(sought{at.from.Lang, "", id}, func(id, _ string) string { return meantFile(r.Target, id) })
	return Target{}
}

// meantFile is a hint at a link that leads to no file; near is the entry that is named most like it, or "".
func meantFile(target, near string) string {
	switch {
	case strings.Contains(target, "@"):
		return "write mailto:" + target
	case strings.HasPrefix(target, "www."):
		return "write https://" + target
	case near != "":
		return "write [[" + near + "]]"
	}
	return "link to entries as [[id]], to lists from the root: /cards/"
}
