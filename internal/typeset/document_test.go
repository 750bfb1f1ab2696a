package typeset

import (
	"strconv"
	"testing"
)

var itoa = strconv.Itoa

func TestEssay(t *testing.T) {
	r := mustSet(t, essay(handoutStyles(Serif(), 11, Start)))
	keepFile(t, "essay.pdf", r.File)
	if r.Pages != 2 || len(r.Missing) > 0 {
		t.Errorf("%d pages, missing %v", r.Pages, r.Missing)
	}
}
