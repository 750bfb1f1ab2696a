package site

import "github.com/amends-guide/amends/internal/guide"

// mostPaths is how many paths the first page names. What happened leads to the others.
const mostPaths = 6

// planHome plans the first page. A language whose authors have written none opens with the guide's title and tagline.
func (l *language) planHome() {
	c := l.site.Config
	page := &Page{Path: l.prefix + "/", Template: "home", Title: c.Title, Description: c.Tagline, Indexable: true}
	home := l.page("home")
	if home != nil {
		page.Title, page.Description = home.Title, home.Entry.Facts.Summary
		page.Updated, page.Entry = home.Entry.Facts.Updated, home.Entry
	}
	l.add(page, "home", func(p *Page) any {
		v := &HomeView{Frame: l.frame(p, "home"), Moments: l.momentDoors(), Paths: l.doors(l.paths[:min(len(l.paths), mostPaths)]), All: Count{Link: l.list("/when/", "all-paths"), N: len(l.paths)}, People: l.people(), Phases: l.phases()}
		v.TabTitle = l.tabTitle(c.Title)
		if home != nil {
			v.Intro = l.body(home.Entry).text(home.Text)
		}
		if len(l.essays) > 0 {
			v.Essay = l.essayTeaser(l.essays[0])
		}
		if len(l.cards) > 0 {
			v.Card = l.tile(l.homeCard())
		}
		return v
	})
}

// homeCard is a card that asks: of all moves it is the one with the least to lose.
func (l *language) homeCard() *guide.Card {
	for _, c := range l.cards {
		if c.Lang == l.Tag && c.Move.ID == "listen" {
			return c
		}
	}
	return l.cards[0]
}

// page is the language's own page of that id, or nil.
func (l *language) page(id string) *guide.Page {
	for _, p := range l.standing {
		if p.ID == id && p.Lang == l.Tag {
			return p
		}
	}
	return nil
}

// people are the lists by relationship, under the doors they lie behind.
func (l *language) people() []Group {
	var groups []Group
	for _, door := range l.vocabulary("door") {
		group := Group{Heading: door.Label(l.Tag)}
		for _, f := range l.facets {
			if f.vocabulary == "relationship" && f.word.Group == door.ID {
				group.Links = append(group.Links, f.count(""))
			}
		}
		if len(group.Links) > 0 {
			groups = append(groups, group)
		}
	}
	return groups
}

// phases are the lists by phase, each with those of its moves.
func (l *language) phases() []Phase {
	var phases []Phase
	for _, f := range l.facets {
		switch f.vocabulary {
		case "phase":
			phases = append(phases, Phase{ID: f.word.ID, Count: f.count(""), About: f.word.About(l.Tag), Seam: seamOf("phase-" + f.word.ID)})
		case "move":
			for i := range phases {
				if phases[i].ID == f.word.Group {
					phases[i].Moves = append(phases[i].Moves, f.count(""))
				}
			}
		}
	}
	return phases
}
