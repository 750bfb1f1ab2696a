package coverage

import "github.com/amends-guide/amends/internal/guide"

// A Cell is how many cards there are for one relationship, phase and rupture. A card counts in every cell that it names.
type Cell struct {
	Relationship string `json:"relationship"`
	Phase        string `json:"phase"`
	Rupture      string `json:"rupture"`
	Cards        int    `json:"cards"`
}

// cells are all cells, the empty ones too, in the order of the vocabulary.
func (s *shelf) cells() (cells []Cell) {
	type key struct{ relationship, phase, rupture string }
	count := map[key]int{}
	for _, c := range s.cards {
		for _, relationship := range c.Facts.Relationships {
			for _, rupture := range c.Facts.Ruptures {
				count[key{relationship, phaseOf(c), rupture}]++
			}
		}
	}
	for _, relationship := range s.guide.Words["relationship"] {
		for _, phase := range s.guide.Words["phase"] {
			for _, rupture := range s.guide.Words["rupture"] {
				k := key{relationship.ID, phase.ID, rupture.ID}
				cells = append(cells, Cell{k.relationship, k.phase, k.rupture, count[k]})
			}
		}
	}
	return cells
}

func phaseOf(c *guide.Card) string {
	if c.Phase == nil {
		return ""
	}
	return c.Phase.ID
}

// door is the door of the card's main relationship.
func (s *shelf) door(c *guide.Card) string {
	if len(c.Facts.Relationships) == 0 {
		return ""
	}
	return s.doors[c.Facts.Relationships[0]]
}
