package typeset

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// randomChunks is a paragraph of random widths; now and then a line must end, or a chunk has no space behind it.
func randomChunks(r *rand.Rand, n int) []chunk {
	chunks := make([]chunk, n)
	for i := range chunks {
		chunks[i].width = 0.3 + r.Float64()*r.Float64()*8
		if r.IntN(8) > 0 {
			chunks[i].space = 0.25
		} else {
			chunks[i].cost = costInWord
		}
		chunks[i].forced = r.IntN(30) == 0
	}
	return chunks
}

func TestLinesHoldAllChunksAndFit(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		chunks := randomChunks(r, 1+r.IntN(60))
		measure := 4 + r.Float64()*30
		align := Align(r.IntN(5))
		at := 0
		for _, s := range breakLines(chunks, measure, align) {
			if s.from != at || s.to <= s.from {
				t.Fatalf("line %v does not go on from chunk %d", s, at)
			}
			at = s.to
			width, spaces := 0.0, 0.0
			for i := s.from; i < s.to; i++ {
				width += chunks[i].width
				if i < s.to-1 {
					spaces += chunks[i].space
					if chunks[i].forced {
						t.Fatal("a line goes on after its end")
					}
				}
			}
			if align == Justify {
				spaces *= 1 - shrinkable
			}
			if s.to-s.from > 1 && width+spaces > measure+2*slop {
				t.Fatalf("a line of %d chunks is %v wide, the measure is %v", s.to-s.from, width+spaces, measure)
			}
		}
		if at != len(chunks) {
			t.Fatalf("%d of %d chunks are on lines", at, len(chunks))
		}
	}
}

// costOf is what a choice of lines costs, reckoned without the tables of the breaker.
func costOf(b *breaker, lines []stretch) (sum float64) {
	for _, s := range lines {
		width := 0.0
		for i := s.from; i < s.to; i++ {
			width += b.chunks[i].width
			if i < s.to-1 {
				width += b.chunks[i].space
			}
		}
		sum += b.cost(s.from, s.to, width)
	}
	return sum
}

// cheapest tries every way to break the chunks from the first on.
func cheapest(b *breaker, from int) float64 {
	if from == len(b.chunks) {
		return 0
	}
	best, width := math.Inf(1), 0.0
	for to := from + 1; to <= len(b.chunks); to++ {
		width += b.chunks[to-1].width
		if to-from > 1 && width-b.give(from, to) > b.measure+slop {
			break
		}
		best = min(best, b.cost(from, to, width)+cheapest(b, to))
		width += b.chunks[to-1].space
		if b.chunks[to-1].forced {
			break
		}
	}
	return best
}

func TestNoOtherLinesCostLess(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		chunks := randomChunks(r, 1+r.IntN(12))
		b := &breaker{chunks: chunks, measure: 5 + r.Float64()*10, align: Align(r.IntN(5)), spaced: make([]float64, len(chunks)+1)}
		for i := range chunks {
			b.spaced[i+1] = b.spaced[i] + chunks[i].space
		}
		got, want := costOf(b, breakLines(chunks, b.measure, b.align)), cheapest(b, 0)
		if math.Abs(got-want) > 1e-6 {
			t.Fatalf("lines cost %v, the best %v", got, want)
		}
	}
}

// all sets all lines.
func (b broken) all() (lines []line) {
	for i := range b.count() {
		lines = append(lines, b.line(i, nil))
	}
	return lines
}

// linesOf sets a text and returns its lines as they are read.
func linesOf(text string, style Style, measure float64) (lines []string) {
	par := shapeText(Words(text), &style, "en")
	for _, l := range par.lines(measure / style.Size).all() {
		lines = append(lines, l.read())
	}
	return lines
}

// read is the text of a line.
func (l *line) read() string {
	var b strings.Builder
	for _, q := range l.parts {
		b.WriteString(q.text)
	}
	return b.String()
}

func TestPhrasesAreBalanced(t *testing.T) {
	style := Style{Family: Serif(), Size: 12, Leading: 1.2, Align: Center}
	tests := []struct {
		text    string
		measure float64
		want    []string
	}{
		{"Can you say it more gently?", 130, []string{"Can you say it ", "more gently?"}},
		{"Come back.", 200, []string{"Come back."}},
		{"one\ntwo three", 200, []string{"one ", "two three"}},
		{"I need twenty minutes, and I will come back.", 140, []string{"I need twenty minutes, ", "and I will come back."}},
	}
	for _, test := range tests {
		if got := linesOf(test.text, style, test.measure); !slices.Equal(got, test.want) {
			t.Errorf("%q: %q", test.text, got)
		}
	}
}

func TestMarksOfNotesStayWithTheirWord(t *testing.T) {
	l := newLayout(&Document{}, outcome{}, new(Shapes))
	text := l.resolve(Text{plain("Really?"), called("12", Space{})})
	style := Style{Family: Serif(), Size: 10, Leading: 1.2}
	par := shapeText(text, &style, "en")
	if lines := par.lines(par.natural() - 0.5).all(); len(lines) < 2 || strings.HasPrefix(lines[1].read(), wordJoiner) {
		t.Errorf("%d lines", len(lines))
	} else if len(par.chunks) != 1 || len(par.missing) > 0 {
		t.Errorf("%d chunks, missing %q", len(par.chunks), par.missing)
	}
}

func TestFit(t *testing.T) {
	style := Style{Family: Serif(), Leading: 1.2, Align: Center}
	text := Words("I snapped at you about your homework. That was mine, not yours.")
	size, over := new(Shapes).Fit(text, style, "en", 150, 120, 10, 40)
	if over != 0 || size <= 10 || size >= 40 {
		t.Fatalf("size %v, %d lines over", size, over)
	}
	style.Size = size + 0.25
	if n, whole := shapeText(text, &style, "en").count(150 / style.Size); whole && float64(n)*style.leading() <= 120 {
		t.Errorf("%v points would fit, too", style.Size)
	}
	if size, over := new(Shapes).Fit(text, style, "en", 150, 20, 16, 40); size != 16 || over != 3 {
		t.Errorf("on one line: size %v, %d lines over", size, over)
	}
	if size, over := new(Shapes).Fit(Words("Unforgettable"), style, "en", 60, 500, 6, 40); over != 0 || size > 12 {
		t.Errorf("a long word: size %v, %d lines over", size, over)
	}
	if size, over := new(Shapes).Fit(nil, style, "en", 60, 500, 6, 40); over != 0 || size != 40 {
		t.Errorf("nothing: size %v, %d lines over", size, over)
	}
}
