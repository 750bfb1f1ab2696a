package guide

import (
	"slices"
	"strings"

	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/report"
)

// A body is a document cut into the sections its kind of entry has.
type body struct {
	in    *reading
	rules []Section
	cuts  []doc.Section
	found []*doc.Section // one for each rule; nil where it is missing
	free  []*doc.Section // those under headings of the author's own, in order
	lost  []int          // the rules of sections that are needed and not there
}

// cut finds the known sections and tells of all that is wrong with them, save what depends on the facts.
func (b *body) cut(in *reading) {
	b.in, b.rules = in, sections[in.place.Kind]
	b.found = make([]*doc.Section, len(b.rules))
	reached := 0
	b.cuts = in.doc.Sections()
	for i := range b.cuts {
		section := &b.cuts[i]
		at := b.rule(section)
		switch {
		case at < 0:
			continue
		case b.rules[at].ID == FreeHeadings:
			b.free = append(b.free, section)
		case b.found[at] != nil:
			b.tell("section-twice", section, "there is a section "+quoted(section.Title)+" already", "make one of the two")
			continue
		default:
			b.found[at] = section
		}
		if at < reached {
			b.tell("section-order", section, quoted(section.Title)+" usually stands before "+b.called(reached), "")
		}
		reached = max(reached, at)
	}
	for at := range b.rules {
		if b.rules[at].Need == "always" {
			b.claim(at)
		}
	}
	for at := range b.rules {
		b.check(at)
	}
}

// rule is the index of the rule for a section, or -1 where it is empty or of no known name.
func (b *body) rule(section *doc.Section) int {
	if section.Title == "" {
		if section.Nodes.Empty() {
			return -1
		}
		return b.index(Intro)
	}
	known := b.in.headings[b.in.place.Kind.rank()]
	if at, ok := known[folded(section.Title)]; ok {
		return at
	}
	if at := b.index(FreeHeadings); at >= 0 {
		return at
	}
	return b.unknown(section)
}

// unknown tells of a section that the kind does not have, and takes it for the one it was most likely meant to be, so that
// one slip is one problem.
func (b *body) unknown(section *doc.Section) int {
	problem := report.New("unknown-section", b.pos(section), "a %s has no section %q", b.in.place.Kind, section.Title)
	near := nearest(section.Title, b.absent())
	if near == "" {
		b.in.tell(problem.Noted("sections: " + strings.Join(b.headings(), " · ")))
		return -1
	}
	b.in.tell(problem.Hinted("did you mean " + quoted("## "+near) + "?"))
	return b.in.headings[b.in.place.Kind.rank()][folded(near)]
}

// absent are the known headings of the kind that the document does not have.
func (b *body) absent() (names []string) {
	return slices.DeleteFunc(b.headings(), func(name string) bool {
		at := b.in.headings[b.in.place.Kind.rank()][folded(name)]
		return b.found[at] != nil || slices.ContainsFunc(b.cuts, func(s doc.Section) bool { return folded(s.Title) == folded(name) })
	})
}

// nearest is the heading that was most likely meant: spelt nearly so or, as nobody knows all headings by heart, the one that
// shares half of its words at least, and more of them than any other.
func nearest(title string, headings []string) string {
	if near := report.Nearest(title, headings); near != "" {
		return near
	}
	words := strings.Fields(folded(title))
	best, most := "", len(words)-1
	for _, heading := range headings {
		switch alike := likeness(words, strings.Fields(folded(heading))); {
		case alike > most:
			best, most = heading, alike
		case alike == most:
			best = ""
		}
	}
	return best
}

// likeness counts two for each word that two headings share, and one more where it stands in the same place.
func likeness(a, b []string) (alike int) {
	for i, word := range a {
		if slices.Contains(b, word) {
			alike += 2
		}
		if i < len(b) && b[i] == word {
			alike++
		}
	}
	return alike
}

// headings are the known headings of the kind, in order.
func (b *body) headings() (names []string) {
	for _, rule := range b.rules {
		if rule.ID != Intro && rule.ID != FreeHeadings {
			names = append(names, b.in.lang.Sections[rule.ID])
		}
	}
	return names
}

func (b *body) index(id string) int {
	for at := range b.rules {
		if b.rules[at].ID == id {
			return at
		}
	}
	return -1
}

func (b *body) called(at int) string {
	rule := b.rules[at]
	switch rule.ID {
	case Intro:
		return "the text before the first heading"
	case FreeHeadings:
		return quoted(b.free[len(b.free)-1].Title)
	}
	return quoted(b.in.lang.Sections[rule.ID])
}

func (b *body) tell(class string, section *doc.Section, text, hint string) {
	b.in.tell(report.New(class, b.pos(section), "%s", text).Hinted(hint))
}

// pos is the place of a section's heading, or of its first block where it has none.
func (b *body) pos(section *doc.Section) report.Pos {
	if section.Title == "" && !section.Nodes.Empty() {
		return b.in.doc.Pos(section.Nodes.First().Offset(), 1)
	}
	return b.in.doc.Pos(section.Offset, int32(len(straight(section.Title))))
}
