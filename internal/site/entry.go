package site

import (
	"slices"
	"strings"

	"github.com/amends-guide/amends/internal/guide"
)

// entry is what the pages of all kinds of entries show.
func (l *language) entry(e *guide.Entry) Entry {
	shown := Entry{
		Papers:  l.papers(e),
		SeeAlso: linksTo(l, e.SeeAlso, same),
		Stamp: Stamp{
			Updated:    e.Facts.Updated.String(),
			ReviewedBy: e.Facts.ReviewedBy,
			License:    e.Facts.License,
		},
	}
	if e.Facts.Safety != "none" {
		shown.Safety = e.Facts.Safety
	}
	if !e.Facts.ReviewedOn.IsZero() {
		shown.Stamp.Reviewed = e.Facts.ReviewedOn.String()
	}
	for _, s := range e.Sources {
		shown.Sources = append(shown.Sources, l.reference(s))
	}
	return shown
}

// papers are what the site offers of an entry as PDF.
func (l *language) papers(e *guide.Entry) []Link {
	if !l.offers(e.Kind.Folder()) {
		return nil
	}
	return []Link{{Text: l.word("print-pdf"), Address: l.site.Paper(e.Lang, e.Kind.Folder()+"/"+e.ID)}}
}

// offers says whether the site offers a kind of PDF: a folder's name, or "book".
func (l *language) offers(kind string) bool {
	return slices.Contains(l.site.Config.Print.Downloads, kind)
}

// Paper is the address of a piece of paper, whose name is without its ending.
func (s *Site) Paper(lang, name string) string {
	if lang != s.Config.Languages[0].Tag {
		name = strings.ToLower(lang) + "/" + name
	}
	return "/print/" + name + ".pdf"
}

// reference is a work as this language's lists show it, made once.
func (l *language) reference(s *guide.Source) *Reference {
	return l.references.get(s, func() *Reference {
		return &Reference{
			ID:      s.ID,
			Authors: strings.Join(s.Authors, ", "),
			Year:    s.Year,
			Title:   s.Title,
			Stop:    stop(s.Title),
			In:      published(s),
			Outside: outside(s),
			Inside:  l.prefix + "/sources/#" + s.ID,
		}
	})
}

// stop ends a title that does not end itself, as "Can we communicate as well as we think?" does.
func stop(title string) string {
	if strings.HasSuffix(title, "?") || strings.HasSuffix(title, "!") || strings.HasSuffix(title, ".") {
		return ""
	}
	return "."
}

// published is where a work appeared: "Social Development 25(4), 742–758".
func published(s *guide.Source) string {
	in := s.Container
	if s.Volume != "" {
		in += " " + s.Volume
	}
	if s.Issue != "" {
		in += "(" + s.Issue + ")"
	}
	if s.Pages != "" {
		in += ", " + s.Pages
	}
	return in
}

func outside(s *guide.Source) string {
	if s.DOI != "" {
		return "https://doi.org/" + s.DOI
	}
	return s.URL
}
