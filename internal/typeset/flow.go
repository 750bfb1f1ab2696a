package typeset

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/amends-guide/amends/internal/pdf"
)

// A setPage is a page of a flow that waits for being painted.
type setPage struct {
	flow  *Flow
	rtl   bool
	fill  pageful
	folio Folio
	top   float64 // of the flow, from the page's upper edge
	foot  float64 // lower edge of the flow and its notes
}

func (f Flow) lay(l *layout) {
	l.flow, l.width = &f.Page, f.Page.Width-f.Page.Start-f.Page.End
	start, number := len(l.pages), cmp.Or(f.First, l.next)
	folio := func(page int) Folio {
		return Folio{Number: start + page + 1, Total: l.known.total, Label: pageLabel(f.Numbers, number+page)}
	}
	top, foot := l.body(&f.Page, folio(1))
	s := &setter{layout: l, lang: l.doc.Info.Lang, width: l.width, tallest: foot - top}
	s.blocks(f.Blocks)
	if len(s.slabs) > 0 && s.slabs[0].breaks == oddPage && start%2 == 1 {
		number-- // an empty page before the first is not counted among them
	}
	longest := longestTitle(s.slabs)
	fill := filler{slabs: s.slabs, first: start + 1, room: func(page int) float64 {
		at := folio(page)
		at.Title = longest
		top, foot := l.body(&f.Page, at)
		return foot - top
	}}
	title := ""
	for i, full := range fill.fill() {
		at := folio(i)
		at.Title = longest
		p := &setPage{flow: &f, rtl: RightToLeft(l.doc.Info.Lang), fill: full}
		p.top, p.foot = l.body(&f.Page, at)
		at.Title, title = running(full.slabs, title)
		p.folio = at
		for _, b := range full.slabs {
			for _, d := range b.marks {
				l.label(d.name, at.Label)
			}
		}
		size := pageSize{width: f.Page.Width, height: f.Page.Height}
		if number+i == cmp.Or(f.First, l.next) {
			size.numbers, size.first = f.Numbers, number+i
		}
		l.pages = append(l.pages, page{size, p.paint})
	}
	l.next = number + len(l.pages) - start
}

// body is where the flow of a page stands, from the page's upper edge.
func (l *layout) body(p *Page, at Folio) (top, foot float64) {
	top, foot = p.Top, p.Height-p.Bottom
	if head := l.margin(p.Head, at); head != nil {
		top += stack(head) + p.HeadGap
	}
	if below := l.margin(p.Foot, at); below != nil {
		foot -= stack(below) + p.FootGap
	}
	return top, max(foot, top+1)
}

// margin sets what stands above or below the flow.
func (l *layout) margin(blocks func(Folio) []Block, at Folio) []slab {
	if blocks == nil {
		return nil
	}
	s := &setter{layout: l, lang: l.doc.Info.Lang, width: l.width, tallest: l.flow.Height}
	s.blocks(blocks(at))
	return s.slabs
}

// longestTitle is the running heading that needs most room.
func longestTitle(slabs []slab) (longest string) {
	for i := range slabs {
		if t := slabs[i].title; len(t) > len(longest) {
			longest = t
		}
	}
	return longest
}

// running is the title of a page, and that of the next if no heading comes before.
func running(slabs []placed, before string) (here, after string) {
	here, after = "", before
	for _, b := range slabs {
		if b.title != "" {
			here, after = cmp.Or(here, b.title), b.title
		}
	}
	return cmp.Or(here, before), after
}

// pageLabel is a page's number in a style.
func pageLabel(style pdf.PageNumbers, n int) string {
	if style == pdf.RomanNumbers {
		return roman(n)
	}
	return strconv.Itoa(n)
}

func roman(n int) string {
	values := [...]int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	letters := [...]string{"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"}
	var b strings.Builder
	for i, v := range values {
		for ; n >= v; n -= v {
			b.WriteString(letters[i])
		}
	}
	return b.String()
}
