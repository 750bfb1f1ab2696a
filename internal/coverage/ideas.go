package coverage

import (
	"slices"

	"github.com/amends-guide/amends/internal/guide"
)

// An Idea is one idea of the editorial plan, and what carries it.
type Idea struct {
	ID      string `json:"id"`
	Essays  int    `json:"essays"`
	Cards   int    `json:"cards"`
	Doors   int    `json:"doors"`
	Covered bool   `json:"covered"`
}

// ideas are all ideas that the plan asks for.
func (p *Plan) ideas(s *shelf) (ideas []Idea) {
	for _, id := range p.known {
		if wanted := p.wanted(id); wanted != nil {
			i := s.idea(id)
			i.Covered = i.Essays >= wanted.Essays && i.Cards >= wanted.Cards && i.Doors >= wanted.Doors
			ideas = append(ideas, i)
		}
	}
	return ideas
}

// wanted is what the plan asks for an idea: the table that names it, or the one that names none.
func (p *Plan) wanted(id string) (found *IdeasFacts) {
	for i := range p.facts.Ideas {
		f := &p.facts.Ideas[i]
		if slices.Contains(f.IDs, id) {
			return f
		}
		if len(f.IDs) == 0 {
			found = f
		}
	}
	return found
}

func (s *shelf) idea(id string) Idea {
	i := Idea{ID: id}
	for _, e := range s.entries {
		if e.Kind == guide.EssayKind && slices.Contains(e.Facts.Covers, id) {
			i.Essays++
		}
	}
	doors := map[string]bool{}
	for _, c := range s.cards {
		if slices.Contains(c.Entry.Facts.Covers, id) {
			i.Cards++
			doors[s.door(c)] = true
		}
	}
	i.Doors = len(doors)
	return i
}
