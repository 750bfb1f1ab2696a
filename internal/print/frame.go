package print

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/amends-guide/amends/internal/pdf"
	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/typeset"
)

// info is what a file says about itself.
func (w *writer) info(title, subject string, day time.Time) pdf.Info {
	return pdf.Info{
		Title: title, Lang: w.lang.Tag, Subject: subject, Author: w.site.Config.Publisher, Rights: w.site.Config.License,
		Creator: "Amends", Created: day,
	}
}

// sheet is a page of an entry, with the running foot that every sheet carries, so that a copy of a copy still says what it
// is, of when, whose, and when not to use it.
func (w *writer) sheet(f *site.Frame, stamp site.Stamp) typeset.Page {
	page := w.page
	about, origin := f.Heading, joined(" · ", w.day(stamp.Updated), cmp.Or(stamp.License, w.site.Config.License), w.home())
	lines := []string{w.word("safety-line"), w.practice()}
	if w.edition.Large { // all of it on one line would be three, broken anywhere
		lines = append([]string{origin}, lines...)
	} else {
		about = joined(" · ", about, origin)
	}
	page.Foot = func(folio typeset.Folio) []typeset.Block {
		number := typeset.Words(w.numbers("page-of", folio.Number, folio.Total))
		blocks := []typeset.Block{
			typeset.Rule{Width: 0.5, Color: w.faint, After: 4},
			typeset.Sides{Style: &w.foot, Start: typeset.Words(about), End: number},
		}
		for _, line := range lines {
			if line != "" {
				blocks = append(blocks, typeset.Paragraph{Style: &w.foot, Text: typeset.Words(line)})
			}
		}
		return blocks
	}
	return page
}

// day is a date as people of the language write it, or as we do where the language has no words for that.
func (w *writer) day(date string) string {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	written, err := w.lang.Date(t)
	if err != nil {
		return date
	}
	return written
}

// home is the guide's name, or its address where it has one: what somebody can type who holds the sheet.
func (w *writer) home() string {
	if base := w.site.Config.BaseURL; base != "" {
		_, short, _ := strings.Cut(base, "://")
		return strings.TrimSuffix(short, "/")
	}
	return w.site.Config.Title
}

func (w *writer) practice() string {
	return joined(" · ", w.edition.Practice.Name, w.edition.Practice.Phone)
}

// head is what stands over the title of a first page: the practice, if there is one, and what the piece is a part of.
func (w *writer) head() []typeset.Block {
	var blocks []typeset.Block
	if logo := w.edition.Practice.Logo; logo != nil {
		const height, most = 34.0, 150.0
		width := height * float64(logo.Width) / float64(logo.Height)
		blocks = append(blocks, typeset.Figure{Image: logo, Width: min(width, most), Alt: w.edition.Practice.Name, After: 6})
	}
	if p := w.edition.Practice; p.Name != "" || p.Phone != "" {
		blocks = append(blocks,
			typeset.Sides{Style: &w.label, Start: typeset.Words(p.Name), End: typeset.Words(p.Phone)},
			typeset.Rule{Width: 0.5, Color: w.faint, Before: 2, After: 16})
	}
	if title := w.edition.title; title != "" {
		blocks = append(blocks, typeset.Paragraph{Style: &w.label, Text: typeset.Words(title), KeepWithNext: true})
	}
	return blocks
}

// numbers is a text of the interface with {1}, {2} … as numbers.
func (w *writer) numbers(key string, values ...int) string {
	text := w.word(key)
	for i, v := range values {
		text = strings.ReplaceAll(text, fmt.Sprintf("{%d}", i+1), strconv.Itoa(v))
	}
	return text
}

// joined joins what is not empty.
func joined(between string, parts ...string) string {
	var all []string
	for _, part := range parts {
		if part != "" {
			all = append(all, part)
		}
	}
	return strings.Join(all, between)
}
