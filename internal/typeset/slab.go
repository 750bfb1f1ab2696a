package typeset

// A slab is a strip of a page, as wide as the measure, that is never cut: a line of text, a row of a table, a picture. A flow is
// slabs from top to bottom.
type slab struct {
	height        float64
	before, after float64                        // of the space between two slabs, the larger of both counts
	keep          keep                           // with the next slab
	baseline      float64                        // of its first line, from its top; 0: it is no text
	draw          func(p *painter, x, y float64) // nil: it is empty

	frame  *frame        // the innermost frame it stands in
	edge   edge          // of that frame
	notes  []*footnote   // called in it
	repeat *slab         // shown again above it, if it is the first of its page
	split  splitter      // how to cut it after all, if no page can hold it; nil: it cannot be
	breaks pageBreak     // before it
	marks  []destination // at its top
	title  string        // of the pages from here on
	lines  int           // of text, for counting what does not fit
}

// A splitter cuts a slab in two, the first no higher than room.
type splitter func(room float64) (first, rest slab, ok bool)

// A keep says how bad it is to end the page after a slab.
type keep uint8

const (
	free  keep = iota
	whole      // a group would be cut
	bound      // a heading would be left alone, or one line of a paragraph
)

// An edge says that a slab is the upper or lower edge of its frame.
type edge uint8

const (
	noEdge edge = iota
	upperEdge
	lowerEdge
)

type pageBreak uint8

const (
	noBreak pageBreak = iota
	newPage
	oddPage
)

// A destination is a name for a place, and its line in the outline.
type destination struct {
	name    string
	outline int // level; 0: none
	title   string
}

// A frame is one frame around a range of slabs.
type frame struct {
	*Frame
	outer       *frame
	left, width float64
}

// A footnote is a note, set.
type footnote struct {
	node   *node
	slabs  []slab
	height float64
}

// gap is the space between two slabs.
func gap(a, b *slab) float64 { return max(a.after, b.before) }

// stack is how high slabs are on top of each other.
func stack(slabs []slab) float64 {
	var h float64
	for i := range slabs {
		if i > 0 {
			h += gap(&slabs[i-1], &slabs[i])
		}
		h += slabs[i].height
	}
	return h
}

// A placed slab is one at its place on a page.
type placed struct {
	*slab
	y float64 // of its top
}
