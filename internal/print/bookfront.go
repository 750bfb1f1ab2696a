package print

import (
	"strings"
	"time"

	"rsc.io/qr"

	"github.com/amends-guide/amends/internal/pdf"
	"github.com/amends-guide/amends/internal/typeset"
)

// titlePage says what the book is, of when and whose, where its website is, and when not to use it.
func (b *binder) titlePage(day time.Time) []typeset.Block {
	c := b.site.Config
	title := b.h1
	title.Size *= 1.5
	title.Before, title.After = 0, 14
	blocks := append(b.head(),
		typeset.Space{Height: 120},
		typeset.Paragraph{Style: &title, Text: typeset.Words(c.Title)},
		typeset.Paragraph{Style: &b.lead, Text: typeset.Words(c.Tagline)},
		typeset.Space{Height: 60},
		typeset.Paragraph{Style: &b.body, Text: typeset.Words(strings.ReplaceAll(b.word("book-date"), "{1}", b.day(day.Format(time.DateOnly))))})
	if said := joined(" · ", c.Publisher, c.License); said != "" {
		blocks = append(blocks, typeset.Paragraph{Style: &b.body, Text: typeset.Words(said)})
	}
	blocks = append(blocks, typeset.Paragraph{Style: &b.body, Text: typeset.Words(b.word("safety-line"))})
	if c.BaseURL != "" {
		blocks = append(blocks, typeset.Space{Height: 40}, qrCode(c.BaseURL),
			typeset.Paragraph{Style: &b.small, Text: typeset.Text{{Text: c.BaseURL, Link: c.BaseURL}}})
	}
	return blocks
}

// qrCode is an address as a square for cameras, 28 mm wide: each dot is larger than cameras need.
func qrCode(address string) typeset.Block {
	code, err := qr.Encode(address, qr.M)
	if err != nil {
		return typeset.Space{} // longer than any square holds
	}
	dot := 28 * mm / float64(code.Size)
	var squares pdf.Path
	for y := range code.Size {
		for x := range code.Size {
			if code.Black(x, y) {
				left, top := float64(x)*dot, float64(code.Size-y)*dot
				squares.MoveTo(left, top)
				squares.LineTo(left+dot, top)
				squares.LineTo(left+dot, top-dot)
				squares.LineTo(left, top-dot)
				squares.Close()
			}
		}
	}
	black := pdf.Gray(0)
	return typeset.Figure{Width: 28 * mm, Height: 28 * mm, Alt: address, Drawing: []typeset.Ink{{Path: squares, Fill: &black}}, After: 6}
}

// contentsPage is the table of contents.
func (b *binder) contentsPage() []typeset.Block {
	return []typeset.Block{
		typeset.Heading{Level: 1, Style: &b.h1, Text: typeset.Words(b.word("contents")), Outline: 1},
		typeset.Contents{Role: pdf.RoleTOC, Entries: b.contents},
	}
}

// bookPage is a page of the book: at its head what one is reading, at its foot the guide and the number.
func (b *binder) bookPage() typeset.Page {
	page := b.page
	page.Facing = true
	page.Head = func(f typeset.Folio) []typeset.Block {
		return []typeset.Block{typeset.Paragraph{Style: &b.foot, Text: typeset.Words(f.Title)}}
	}
	page.Foot = func(f typeset.Folio) []typeset.Block {
		return []typeset.Block{typeset.Sides{Style: &b.foot, Start: typeset.Words(b.site.Config.Title), End: typeset.Words(f.Label)}}
	}
	return page
}

// afterTitle is a foot that the title page does not have.
func afterTitle(foot func(typeset.Folio) []typeset.Block) func(typeset.Folio) []typeset.Block {
	return func(f typeset.Folio) []typeset.Block {
		if f.Number == 1 {
			return nil
		}
		return foot(f)
	}
}
