package site

import (
	"cmp"
	"slices"
	"sync"

	"github.com/amends-guide/amends/internal/guide"
)

// mostSaid is how many cards one moment shows: more is a list, and lists are elsewhere.
const mostSaid = 7

// A moment is what happened, as the one who did it says it, with those one may speak to.
type moment struct {
	facet
	said   string
	people []listener
}

// A listener is somebody there are words for after what happened, and those that fit best.
type listener struct {
	word  *guide.Word
	cards []*guide.Card
	n     int
}

// findMoments are the ruptures that there is something to say after, in the vocabulary's order.
func (l *language) findMoments() {
	found := make([]moment, len(l.facets))
	var all sync.WaitGroup
	for i, f := range l.facets {
		if f.vocabulary == "rupture" {
			all.Go(func() { found[i] = l.momentOf(f) })
		}
	}
	all.Wait()
	l.moments = slices.DeleteFunc(found, func(m moment) bool { return m.people == nil })
}

// momentOf is a moment with all there are words for after it.
func (l *language) momentOf(f facet) moment {
	m := moment{facet: f, said: f.word.Said(l.Tag)}
	for _, person := range l.vocabulary("relationship") {
		if best, n := m.with(person.ID); n > 0 {
			m.people = append(m.people, listener{person, best, n})
		}
	}
	return m
}

// planMoments plans the way from what happened to words in two taps: with whom, and then a phrase.
func (l *language) planMoments() {
	for _, m := range l.moments {
		page := &Page{Path: l.prefix + m.address(), Template: "whom", Title: m.said, Description: m.word.About(l.Tag), Indexable: true}
		l.add(page, m.address(), func(p *Page) any {
			return &WhomView{Frame: l.frame(p, "home", l.list("/", "what-happened")), Lead: p.Description, People: l.peopleOf(m, nil), Paths: l.doors(l.pathsOf(m, "")), All: m.all()}
		})
		for _, to := range m.people {
			l.planSay(m, to)
		}
	}
}

// planSay plans the page with words for one moment and one person.
func (l *language) planSay(m moment, to listener) {
	who, at := to.word.Label(l.Tag), m.address()+to.word.ID+"/"
	page := &Page{Path: l.prefix + at, Template: "say", Title: m.said, Description: who + ": " + m.word.About(l.Tag), Indexable: true}
	l.add(page, at, func(p *Page) any {
		v := &SayView{
			Frame:  l.frame(p, "home", l.list("/", "what-happened"), l.list(m.address(), "with-whom-question")),
			With:   who,
			First:  l.front(to.cards[0]),
			Others: l.tilesOf(to.cards[1:]),
			Paths:  l.doors(l.pathsOf(m, to.word.ID)),
			All:    m.all(),
			People: l.peopleOf(m, to.word),
		}
		v.TabTitle = l.tabTitle(m.said + " · " + who)
		v.Script = cmp.Or(v.Script, l.assets.on["card"]) // it begins with a card
		return v
	})
}

func (m moment) address() string { return "/say/" + m.word.ID + "/" }

func (m moment) all() Count { return m.count("") }

// with are the cards one may say to a person that fit best, and how many fit at all: words for just this moment before those
// that fit it too, words for just this person before those that fit many, the same day before years later, those that
// begin a repair before those that go on with one, small before large.
func (m moment) with(person string) (best []*guide.Card, n int) {
	var ranks [mostSaid + 1]int
	for _, c := range m.cards {
		named := slices.Contains(c.Facts.Relationships, person)
		if c.Facts.Role != "initiator" || !named && !slices.Contains(c.Facts.Relationships, "any") {
			continue
		}
		n++
		rank := misfit(c.Facts.Ruptures[0] == m.word.ID, named, soon(c), begins(c))<<16 | c.Facts.Intensity<<8 | len(c.Facts.Relationships)
		at := len(best)
		for at > 0 && rank < ranks[at-1] {
			ranks[at] = ranks[at-1]
			at--
		}
		if ranks[at] = rank; at < mostSaid {
			best = slices.Insert(best, at, c)
			best = best[:min(len(best), mostSaid)]
		}
	}
	return best, n
}

// begins is whether a card may be the first one says: hearing and mending come after.
func begins(c *guide.Card) bool { return c.Phase.ID != "hear" && c.Phase.ID != "mend" }

// misfit is the number that is larger the earlier something is not so.
func misfit(so ...bool) (n int) {
	for _, is := range so {
		n <<= 1
		if !is {
			n++
		}
	}
	return n
}

// soon is whether a card may be said on the same day.
func soon(c *guide.Card) bool {
	return slices.Contains(c.Facts.Readiness, "hot") || slices.Contains(c.Facts.Readiness, "cooling")
}

// peopleOf are those one can say something to after what happened.
func (l *language) peopleOf(m moment, current *guide.Word) []Count {
	var people []Count
	for _, to := range m.people {
		link := Link{Text: to.word.Label(l.Tag), Address: l.prefix + m.address() + to.word.ID + "/"}
		people = append(people, Count{Link: link, N: to.n, Current: to.word == current})
	}
	return people
}

// pathsOf are the paths for what happened, and for a person where one is named.
func (l *language) pathsOf(m moment, person string) []*guide.Path {
	var paths []*guide.Path
	for _, p := range l.paths {
		if slices.Contains(p.Facts.Ruptures, m.word.ID) && (person == "" || slices.Contains(p.Facts.Relationships, person)) {
			paths = append(paths, p)
		}
	}
	return paths
}

// momentDoors are the first question of the first page: what the reader did, then what was done to them or near them.
func (l *language) momentDoors() []Door {
	var doors []Door
	for _, m := range l.moments {
		doors = append(doors, Door{Link: Link{Text: m.said, Address: l.prefix + m.address()}, Summary: m.word.About(l.Tag)})
	}
	for _, f := range l.facets {
		if f.vocabulary == "role" && f.word.ID != "initiator" {
			doors = append(doors, Door{Link: Link{Text: f.label, Address: f.path}, Summary: f.word.About(l.Tag)})
		}
	}
	return doors
}

func (l *language) front(c *guide.Card) Front {
	t := l.tile(c)
	return Front{ID: c.ID, Phrase: c.Phrase, Glaze: t.Glaze, Seam: t.Seam, Move: t.Move, Gloss: t.Gloss, Link: l.link(c.Entry)}
}
