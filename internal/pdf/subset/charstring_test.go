package subset

import (
	"math/rand/v2"
	"testing"
)

// What remains of a charstring is its width, as the font's metrics have it and as the PDF will say, and its outline: no hints.
func TestCharstringsWithoutHints(t *testing.T) {
	for _, face := range faces {
		f := parse(t, face.data)
		if !f.IsCFF {
			continue
		}
		glyphs := []uint16{0, Blank}
		for _, g := range rand.New(rand.NewPCG(3, 4)).Perm(f.NumGlyphs)[:500] {
			glyphs = append(glyphs, uint16(g))
		}
		c, err := parseCFF(cut(t, f, glyphs), len(glyphs))
		if err != nil {
			t.Fatal(err)
		}
		for i, g := range glyphs {
			dict := c.dicts[c.dictOf(uint16(i))]
			if got := widthOf(t, c.glyphs[i], dict); got != f.Advance(g) {
				t.Fatalf("%s: glyph %d is %d wide, not %d", face.name, g, got, f.Advance(g))
			}
		}
	}
}

// widthOf walks through a charstring and returns the width that it says.
func widthOf(t *testing.T, b []byte, dict fontDict) (width int) {
	t.Helper()
	private, err := readDict(dict.private)
	if err != nil {
		t.Fatal(err)
	}
	if standard := private.ints(opDefaultWidthX); len(standard) == 1 {
		width = standard[0]
	}
	needs := map[byte]int{4: 1, 21: 2, 22: 1, csEndChar: 0} // moveto, and the end of what has no outline
	var numbers []int
	for first := true; len(b) > 0; {
		if size := numberSize(b[0]); size > 0 {
			numbers, b = append(numbers, integer(b)), b[size:]
			continue
		}
		need, begins := needs[b[0]]
		if first && (!begins || len(numbers) > need+1) {
			t.Fatalf("it begins with operator %d of %v", b[0], numbers)
		}
		if first && len(numbers) > need {
			width = dict.nominal + numbers[0]
		}
		switch b[0] {
		case csHStem, csVStem, csHStemHM, csVStemHM, csHintMask, csCntrMask:
			t.Fatalf("operator %d is a hint", b[0])
		case csEscape:
			b = b[1:]
		}
		numbers, first, b = nil, false, b[1:]
	}
	return width
}
