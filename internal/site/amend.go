package site

import (
	"cmp"

	"github.com/amends-guide/amends/internal/guide"
)

// Amend takes in what a card or an essay says of itself since [guide.Guide.Amend]. Nobody else may be looking at the site. What
// other pages show of the entry they find out when they are asked for their views.
func (s *Site) Amend(e *guide.Entry) {
	page := s.Page(s.Address(e))
	page.Description = ""
	if c := s.plan.cardOf[e]; c != nil {
		page.Description = c.Reason
	}
	page.retell()
	for _, all := range s.plan.memo.indexes {
		all.fresh = false
	}
}

// retell gives an entry's own page what the entry says of itself. Where it has no summary the description stays what it is.
func (p *Page) retell() {
	e := p.Entry
	p.Title, p.Description, p.Updated = e.Title, cmp.Or(e.Facts.Summary, p.Description), e.Facts.Updated
}
