package pdf

import (
	"slices"
	"strconv"
)

// PageNumbers is a style of page numbers.
type PageNumbers string

// Styles of page numbers, as viewers show them.
const (
	NoNumbers     PageNumbers = ""
	ArabicNumbers PageNumbers = "D"
	RomanNumbers  PageNumbers = "r"
)

type label struct {
	page   *Page
	style  PageNumbers
	prefix string
	first  int
}

// Label says how pages are numbered from this one on: prefix, then numbers in a style, counted from first (≥ 1).
func (p *Page) Label(style PageNumbers, prefix string, first int) {
	if first < 1 {
		p.doc.fail("a first page of number %d", first)
	}
	p.doc.labels = append(p.doc.labels, label{p, style, prefix, first})
}

// labelled says whether pages are numbered in another way than viewers do by themselves: 1, 2, 3.
func (d *Document) labelled() bool {
	return slices.ContainsFunc(d.labels, func(l label) bool {
		return l.style != ArabicNumbers || l.prefix != "" || l.first != l.page.index+1
	})
}

// pageLabels is a number tree; pages before the first label are counted from 1.
func (w *writer) pageLabels() []byte {
	labels := slices.Clone(w.doc.labels)
	slices.SortStableFunc(labels, func(a, b label) int { return a.page.index - b.page.index })
	d := append(newDict(), "/Nums["...)
	if labels[0].page.index > 0 {
		d = append(d, "0<</S/D>>"...)
	}
	for _, l := range labels {
		entry := newDict()
		if l.style != NoNumbers {
			entry = entry.name("S", string(l.style)).int("St", l.first)
		}
		if l.prefix != "" {
			entry = entry.text("P", l.prefix)
		}
		d = append(strconv.AppendInt(d, int64(l.page.index), 10), entry.end()...)
	}
	return append(d, "]>>"...)
}
