package typeset

import (
	"image"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/pdf"
)

// A maker makes blocks at random.
type maker struct {
	*rand.Rand
	text   []rune
	styles *sheetOfStyles
	image  *pdf.Image
	fields int
	notes  bool // a note may be called
}

func (m *maker) some() string {
	if len(m.text) == 0 {
		return ""
	}
	from := m.IntN(len(m.text))
	return string(m.text[from:min(len(m.text), from+m.IntN(40))])
}

func (m *maker) chance() bool { return m.IntN(3) == 0 }

func (m *maker) spans() (t Text) {
	for range m.IntN(5) {
		s := Span{Text: m.some(), Bold: m.chance(), Italic: m.chance(), Underline: m.chance(), Strike: m.chance(), Raised: m.chance()}
		switch m.IntN(8) {
		case 0:
			s.Lang = []string{"en", "he", "ar", "xx-nonsense"}[m.IntN(4)]
		case 1:
			s.Link = "https://example.org/"
		case 2:
			s.Blank = m.Float64() * 30
		case 3:
			s = Span{PageOf: "nowhere"}
		case 4:
			if m.notes {
				m.notes = false
				s = Span{Note: &Note{Mark: "1", Blocks: m.blocks(1)}}
				m.notes = true
			}
		}
		t = append(t, s)
	}
	return t
}

func (m *maker) style() *Style {
	all := []*Style{&m.styles.h1, &m.styles.body, &m.styles.small, &m.styles.quote}
	return all[m.IntN(len(all))]
}

func (m *maker) field() Field {
	m.fields++
	if m.chance() {
		return Field{}
	}
	return Field{"field." + itoa(m.fields), m.some()}
}

func (m *maker) blocks(depth int) (blocks []Block) {
	for range m.IntN(4) {
		blocks = append(blocks, m.block(depth))
	}
	return blocks
}

func (m *maker) block(depth int) Block {
	if depth <= 0 {
		return Paragraph{Style: m.style(), Text: m.spans()}
	}
	switch m.IntN(17) {
	case 0:
		return Heading{Level: m.IntN(9), Style: m.style(), Text: m.spans(), Running: m.chance()}
	case 1:
		tint := pdf.Gray(0.9)
		return Group{Role: pdf.RoleDiv, Whole: m.chance(), Lang: "he", Blocks: m.blocks(depth - 1),
			Frame: &Frame{Top: m.Float64() * 30, Bottom: 3, Start: m.Float64() * 300, End: 3, Fill: &tint, Border: 1, Bar: 2, Radius: 400}}
	case 2:
		return List{Ordered: m.chance(), Style: m.style(), Indent: m.Float64() * 50, Items: []Item{{Blocks: m.blocks(depth - 1)}, {Box: TickedBox, Blocks: m.blocks(depth - 1)}}}
	case 3:
		return Definitions{Style: m.style(), Items: []Definition{{Term: m.spans(), Blocks: m.blocks(depth - 1)}}}
	case 4, 5:
		t := Table{Grid: m.chance(), Pad: m.Float64() * 9}
		for range m.IntN(6) {
			row := Row{Height: m.Float64() * 50}
			for range m.IntN(4) {
				row.Cells = append(row.Cells, Cell{Blocks: m.blocks(depth - 1), Header: m.chance(), Field: m.field()})
			}
			if m.IntN(6) == 0 {
				t.Head = append(t.Head, row)
			} else {
				t.Rows = append(t.Rows, row)
			}
		}
		return t
	case 6:
		return Figure{Image: m.image, Width: m.Float64() * 900, Alt: m.some(), Caption: m.blocks(depth - 1), Align: End}
	case 7:
		return Rule{Width: 1}
	case 8:
		return Space{m.Float64() * 500}
	case 9:
		return NewPage{Odd: m.chance()}
	case 10:
		return Sides{Style: m.style(), Start: m.spans(), End: m.spans()}
	case 11:
		return Contents{Entries: []ContentsEntry{{Style: m.style(), Text: m.spans(), Indent: m.Float64() * 90}}}
	case 12:
		return WritingLines{Field: m.field(), Rows: m.IntN(40), Pitch: 20}
	case 13:
		return WritingBox{Field: m.field(), Height: 1 + m.Float64()*900}
	case 14:
		return Choices{Field: m.field(), Style: m.style(), One: m.chance(), Options: []Text{m.spans(), m.spans()}}
	case 15:
		return Scale{Field: m.field(), Style: m.style(), Low: 0, High: m.IntN(30), LowEnd: m.some(), HighEnd: m.some()}
	}
	return Paragraph{Style: m.style(), Text: m.spans(), KeepWithNext: m.chance()}
}

// FuzzDocument sets documents of random blocks on small pages and sheets: never does one fail.
func FuzzDocument(f *testing.F) {
	for seed := range uint64(60) {
		f.Add(seed, "Office fjord — naïve שלום (8:00) سلام Прости e\u0301 日本 a\nb unbreakableunbreakableunbreakable")
	}
	picture, err := pdf.NewImage(image.NewGray(image.Rect(0, 0, 40, 30)))
	if err != nil {
		f.Fatal(err)
	}
	styles := handoutStyles(Serif(), 11, Start)
	f.Fuzz(func(t *testing.T, seed uint64, text string) {
		if len(text) > 500 {
			return
		}
		m := &maker{Rand: rand.New(rand.NewPCG(seed, 1)), text: []rune(strings.ToValidUTF8(text, "?")), styles: styles, image: picture, notes: true}
		d := &Document{Info: pdf.Info{Title: "x", Lang: []string{"en", "he"}[seed%2]}, Fillable: m.chance()}
		page := styles.page("x")
		page.Width, page.Height, page.Facing = 250+m.Float64()*200, 250+m.Float64()*200, m.chance()
		for range 3 {
			d.Parts = append(d.Parts, Flow{Page: page, Blocks: m.blocks(3)})
		}
		m.notes = false
		d.Parts = append(d.Parts, Sheet{Width: 300, Height: 300, Boxes: []Box{
			{X: 10, Y: 10, Width: m.Float64() * 100, Height: m.Float64() * 100, Turn: Turn(m.IntN(4)), Middle: true, Blocks: m.blocks(3)},
		}})
		if _, err := d.Set(); err != nil {
			t.Fatal(err)
		}
	})
}
