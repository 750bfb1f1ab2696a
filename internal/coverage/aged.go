package coverage

import (
	"time"

	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/guide"
)

// An Aged thing was last looked at so many days ago.
type Aged struct {
	Place
	On      string `json:"on"`
	Days    int    `json:"days"`
	Overdue bool   `json:"overdue"` // else it is due
}

// aged is a thing that was looked at on a day; ok is false while it is recent, or where nobody said.
func aged(place Place, on, today facts.Date) (a Aged, ok bool) {
	days := int(today.Time().Sub(on.Time()) / (24 * time.Hour))
	return Aged{place, on.String(), days, days > guide.StaleAfter}, !on.IsZero() && days > guide.OldAfter
}

func (s *shelf) reviews(today facts.Date) (all []Aged) {
	for _, e := range s.entries {
		if a, ok := aged(placeOf(e), e.Facts.ReviewedOn, today); ok {
			all = append(all, a)
		}
	}
	return all
}

func helplines(g *guide.Guide, today facts.Date) (all []Aged) {
	for _, h := range g.Helplines {
		if a, ok := aged(Place{"content/helplines.toml", h.Name}, h.VerifiedOn, today); ok {
			all = append(all, a)
		}
	}
	return all
}

// behind are entries whose original in the default language was changed after them.
func (s *shelf) behind() (all []Aged) {
	original := s.guide.Config.Languages[0].Tag
	if s.tag == original {
		return nil
	}
	for _, e := range s.entries {
		for _, other := range e.Others {
			if own, its := e.Facts.Updated, other.Facts.Updated; other.Lang == original && own.Compare(its) < 0 {
				days := int(its.Time().Sub(own.Time()) / (24 * time.Hour))
				all = append(all, Aged{placeOf(e), own.String(), days, days > guide.StaleAfter})
			}
		}
	}
	return all
}
