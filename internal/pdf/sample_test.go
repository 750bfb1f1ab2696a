package pdf

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strconv"
	"testing"
	"time"

	"github.com/go-text/typesetting/language"
)

// A sheet sets lines of text for the tests, one below the other.
type sheet struct {
	*Page
	y float64
}

func newSheet(d *Document) *sheet { return &sheet{d.AddPage(595.28, 841.89), 780} }

// line draws a line for an element and returns its area.
func (s *sheet) line(e *Element, f face, size float64, text string, script language.Script) Rect {
	r := shaped(f, size, text, script)
	return s.runs(e, r)
}

func (s *sheet) runs(e *Element, r Run) Rect {
	s.y -= r.Size * 1.5
	s.Tag(e)
	s.Text(72, s.y, r)
	return Rect{72, s.y - r.Size*.25, 72 + r.Width(), s.y + r.Size*.75}
}

func (s *sheet) latin(e *Element, size float64, text string) Rect {
	return s.line(e, serif(), size, text, language.Latin)
}

// Lines of the sample as pdftotext must find them.
var sampleLines = []string{
	"Office: the affluent fjord waffles",
	"Ünïcödé, naïve Ångström; To AVAST; Ωμέγα; Привет, мир",
	"שלום עולם",
	"السلام عليكم ولا بأس",
}

// sample is a document with everything in it.
func sample(t testing.TB) *Document {
	d := New(Info{
		Title: "A sample (with everything)", Lang: "en", Author: "Nobody & Co", Subject: "Tests", Keywords: "a, b",
		Rights: "CC BY 4.0", Licence: "https://creativecommons.org/licenses/by/4.0/", Creator: "the tests",
		Created: time.Date(2026, 11, 23, 8, 0, 0, 0, time.FixedZone("", 3600)), NoScaling: true, Duplex: LongEdge,
	})
	one, two := newSheet(d), newSheet(d)
	sampleText(one, d.Root().Add(RoleSect))
	sampleTable(one, d.Root().Add(RoleTable))
	sampleFigures(t, one, d.Root())
	sampleFields(two, d.Root().Add(RoleSect))
	sampleBack(d, two)
	return d
}

func sampleText(s *sheet, sect *Element) {
	d := s.doc
	s.Name("top", 0, 800)
	s.latin(sect.Add(RoleH1), 24, sampleLines[0])
	d.Bookmark(1, sampleLines[0], "top")
	toc := sect.Add(RoleTOC).Add(RoleTOCI).Add(RoleReference).Add(RoleLink)
	s.LinkTo("fields", toc, "Fields, page 2", s.latin(toc, 11, "Fields … 2"))
	p := sect.Add(RoleP)
	s.latin(p, 12, sampleLines[1])
	p = sect.Add(RoleP)
	p.Lang = "he"
	s.line(p, hebrew(), 12, sampleLines[2], language.Hebrew)
	p = sect.Add(RoleP)
	p.Lang = "ar"
	s.line(p, naskh(), 12, sampleLines[3], language.Arabic)
	list := sect.Add(RoleL)
	list.Numbering = Decimal
	for i := range 2 {
		item := list.Add(RoleLI)
		s.latin(item.Add(RoleLbl), 12, strconv.Itoa(i+1)+".")
		s.latin(item.Add(RoleLBody), 12, "an item")
	}
	p = sect.Add(RoleP)
	link := p.Add(RoleLink)
	a, b := s.latin(link, 12, "a link over"), s.latin(link, 12, "two lines")
	s.LinkURI("https://example.org/(a)", link, "the example", a, b)
	s.latin(p.Add(RoleNote), 9, "1 a note")
	quote := p.Add(RoleSpan)
	quote.ActualText, quote.Lang = "blank", "en-GB"
	s.y -= 15
	s.Tag(quote)
	s.Stroke(Line(72, s.y, 172, s.y), Pen{Width: .5, Dash: Dash{2, 1}})
}

func sampleTable(s *sheet, table *Element) {
	for i := range 2 {
		row := table.Add(RoleTR)
		th := row.Add(RoleTH)
		th.Scope = ScopeRow
		s.latin(th, 10, "head "+strconv.Itoa(i))
		td := row.Add(RoleTD)
		s.latin(td, 10, "cell "+strconv.Itoa(i))
	}
	wide := table.Add(RoleTR).Add(RoleTD)
	wide.ColSpan = 2
	s.latin(wide, 10, "over both")
}

func sampleFigures(t testing.TB, s *sheet, root *Element) {
	s.Artifact(Layout)
	s.Fill(Rect{72, 60, 540, 300}.Rounded(12), Gray(.95))
	for i, data := range [][]byte{pngFileOf(t, gradient()), jpegFileOf(t, gradient())} {
		m, err := ParseImage(data)
		if err != nil {
			t.Fatal(err)
		}
		figure := root.Add(RoleFigure)
		figure.Alt = "a gradient"
		figure.BBox = Rect{100 + 200*float64(i), 80, 260 + 200*float64(i), 200}
		s.Tag(figure)
		s.Save()
		s.Clip(figure.BBox.Rounded(10))
		s.Picture(m, figure.BBox)
		s.Restore()
	}
	s.Artifact(Footer)
	s.Text(72, 30, shaped(sans(), 9, "1 of 2", language.Latin))
}

func sampleFields(s *sheet, sect *Element) {
	d := s.doc
	s.Name("fields", 0, 800)
	d.Bookmark(2, "Fields", "fields")
	s.latin(sect.Add(RoleH2), 18, "Fields")
	typing := Typing{Font: sans().Font, Size: 11}
	field := func(name string, height float64) Field {
		form := sect.Add(RoleP).Add(RoleForm)
		s.latin(form, 12, name)
		s.y -= height + 6
		area := Rect{72, s.y, 72 + max(height, 150), s.y + height}
		if height <= 16 {
			area.Right = 72 + height
		}
		s.Artifact(Layout)
		s.Stroke(area.Path(), Pen{Width: .75, Color: RGB(.2, .3, .6)})
		return Field{Name: name, Tip: "your " + name, Element: form, Area: area}
	}
	s.TextField(field("name", 20), typing, false, "Zoë")
	s.TextField(field("story", 60), typing, true, "one\ntwo")
	s.CheckBox(field("agree", 14), true)
	s.CheckBox(field("later", 14), false)
	s.Choice(field("mood", 20), typing, []string{"calm", "cross"}, "calm")
	radio := d.AddRadio("size", "your size", "big")
	s.RadioButton(radio, field("small", 12))
	s.RadioButton(radio, field("big", 12))
}

func sampleBack(d *Document, s *sheet) {
	logo := d.AddForm(Rect{0, 0, 100, 100})
	logo.Fill(Circle(50, 50, 50), RGB(.8, .2, .2))
	logo.Text(20, 40, shaped(sans(), 20, "LOGO", language.Latin))
	s.Artifact(Background)
	for i := range 3 {
		s.Draw(logo, Matrix{.5, 0, 0, .5, 100 + 60*float64(i), 40})
	}
	s.Draw(logo, HalfTurn(400, 140))
	s.Trim, s.Bleed = Rect{20, 20, 575, 820}, Rect{11, 11, 584, 829}
	s.Label(RomanNumbers, "A-", 3)
}

// gradient is a picture of many colours, half of it shining through.
func gradient() image.Image {
	m := image.NewNRGBA(image.Rect(0, 0, 64, 48))
	for y := range 48 {
		for x := range 64 {
			m.Set(x, y, color.NRGBA{uint8(4 * x), uint8(5 * y), uint8(255 - 4*x), uint8(255 - 2*y)})
		}
	}
	return m
}

func pngFileOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func jpegFileOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
