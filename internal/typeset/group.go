package typeset

import "cmp"

func (b Group) set(s *setter) {
	n := s.node
	if b.Role != "" {
		n = s.node.under(b.Role).speaks(cmp.Or(b.Lang, s.lang), s.lang)
	}
	first := len(s.slabs)
	if b.Frame != nil {
		s.framed(b.Frame, b.Lang, n, b.Blocks)
	} else {
		s.within(0, 0, b.Lang, n, b.Blocks)
	}
	if b.Whole {
		s.keep(first, whole, false)
	}
	s.mark(first, destination{name: b.ID})
}

// framed sets blocks within a frame. Its upper and lower padding are slabs of their own, so that a frame cut by a page's end
// stays open there.
func (s *setter) framed(f *Frame, lang string, n *node, blocks []Block) {
	s.frame = &frame{f, s.frame, s.left, s.width}
	top := len(s.slabs)
	s.add(slab{height: f.Top, keep: bound, edge: upperEdge})
	first := s.within(f.Start, f.End, lang, n, blocks)
	s.space(first, 0, 0)
	s.slabs[len(s.slabs)-1].keep = bound
	s.add(slab{height: f.Bottom, edge: lowerEdge})
	s.space(top, f.Before, f.After)
	s.frame = s.frame.outer
}

// A placed slab is one at its place on a page.
type placed struct {
	*slab
	y float64 // of its top
}

// frames draws what is around and beside slabs, the outer frames first.
func (p *painter) frames(slabs []placed, x float64, rtl bool) {
	seen := map[*frame]bool{}
	for i := range slabs {
		var fresh []*frame
		for f := slabs[i].frame; f != nil && !seen[f]; f = f.outer {
			seen[f] = true
			fresh = append(fresh, f)
		}
		for k := len(fresh) - 1; k >= 0; k-- {
			last := i
			for last+1 < len(slabs) && slabs[last+1].frame.within(fresh[k]) {
				last++
			}
			p.surround(framedFrom(fresh[k], &slabs[i], &slabs[last]), x, rtl)
		}
	}
}

// A framed is the part of a frame that stands on one page.
type framed struct {
	*frame
	top, bottom          float64
	continued, continues bool // it goes on from the page before, or on the next
}

// beyond is how far a frame that is cut by a page's end reaches beyond its words.
const beyond = 3

// framedFrom is the part of a frame from one slab to another.
func framedFrom(f *frame, first, last *placed) framed {
	cut := framed{f, first.y, last.y + last.height, !(first.frame == f && first.edge == upperEdge), !(last.frame == f && last.edge == lowerEdge)}
	if cut.continued {
		cut.top -= beyond
	}
	if cut.continues {
		cut.bottom += beyond
	}
	return cut
}

// within says whether a frame is another one or stands in it.
func (f *frame) within(other *frame) bool {
	for ; f != nil; f = f.outer {
		if f == other {
			return true
		}
	}
	return false
}
