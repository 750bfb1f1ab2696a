package typeset

import "cmp"

// A setter turns blocks into slabs. Its measure narrows within lists and frames.
type setter struct {
	layout      *layout
	lang        string
	left, width float64 // of the measure, from the left of the flow
	tallest     float64 // no slab may be higher
	node        *node   // that the blocks belong to
	alone       bool    // the block at hand is the only one of its node
	frame       *frame
	slabs       []slab
}

// add appends a slab.
func (s *setter) add(b slab) {
	b.frame = s.frame
	s.slabs = append(s.slabs, b)
}

// blocks sets blocks one below the other and returns the index of their first slab.
func (s *setter) blocks(blocks []Block) (first int) {
	first = len(s.slabs)
	for _, b := range blocks {
		s.alone = len(blocks) == 1
		b.set(s)
	}
	return first
}

// within sets blocks in a part of the measure, in a language, as children of a node, and returns the index of the first slab.
func (s *setter) within(start, end float64, lang string, n *node, blocks []Block) (first int) {
	old := *s
	s.narrow(start, end)
	s.lang, s.node = cmp.Or(lang, s.lang), n
	first = s.blocks(blocks)
	s.left, s.width, s.lang, s.node = old.left, old.width, old.lang, old.node
	return first
}

// narrow takes room off both ends of the measure, but leaves some to set in.
func (s *setter) narrow(start, end float64) {
	const least = 12
	if s.width-start-end < least {
		start, end = max(0, s.width-least), 0
	}
	s.width -= start + end
	if s.rightToLeft() {
		s.left += end
	} else {
		s.left += start
	}
}

func (s *setter) rightToLeft() bool { return RightToLeft(s.lang) }

// space sets the room above and below the slabs from first on.
func (s *setter) space(first int, before, after float64) {
	if first < len(s.slabs) {
		s.slabs[first].before = before
		s.slabs[len(s.slabs)-1].after = after
	}
}

// keep binds each slab from first on to the next, the last only if so asked.
func (s *setter) keep(first int, k keep, last bool) {
	end := len(s.slabs)
	if !last {
		end--
	}
	for i := first; i < end; i++ {
		s.slabs[i].keep = max(s.slabs[i].keep, k)
	}
}

// mark makes the top of a slab a destination.
func (s *setter) mark(slab int, d destination) {
	if slab < len(s.slabs) && d.name != "" {
		s.slabs[slab].marks = append(s.slabs[slab].marks, d)
	}
}
