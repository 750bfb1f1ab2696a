package print

import "github.com/amends-guide/amends/internal/typeset"

// A Cut says how cards lie on sheets, and how their backs come behind their fronts.
type Cut struct {
	Stock  string  // the sheet's name; "": the deck's own, or the usual one
	Flip   Flip    // "": Long
	DX, DY float64 // millimetres by which backs are moved right and down, for printers that shift
	Shop   bool    // one card of the sheet's size a page
	Bleed  float64 // how far ink may reach beyond the cut, in millimetres; 0: 3
}

// A Flip is how the paper turns over between fronts and backs.
type Flip string

// Ways to bring backs behind fronts.
const (
	Long  Flip = "long"  // the printer turns the sheet over its long edge
	Short Flip = "short" // over its short edge
	Apart Flip = "apart" // all fronts, then all backs, for printers that print one side: turned over like a page of a book
	Fold  Flip = "fold"  // front and back beside each other, to fold and glue
	None  Flip = "none"  // fronts alone
)

// A spot is where one side of a card lies, in millimetres from the upper left corner of its page, and how it is turned.
type spot struct {
	x, y, width, height float64
	turn                typeset.Turn
}

// front is where the i-th card of a sheet lies.
func (s Stock) front(i int) spot {
	p := spot{s.X + float64(i%s.Columns)*s.DX, s.Y + float64(i/s.Columns)*s.DY, s.Width, s.Height, 0}
	if s.Turned {
		p.turn = 1
	}
	return p
}

// back is where the other side of a front lies on the back of its sheet. It is found from the page, never from rows and columns, so
// it is right on sheets that are not the same on both sides, too. A sheet turned over its vertical middle shows its right edge at
// the left, and what points up still does; over its horizontal middle, up points down.
func (s Stock) back(front spot, flip Flip) spot {
	sideways := (flip == Short) == (s.Paper.width > s.Paper.height)
	if sideways {
		return spot{s.Paper.width - front.x - front.width, front.y, front.width, front.height, (4 - front.turn) % 4}
	}
	return spot{front.x, s.Paper.height - front.y - front.height, front.width, front.height, (6 - front.turn) % 4}
}

// folds are the pairs of places where front and back lie beside each other, touching at the fold; where a column is left over, one
// below the other in it.
func (s Stock) folds() (pairs [][2]spot) {
	for row := range s.Rows {
		for column := 0; column+1 < s.Columns; column += 2 {
			front := s.front(row*s.Columns + column)
			back := front
			fold := (front.x + front.width + front.x + s.DX) / 2
			front.x, back.x, back.turn = fold-front.width, fold, (4-front.turn)%4
			pairs = append(pairs, [2]spot{front, back})
		}
	}
	if s.Columns%2 == 0 {
		return pairs
	}
	for row := 0; row+1 < s.Rows; row += 2 {
		front := s.front((row+1)*s.Columns - 1)
		back := front
		fold := (front.y + front.height + front.y + s.DY) / 2
		front.y, back.y, back.turn = fold-front.height, fold, (6-front.turn)%4
		pairs = append(pairs, [2]spot{front, back})
	}
	return pairs
}

// moved is a spot moved right and down.
func (p spot) moved(dx, dy float64) spot {
	p.x, p.y = p.x+dx, p.y+dy
	return p
}
