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
