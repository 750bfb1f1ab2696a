package pdf

import (
	"strings"
	"testing"

	"github.com/go-text/typesetting/language"
)

func TestVerifyFindsEachFault(t *testing.T) {
	area := Rect{10, 10, 20, 20}
	text := func(p *Page, e *Element) {
		p.Tag(e)
		p.Text(10, 10, shaped(serif(), 10, "a", language.Latin))
	}
	for want, spoil := range map[string]func(d *Document, p *Page, root *Element){
		"no title":              func(d *Document, p *Page, root *Element) { d.info.Title = " " },
		"no language tag":       func(d *Document, p *Page, root *Element) { d.info.Lang = "" },
		`"e n" is no language`:  func(d *Document, p *Page, root *Element) { root.Add(RoleP).Lang = "e n" },
		"belongs to no element": func(d *Document, p *Page, root *Element) { d.AddPage(9, 9).Fill(area.Path(), Color{}) },
		"no standard role":      func(d *Document, p *Page, root *Element) { root.Add("Card") },
		"cannot stand in a P":   func(d *Document, p *Page, root *Element) { root.Add(RoleP).Add(RoleLI) },
		"a P cannot stand":      func(d *Document, p *Page, root *Element) { root.Add(RoleL).Add(RoleP) },
		"L on page 1: something is drawn": func(d *Document, p *Page, root *Element) {
			text(p, root.Add(RoleL))
		},
		"H3: the heading before it is of level 0": func(d *Document, p *Page, root *Element) { root.Add(RoleH3) },
		"heading before it is of level 1": func(d *Document, p *Page, root *Element) {
			root.Add(RoleH1)
			root.Add(RoleH2)
			root.Add(RoleH1)
			root.Add(RoleH3)
		},
		"what it shows": func(d *Document, p *Page, root *Element) { root.Add(RoleFigure).BBox = area },
		"it has no area": func(d *Document, p *Page, root *Element) {
			figure := root.Add(RoleFigure)
			figure.Title, figure.Alt = "Logo", "the logo"
		},
		"no area of a page":       func(d *Document, p *Page, root *Element) { root.Add(RoleP).Add(RoleLink) },
		"what only a Link can":    func(d *Document, p *Page, root *Element) { p.LinkURI("https://o", root.Add(RoleP), "x", area) },
		"in words what it is for": func(d *Document, p *Page, root *Element) { p.LinkURI("https://o", root.Add(RoleLink), "", area) },
		"the field \"f\" has no tip": func(d *Document, p *Page, root *Element) {
			p.CheckBox(Field{Name: "f", Element: root.Add(RoleForm), Area: area}, false)
		},
		"what only a Form can": func(d *Document, p *Page, root *Element) {
			p.CheckBox(Field{Name: "f", Tip: "t", Element: root.Add(RoleP), Area: area}, false)
		},
		"which cells it speaks for": func(d *Document, p *Page, root *Element) { root.Add(RoleTable).Add(RoleTR).Add(RoleTH) },
		"2 columns, and then 1": func(d *Document, p *Page, root *Element) {
			table := root.Add(RoleTable)
			table.Add(RoleTR).Add(RoleTD).ColSpan = 2
			table.Add(RoleTR).Add(RoleTD)
		},
		"no glyph for \"漢\"": func(d *Document, p *Page, root *Element) {
			p.Tag(root.Add(RoleP))
			p.Text(0, 0, Run{Font: serif().Font, Size: 9, Glyphs: []Glyph{{Text: "漢"}}})
		},
		"what is no character": func(d *Document, p *Page, root *Element) {
			p.Tag(root.Add(RoleP))
			p.Text(0, 0, Run{Font: serif().Font, Size: 9, Glyphs: []Glyph{{ID: 5, Text: "\x00"}}})
		},
	} {
		d := New(Info{Title: "T", Lang: "en"})
		p := d.AddPage(100, 100)
		text(p, d.Root().Add(RoleP))
		if err := d.Verify(); err != nil {
			t.Fatal(err)
		}
		spoil(d, p, d.Root())
		err := d.Verify()
		if err == nil || !strings.Contains(err.Error(), want) || strings.Count(err.Error(), "\n") > 1 {
			t.Errorf("want a fault with %q, got %v", want, err)
		}
		if strings.Contains(metadata(t, mustBytes(t, d)), "pdfuaid:part") {
			t.Errorf("%s: it says that it is PDF/UA-1", want)
		}
	}
}

func TestTablesWithSpansAreRegular(t *testing.T) {
	cell := func(row *Element, columns, rows int) {
		e := row.Add(RoleTD)
		e.ColSpan, e.RowSpan = columns, rows
	}
	d := New(Info{Title: "T", Lang: "en"})
	body := d.Root().Add(RoleTable).Add(RoleTBody)
	first, second, third := body.Add(RoleTR), body.Add(RoleTR), body.Add(RoleTR)
	cell(first, 1, 3) // a b b c
	cell(first, 2, 1) // a d e c
	cell(first, 1, 2) // a f f f
	cell(second, 0, 0)
	cell(second, 1, 1)
	cell(third, 3, 1)
	if err := d.Verify(); err != nil {
		t.Error(err)
	}
	cell(third, 1, 1)
	if err := d.Verify(); err == nil {
		t.Error("a row of five columns among rows of four")
	}
}

func TestAllFaultsAtOnce(t *testing.T) {
	d := New(Info{})
	d.Root().Add(RoleH2)
	if n := strings.Count(d.Verify().Error(), "\n") + 1; n != 3 {
		t.Errorf("%d faults, not title, language and heading:\n%v", n, d.Verify())
	}
}
