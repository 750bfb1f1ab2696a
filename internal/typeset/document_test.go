package typeset

import (
	"strconv"
	"strings"
	"testing"
)

var itoa = strconv.Itoa

func TestEssay(t *testing.T) {
	r := mustSet(t, essay(handoutStyles(Serif(), 11, Start)))
	keepFile(t, "essay.pdf", r.File)
	if r.Pages != 2 || len(r.Missing) > 0 {
		t.Errorf("%d pages, missing %v", r.Pages, r.Missing)
	}
	if text := ask(t, r.File, "pdftotext", "FILE", "-"); !strings.Contains(text, "1 of 2") || !strings.Contains(text, "2 of 2") {
		t.Errorf("pages are not numbered:\n%s", text)
	}
}
