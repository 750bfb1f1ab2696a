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
	s.add(slab{height: f.Top, keep: bound})
	first := s.within(f.Start, f.End, lang, n, blocks)
	s.space(first, 0, 0)
	s.slabs[len(s.slabs)-1].keep = bound
	s.add(slab{height: f.Bottom})
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
			p.surround(fresh[k], x, slabs[i].y, slabs[last].y+slabs[last].height, rtl)
		}
	}
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
