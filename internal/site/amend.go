package site

import (
	"cmp"

	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/guide"
)

// Amend takes in what an entry says of itself since [guide.Guide.Amend]. Nobody else may be looking at the site. What other pages
// show of the entry they find out when they are asked for their views.
func (s *Site) Amend(e *guide.Entry) { s.plan.retell(s.Page(s.Address(e))) }

// retell gives an entry's own page what the entry says of itself.
func (p *planner) retell(page *Page) {
	e := page.Entry
	page.Title, page.Description, page.Updated = e.Title, e.Facts.Summary, e.Facts.Updated
	switch e.Kind {
	case guide.CardKind:
		page.Description = cmp.Or(page.Description, p.cardOf[e].Reason)
	case guide.TermKind:
		page.Description = cmp.Or(page.Description, doc.PlainText(e.Text))
	}
}
