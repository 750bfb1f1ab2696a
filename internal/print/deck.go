package print

// A Cut says how cards are laid on sheets.
type Cut struct{}
