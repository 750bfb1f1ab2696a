package typeset

import "github.com/amends-guide/amends/internal/pdf"

// MM is a millimetre in points.
const MM = 72 / 25.4

// A Style is how a paragraph looks. Lengths are points, but for Leading and Tracking.
type Style struct {
	Family       *Family
	Size         float64
	Leading      float64 // from baseline to baseline, in sizes: 1.35
	Tracking     float64 // room added after each letter, in sizes: 0.06 for labels in capitals
	Bold, Italic bool
	Color        pdf.Color
	Align        Align

	// Space above and below. Between two blocks the larger of the two counts; at the head of a page there is none.
	Before, After float64
}

// An Align says where lines end. Start is the left in left-to-right text, the right in right-to-left text.
type Align uint8

const (
	Start    Align = iota // ragged, lines as equal as can be over the whole paragraph
	Justify               // both edges straight, the last line as at Start
	Center                // as few lines as can be, balanced
	End                   // balanced
	Balanced              // as Center, but at Start: for headings and phrases
)

// balanced says whether lines should be as few and as equal as can be.
func (a Align) balanced() bool { return a == Center || a == End || a == Balanced }

// leading is the height of a line.
func (s *Style) leading() float64 { return s.Size * s.Leading }

// baseline is where the letters stand in a line's height, from its top.
func (s *Style) baseline() float64 {
	m := s.Family.Regular.lines
	return s.leading()/2 + (m.ascent-m.descent)/2*s.Size
}

// face is the face of a span in the style.
func (s *Style) face(span *Span) (face *Face, bold bool) {
	bold = s.Bold || span.Bold
	return s.Family.face(bold, s.Italic != span.Italic), bold
}

func pick[T any](first bool, a, b T) T {
	if first {
		return a
	}
	return b
}
