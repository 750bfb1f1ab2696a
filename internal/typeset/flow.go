package typeset

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/amends-guide/amends/internal/pdf"
)

// A flowing is a flow that is being set.
type flowing struct {
	*Flow
	layout *layout
	before int    // pages before it
	number int    // of its first page, as it is printed
	title  string // the longest of its running headings
	bodies []body // of its pages, as far as they are known
}

// A body is where the flow of a page stands, from the page's upper edge.
type body struct{ top, foot float64 }

func (f Flow) lay(l *layout) {
	l.flow, l.width = &f.Page, f.Page.Width-f.Page.Start-f.Page.End
	in := &flowing{Flow: &f, layout: l, before: len(l.pages), number: cmp.Or(f.First, l.next)}
	second := l.body(&f.Page, in.folio(1))
	s := &setter{layout: l, lang: l.doc.Info.Lang, width: l.width, tallest: second.foot - second.top}
	s.blocks(f.Blocks)
	if len(s.slabs) > 0 && s.slabs[0].breaks == oddPage && in.before%2 == 1 {
		in.number-- // an empty page before the first is not counted among them
	}
	in.title = longestTitle(s.slabs)
	fill := filler{slabs: s.slabs, first: in.before + 1, room: in.room}
	in.finish(fill.fill())
}

// folio is what is known of a page, from 0, before it is filled.
func (f *flowing) folio(page int) Folio {
	return Folio{Number: f.before + page + 1, Total: f.layout.known.total, Label: pageLabel(f.Numbers, f.number+page), Title: f.title}
}

// body is where a page, from 0, has its body. Pages are asked for in order.
func (f *flowing) body(page int) body {
	for len(f.bodies) <= page {
		f.bodies = append(f.bodies, f.layout.body(&f.Page, f.folio(len(f.bodies))))
	}
	return f.bodies[page]
}

func (f *flowing) room(page int) float64 {
	b := f.body(page)
	return b.foot - b.top
}

// A setPage is a page of a flow that waits for being painted.
type setPage struct {
	flow  *Flow
	rtl   bool
	fill  pageful
	folio Folio
	body
}

// finish makes pages of what fills them.
func (f *flowing) finish(pages []pageful) {
	l, title := f.layout, ""
	first := cmp.Or(f.First, l.next)
	for i, full := range pages {
		p := &setPage{flow: f.Flow, rtl: RightToLeft(l.doc.Info.Lang), fill: full, folio: f.folio(i), body: f.body(i)}
		p.folio.Title, title = running(full.slabs, title)
		for _, b := range full.slabs {
			for _, d := range b.marks {
				l.label(d.name, p.folio.Label)
			}
		}
		size := pageSize{width: f.Page.Width, height: f.Page.Height}
		if f.number+i == first {
			size.numbers, size.first = f.Numbers, first
		}
		l.pages = append(l.pages, page{size, p.paint})
	}
	l.next = f.number + len(pages)
}

// body is where the flow of a page stands between its head and its foot.
func (l *layout) body(p *Page, at Folio) body {
	b := body{p.Top, p.Height - p.Bottom}
	if head := l.margin(p.Head, at); head != nil {
		b.top += stack(head) + p.HeadGap
	}
	if below := l.margin(p.Foot, at); below != nil {
		b.foot -= stack(below) + p.FootGap
	}
	b.foot = max(b.foot, b.top+1)
	return b
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
