package typeset

import "github.com/amends-guide/amends/internal/pdf"

// A Field is what makes a form out of ink: in a [Document] that is Fillable one can type or tick there. Without a Name it is ink alone.
type Field struct {
	Name string // unique in the document
	Tip  string // what to fill in, for those who do not see it
}

// WritingLines is ruled lines to write on.
type WritingLines struct {
	Field
	Rows          int
	Pitch         float64 // from line to line; at least 9 mm for handwriting
	Color         pdf.Color
	Before, After float64
}

// WritingBox is an empty box to write or draw in.
type WritingBox struct {
	Field
	Height        float64
	Color         pdf.Color
	Before, After float64
}

// Choices is options with a box or a circle before each, beside each other where there is room, read line by line.
type Choices struct {
	Field
	Style         *Style
	One           bool // only one can be chosen: circles
	Options       []Text
	Lang          string
	Gap           float64 // between options
	Before, After float64
}

// A Scale is a row of numbers in circles, from Low to High, with words at its ends.
type Scale struct {
	Field
	Style         *Style
	Low, High     int
	LowEnd        string
	HighEnd       string
	Lang          string
	Before, After float64
}
