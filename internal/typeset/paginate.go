package typeset

import "slices"

// A pageful is the slabs of one page, at their places from the top of its flow, and the notes at its foot.
type pageful struct {
	slabs []placed
	notes []*footnote
	cut   []slab // the first slabs of a note too long for its page, in the place of notes
	empty bool   // so that the next page is odd
}

// A filler deals slabs out to pages.
type filler struct {
	slabs []slab
	room  func(page int) float64 // for the flow of the n-th page, from 0
	first int                    // number of the first page, to know odd from even
	pages []pageful
	rest  []slab // of notes that go on on the next page
}

// fill deals all slabs out, in order. Pages end where the least is lost: never after a heading or within two lines of a
// paragraph's ends, and in a group that is to stay whole only if it is higher than a page.
func (f *filler) fill() []pageful {
	for i := 0; i < len(f.slabs); {
		if f.slabs[i].breaks == oddPage && (f.first+len(f.pages))%2 == 0 {
			f.pages = append(f.pages, pageful{empty: true})
		}
		i = f.page(i)
	}
	for len(f.rest) > 0 {
		p := pageful{}
		f.takeRest(&p, f.room(len(f.pages)))
		f.pages = append(f.pages, p)
	}
	return f.pages
}

// page fills one page with slabs from the i-th on and returns the first that is not on it.
func (f *filler) page(i int) int {
	room := f.room(len(f.pages))
	p := pageful{}
	room -= f.takeRest(&p, room/2)
	y, notes := 0.0, 0.0
	ends := [bound + 1]int{} // where the page may end, by what that costs
	j := i
	for ; j < len(f.slabs); j++ {
		b := &f.slabs[j]
		if j > i && b.breaks != noBreak {
			ends[free] = j
			break
		}
		y += f.above(i, j)
		more := noteArea(b.notes)
		if notes > 0 && more > 0 {
			more -= noteAbove + noteBelow
		}
		if y+b.height+notes+more > room+slop && !(b.height > room/2 && f.cut(j, room-y-notes-more)) {
			break
		}
		b = &f.slabs[j]
		y, notes = y+b.height, notes+more
		ends[b.keep] = j + 1
	}
	end := j
	if j < len(f.slabs) {
		end = max(ends[free], 0)
		for k := whole; end <= i && k <= bound; k++ {
			end = ends[k]
		}
	}
	if end <= i {
		f.force(i, room)
		end = i + 1
	}
	f.put(&p, i, end)
	f.pages = append(f.pages, p)
	return end
}

// above is the room above slab j on a page that begins with slab i.
func (f *filler) above(i, j int) float64 {
	if j > i && f.slabs[j-1].breaks == noBreak {
		return gap(&f.slabs[j-1], &f.slabs[j])
	}
	if b := f.slabs[j]; b.repeat != nil && j == i {
		return b.repeat.height
	}
	return 0
}

// force makes slab i, which no page can hold with its notes, fit as well as it can.
func (f *filler) force(i int, room float64) {
	b := &f.slabs[i]
	if f.cut(i, room-f.above(i, i)-noteArea(b.notes)) {
		return
	}
	if len(b.notes) > 0 && room-b.height < noteArea(b.notes) {
		for _, n := range b.notes {
			f.rest = append(f.rest, n.slabs...)
		}
		b.notes = nil
	}
}

// cut cuts slab i in two, if it can be, so that the first part is no higher than room.
func (f *filler) cut(i int, room float64) bool {
	b := f.slabs[i]
	if b.split == nil {
		return false
	}
	first, rest, ok := b.split(room)
	if !ok {
		return false
	}
	first.frame, first.repeat, rest.frame, rest.repeat = b.frame, b.repeat, b.frame, b.repeat
	first.before, rest.after, rest.keep = b.before, b.after, b.keep
	f.slabs = slices.Replace(f.slabs, i, i+1, first, rest)
	return true
}

// put places slabs i to end on the page.
func (f *filler) put(p *pageful, i, end int) {
	y := 0.0
	for j := i; j < end; j++ {
		b := &f.slabs[j]
		above := f.above(i, j)
		if b.repeat != nil && j == i {
			p.slabs = append(p.slabs, placed{&slab{height: b.repeat.height, draw: decorated(b.repeat.draw), frame: b.frame}, 0})
		}
		y += above
		p.slabs = append(p.slabs, placed{b, y})
		p.notes = append(p.notes, b.notes...)
		y += b.height
	}
}

// decorated is something drawn again, which is read only where it stands first.
func decorated(draw func(p *painter, x, y float64)) func(p *painter, x, y float64) {
	return func(p *painter, x, y float64) {
		old := p.artifact
		p.artifact = repeated
		draw(p, x, y)
		p.artifact = old
	}
}

// takeRest puts what is left of long notes on the page, as far as it fits in room, and returns how high that is.
func (f *filler) takeRest(p *pageful, room float64) float64 {
	if len(f.rest) == 0 {
		return 0
	}
	h, n := noteAbove+noteBelow, 0
	for n < len(f.rest) && (n == 0 || h+f.rest[n].height <= room) {
		h += f.rest[n].height
		n++
	}
	p.cut, f.rest = f.rest[:n:n], f.rest[n:]
	return h
}
