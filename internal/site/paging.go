package site

import (
	"strconv"

	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/source"
)

const (
	pageSize  = 100 // entries that a list shows before it goes on to another page
	tilePages = 2   // pages of a list that show cards as tiles: a longer one goes on in lines
	lineSize  = 500 // lines on one page: one looks through it with the browser's own search
)

// pages calls plan once for each page of a long list, with the page's address and its part of the list. An empty list has
// one page.
func pages[T any](path string, all []T, plan func(path string, part []T, pager *Pager)) {
	pagesOf(func(int) int { return pageSize }, path, all, plan)
}

// pagesOf is pages where the n-th page, from 1, holds that many.
func pagesOf[T any](size func(n int) int, path string, all []T, plan func(path string, part []T, pager *Pager)) {
	parts := [][]T{nil}
	for n, rest := 1, all; len(rest) > 0; n++ {
		part := rest[:min(size(n), len(rest))]
		parts, rest = append(parts[:n-1], part), rest[len(part):]
	}
	for i, part := range parts {
		if len(parts) == 1 {
			plan(path, part, nil)
			return
		}
		pager := &Pager{Page: i + 1, Pages: len(parts)}
		if i > 0 {
			pager.Previous = pageAddress(path, i)
		}
		if i+1 < len(parts) {
			pager.Next = pageAddress(path, i+2)
		}
		plan(pageAddress(path, i+1), part, pager)
	}
}

// cardPages is the size of a list of cards' n-th page, and allLines that of a list that is all lines.
func cardPages(n int) int {
	if n <= tilePages {
		return pageSize
	}
	return lineSize
}

func allLines(int) int { return lineSize }

func pageAddress(path string, page int) string {
	if page == 1 {
		return path
	}
	return path + "page/" + strconv.Itoa(page) + "/"
}

// planList plans the list of all entries of a kind, named by a word of the interface. Entry is given where a list shows nothing but
// what stands in its entries' own files.
func planList[T any](l *language, path, template, word string, all []*T, entry func(*T) *guide.Entry, view func(p *Page, part []*T, pager *Pager) any) {
	pages(l.prefix+path, all, func(at string, part []*T, pager *Pager) {
		page := &Page{Path: at, Template: template, Title: l.word(word), Description: l.word(word + "-lead"), Indexable: true}
		if entry != nil {
			page.key = func() source.Sum { return lists(l, part, entry) }
		}
		l.add(page, at[len(l.prefix):], func(p *Page) any { return view(p, part, pager) })
	})
}
