package print

import (
	"fmt"
	"math"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/typeset"
)

// The table holds what its sources say: cards lie on their paper, apart from each other.
func TestStocks(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range stocks {
		if seen[s.Name] || s.Name != strings.ToLower(s.Name) || s.About == "" || s.Source == "" {
			t.Errorf("%s: named twice, or without words or source", s.Name)
		}
		seen[s.Name] = true
		last := s.front(s.places() - 1)
		if right, bottom := s.Paper.width-last.x-s.Width, s.Paper.height-last.y-s.Height; right < -0.06 || bottom < -0.06 {
			t.Errorf("%s: the last card ends %.2f and %.2f mm before the edge of the paper", s.Name, right, bottom)
		}
		if s.Columns > 1 && s.DX < s.Width || s.Rows > 1 && s.DY < s.Height {
			t.Errorf("%s: cards overlap", s.Name)
		}
		if s.Source == arithmetic && s.X > 0 {
			if off := math.Abs(s.Paper.width - last.x - s.Width - s.X); off > 0.11 {
				t.Errorf("%s: is %.2f mm from being centred", s.Name, off)
			}
		}
	}
}

// An arrow is a point of paper and the way that is up there, in millimetres from the upper left corner.
type arrow struct{ x, y, upX, upY float64 }

// arrows are the corners of a spot, each with up.
func (p spot) arrows() (all []arrow) {
	up := [][2]float64{{0, -1}, {1, 0}, {0, 1}, {-1, 0}}[p.turn]
	for _, c := range [][2]float64{{0, 0}, {1, 0}, {1, 1}, {0, 1}} {
		all = append(all, arrow{p.x + c[0]*p.width, p.y + c[1]*p.height, up[0], up[1]})
	}
	return all
}

// same says whether the same paper lies below two spots, and which way is up on the second, seen through it.
func same(a, b []arrow) bool {
	for _, p := range a {
		found := false
		for _, q := range b {
			found = found || math.Hypot(p.x-q.x, p.y-q.y) < 1e-9
		}
		if !found {
			return false
		}
	}
	return true
}

// Each back lies exactly behind its front: a sheet is turned over as paper is, and every corner of every back falls on a corner of
// its front. And a card that is turned over like a page, or along its foot, is never on its side.
func TestBacksLieBehindFronts(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	all := Stocks()
	for range 200 { // sheets nobody makes, the same on no side
		s := Stock{
			Name: "random", Paper: paper{150 + 200*r.Float64(), 150 + 200*r.Float64()}, Width: 20 + 20*r.Float64(), Height: 20 + 20*r.Float64(),
			Columns: 1 + r.IntN(3), Rows: 1 + r.IntN(3), X: 10 * r.Float64(), Y: 10 * r.Float64(), Turned: r.IntN(2) == 0,
		}
		s.DX, s.DY = s.Width+5*r.Float64(), s.Height+5*r.Float64()
		all = append(all, s)
	}
	for _, s := range all {
		for _, flip := range []Flip{Long, Short} {
			overX := (s.Paper.height >= s.Paper.width) == (flip == Long) // the edge it is turned over is upright
			for i := range s.places() {
				front, back := s.front(i), s.back(s.front(i), flip)
				seen := back.arrows()
				for j := range seen {
					if overX {
						seen[j].x, seen[j].upX = s.Paper.width-seen[j].x, -seen[j].upX
					} else {
						seen[j].y, seen[j].upY = s.Paper.height-seen[j].y, -seen[j].upY
					}
				}
				if !same(front.arrows(), seen) {
					t.Fatalf("%s, %s edge: the back of card %d lies elsewhere", s.Name, flip, i)
				}
				if f := front.arrows()[0]; f.upX != seen[0].upX || f.upY != seen[0].upY {
					t.Fatalf("%s, %s edge: up on the back of card %d is not up on its front", s.Name, flip, i)
				}
			}
		}
	}
}

// A folded back lies on its front, the same way up.
func TestFoldsMeet(t *testing.T) {
	for _, s := range stocks {
		for _, pair := range s.folds() {
			front, back := pair[0].arrows(), pair[1].arrows()
			for j := range back {
				if pair[0].y == pair[1].y {
					back[j].x, back[j].upX = 2*pair[1].x-back[j].x, -back[j].upX
				} else {
					back[j].y, back[j].upY = 2*pair[1].y-back[j].y, -back[j].upY
				}
			}
			if !same(front, back) || front[0].upX != back[0].upX || front[0].upY != back[0].upY {
				t.Fatalf("%s: %v does not fold on %v", s.Name, pair[1], pair[0])
			}
		}
	}
}

// Folded cards use as many places as can be used in pairs, and never one twice.
func TestFoldsWasteLittle(t *testing.T) {
	for _, s := range stocks {
		var spots []spot
		for _, pair := range s.folds() {
			spots = append(spots, pair[0], pair[1])
		}
		if left := s.places() - len(spots); left > 1 {
			t.Errorf("%s: %d of %d places stay empty", s.Name, left, s.places())
		}
		const slack = 1e-6
		for i, a := range spots {
			if a.x < 0 || a.y < 0 || a.x+a.width > s.Paper.width+slack || a.y+a.height > s.Paper.height+slack {
				t.Errorf("%s: %v is not on the sheet", s.Name, a)
			}
			for _, b := range spots[:i] {
				if a.x+a.width > b.x+slack && b.x+b.width > a.x+slack && a.y+a.height > b.y+slack && b.y+b.height > a.y+slack {
					t.Errorf("%s: %v and %v lie on each other", s.Name, a, b)
				}
			}
		}
	}
}

// Marks stay where printers print, and off the cards; every edge that is cut has one.
func TestMarks(t *testing.T) {
	for _, s := range stocks {
		var spots []spot
		for i := range s.places() {
			spots = append(spots, s.front(i))
		}
		marks := s.marks(spots)
		if s.Perforated != (len(marks) == 0) {
			t.Errorf("%s: %d marks", s.Name, len(marks))
		}
		cut := map[string]bool{}
		for _, m := range marks {
			if min(m.x1, m.x2, m.y1, m.y2) < unprintable || max(m.x1, m.x2) > s.Paper.width-unprintable || max(m.y1, m.y2) > s.Paper.height-unprintable {
				t.Errorf("%s: the mark %v is where no printer prints", s.Name, m)
			}
			if m.x1 == m.x2 {
				cut[fmt.Sprintf("x%.1f", m.x1)] = true
			} else {
				cut[fmt.Sprintf("y%.1f", m.y1)] = true
			}
			for _, p := range spots {
				if x, y := (m.x1+m.x2)/2, (m.y1+m.y2)/2; x > p.x+0.1 && x < p.x+p.width-0.1 && y > p.y+0.1 && y < p.y+p.height-0.1 {
					t.Errorf("%s: the mark %v lies on a card", s.Name, m)
				}
			}
		}
		xs, ys := edges(spots)
		for _, x := range xs {
			if x > unprintable && x < s.Paper.width-unprintable && !s.Perforated && !cut[fmt.Sprintf("x%.1f", x)] {
				t.Errorf("%s: nothing marks the edge %.1f mm from the left", s.Name, x)
			}
		}
		for _, y := range ys {
			if y > unprintable && y < s.Paper.height-unprintable && !s.Perforated && !cut[fmt.Sprintf("y%.1f", y)] {
				t.Errorf("%s: nothing marks the edge %.1f mm from the top", s.Name, y)
			}
		}
	}
}

func TestDeckPrints(t *testing.T) {
	s := small(t, nil)
	for _, cut := range []Cut{{}, {Flip: Short}, {Flip: Apart}, {Flip: Fold}, {Flip: None}, {Shop: true}, {DX: 0.5, DY: -1}, {Stock: "a4-8up"}, {Stock: "a4-a7"}, {Stock: "letter-tarot"}} {
		file := made(t, piece(t, New(s, Edition{Cut: cut}), "decks/first-words.pdf"))
		tool(t, file, "qpdf", "--check", "FILE")
		words := tool(t, file, "pdftotext", "FILE", "-")
		for _, want := range []string{"In my own words", "Leave it when"} {
			if has := strings.Contains(words, want); has != (want != "Leave it when" || cut.Flip != None) && !cut.Shop {
				t.Errorf("%+v: %q is there: %v", cut, want, has)
			}
		}
		plain := tool(t, file, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
		if !strings.Contains(plain, "/PrintScaling /None") || !strings.Contains(plain, "/TrimBox") {
			t.Errorf("%+v: does not say how to be printed and cut", cut)
		}
		duplex := map[Flip]string{"": "DuplexFlipLongEdge", Short: "DuplexFlipShortEdge"}[cut.Flip]
		if duplex != "" && !cut.Shop && !strings.Contains(plain, "/Duplex /"+duplex) {
			t.Errorf("%+v: does not ask for %s", cut, duplex)
		}
	}
}

func TestDeckReads(t *testing.T) {
	file := made(t, piece(t, New(small(t, nil), Edition{}), "decks/first-words.pdf"))
	golden(t, "deck.txt", tool(t, file, "pdfinfo", "-struct-text", "FILE"))
}

func TestCardTooLong(t *testing.T) {
	p := New(small(t, nil), Edition{Large: true, Cut: Cut{Stock: "a4-mini"}})
	_, problems, err := piece(t, p, "decks/first-words.pdf").Make()
	check(t, err)
	said := regexp.MustCompile(`^the (front|back) of the card [a-z-]+ needs \d+ more lines? on the sheet a4-mini$`)
	for _, problem := range problems {
		if problem.Class == "print-card-too-long" && problem.Severity == report.Error && said.MatchString(problem.Text) && problem.Pos.File != "" {
			return
		}
	}
	t.Errorf("problems: %v", problems)
}

func TestRulerIsFiftyMillimetres(t *testing.T) {
	if m := ruler(20, 10)[0]; m.x2-m.x1 != 50 {
		t.Errorf("it is %v mm long", m.x2-m.x1)
	}
	if math.Abs(typeset.MM*25.4-72) > 1e-9 {
		t.Error("a millimetre is not one")
	}
}

// A page for a shop is the card and its bleed; what is cut off is named.
func TestShopBleed(t *testing.T) {
	for _, bleed := range []float64{0, 2, 3.175} {
		p := New(small(t, nil), Edition{Cut: Cut{Stock: "a4-poker", Shop: true, Bleed: bleed}})
		boxes := tool(t, made(t, piece(t, p, "decks/first-words.pdf")), "pdfinfo", "-box", "FILE")
		if bleed == 0 {
			bleed = 3
		}
		pts := func(mm float64) string { return fmt.Sprintf("%.2f", mm*typeset.MM) }
		for name, want := range map[string][]string{
			"MediaBox": {"0.00", "0.00", pts(63 + 2*bleed), pts(88 + 2*bleed)},
			"BleedBox": {"0.00", "0.00", pts(63 + 2*bleed), pts(88 + 2*bleed)},
			"TrimBox":  {pts(bleed), pts(bleed), pts(63 + bleed), pts(88 + bleed)},
		} {
			got := regexp.MustCompile(name + `:(.*)`).FindStringSubmatch(boxes)
			if got == nil || strings.Join(strings.Fields(got[1]), " ") != strings.Join(want, " ") {
				t.Errorf("bleed %g: %s is %q, want %q", bleed, name, got, want)
			}
		}
	}
}
