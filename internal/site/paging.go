package site

import "strconv"

const (
	pageSize  = 100 // entries that a list shows before it goes on to another page
	indexSize = 500 // lines of the complete list on one page: one looks through it with the browser's own search
)

// pages calls plan once for each page of a long list, with the page's address and its part of the list. An empty list has
// one page.
func pages[T any](path string, all []T, plan func(path string, part []T, pager *Pager)) {
	pagesOf(pageSize, path, all, plan)
}

// pagesOf is pages of another size.
func pagesOf[T any](size int, path string, all []T, plan func(path string, part []T, pager *Pager)) {
	n := max(1, (len(all)+size-1)/size)
	for i := range n {
		part := all[i*size : min((i+1)*size, len(all))]
		if n == 1 {
			plan(path, part, nil)
			return
		}
		pager := &Pager{Page: i + 1, Pages: n}
		if i > 0 {
			pager.Previous = pageAddress(path, i)
		}
		if i+1 < n {
			pager.Next = pageAddress(path, i+2)
		}
		plan(pageAddress(path, i+1), part, pager)
	}
}

func pageAddress(path string, page int) string {
	if page == 1 {
		return path
	}
	return path + "page/" + strconv.Itoa(page) + "/"
}
