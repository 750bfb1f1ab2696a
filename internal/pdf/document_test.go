package pdf

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/go-text/typesetting/language"
	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestSampleIsAccessible(t *testing.T) {
	d := sample(t)
	if err := d.Verify(); err != nil {
		t.Error(err)
	}
	b := mustBytes(t, d)
	keep(t, "sample.pdf", b)
	said := metadata(t, b)
	for _, want := range []string{"<pdfuaid:part>1</pdfuaid:part>", "A sample (with everything)", "Nobody &amp; Co", "2026-11-23T07:00:00Z", "by/4.0"} {
		if !strings.Contains(said, want) {
			t.Errorf("the metadata lack %q", want)
		}
	}
}

func TestSampleIsSound(t *testing.T) {
	out := run(t, mustBytes(t, sample(t)), "qpdf", "--check", "FILE")
	if !strings.Contains(out, "No syntax or stream encoding errors found") || strings.Contains(out, "WARNING") {
		t.Error(out)
	}
}

func TestFontsAreEmbedded(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(run(t, mustBytes(t, sample(t)), "pdffonts", "FILE")), "\n")[2:]
	if len(lines) != 5 {
		t.Errorf("%d fonts, not 5", len(lines))
	}
	for _, line := range lines {
		if strings.Contains(line, "Type 3") || !strings.Contains(line, " yes yes ") {
			t.Errorf("not embedded as an outline font, cut down: %s", line)
		}
	}
}

func TestTextIsFoundAgain(t *testing.T) {
	text := run(t, mustBytes(t, sample(t)), "pdftotext", "-enc", "UTF-8", "FILE", "-")
	text = strings.NewReplacer("\u202a", "", "\u202b", "", "\u202c", "").Replace(text) // pdftotext's own marks of direction
	for _, line := range sampleLines {
		if !strings.Contains(text, line+"\n") {
			t.Errorf("not found: %q", line)
		}
	}
	if t.Failed() {
		t.Log(text)
	}
}

func TestStructure(t *testing.T) {
	got := run(t, mustBytes(t, sample(t)), "pdfinfo", "-struct-text", "FILE")
	const golden = "testdata/structure.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Error(diff)
	}
}

// The same bytes from another call, from many goroutines at once, and from another process with another clock, zone and number
// of processors.
func TestSameBytes(t *testing.T) {
	const child = "AMENDS_PDF_TEST_CHILD"
	first := sha256.Sum256(mustBytes(t, sample(t)))
	if os.Getenv(child) != "" {
		fmt.Printf("sum %x\n", first)
		return
	}
	d := sample(t)
	for range 2 {
		if sha256.Sum256(mustBytes(t, d)) != first {
			t.Error("another call, other bytes")
		}
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if sha256.Sum256(mustBytes(t, sample(t))) != first {
				t.Error("another goroutine, other bytes")
			}
		})
	}
	group.Wait()
	cmd := exec.Command(os.Args[0], "-test.run=^TestSameBytes$")
	cmd.Env = append(os.Environ(), child+"=1", "GOMAXPROCS=1", "TZ=Asia/Kathmandu", "LANG=ar_EG.UTF-8")
	out, err := cmd.CombinedOutput()
	if err != nil || !strings.Contains(string(out), fmt.Sprintf("sum %x\n", first)) {
		t.Errorf("another process, other bytes: %v\n%s", err, out)
	}
}

// A document can go on growing after it was written, and says then what one made at once says.
func TestBytesChangesNothing(t *testing.T) {
	make := func(between bool) []byte {
		d := New(Info{Title: "T", Lang: "en"})
		p := d.AddPage(200, 200)
		p.Tag(d.Root().Add(RoleP))
		p.Text(10, 100, shaped(serif(), 10, "one", language.Latin))
		if between {
			mustBytes(t, d)
		}
		p.Text(10, 80, shaped(serif(), 10, "two", language.Latin))
		return mustBytes(t, d)
	}
	if !bytes.Equal(make(true), make(false)) {
		t.Error("Bytes changed the document")
	}
}

func TestFirstMistakeIsKept(t *testing.T) {
	nan := zero / zero
	form := func(d *Document) *Element { return d.Root().Add(RoleForm) }
	typing := Typing{Font: sans().Font, Size: 10}
	area := Rect{10, 10, 20, 20}
	for want, call := range map[string]func(d *Document, p *Page){
		"Restore":        func(d *Document, p *Page) { p.Restore() },
		"Save without":   func(d *Document, p *Page) { p.Save() },
		"1 Save":         func(d *Document, p *Page) { d.AddForm(area).Save() },
		"a path":         func(d *Document, p *Page) { p.Fill(Line(0, 0, nan, 1), Color{}) },
		"starts nowhere": func(d *Document, p *Page) { var l Path; l.LineTo(1, 1); p.Stroke(l, Pen{Width: 1}) },
		"that is empty":  func(d *Document, p *Page) { p.Clip(Path{}) },
		"pen of width":   func(d *Document, p *Page) { p.Stroke(Line(0, 0, 1, 1), Pen{}) },
		"a dash":         func(d *Document, p *Page) { p.Stroke(Line(0, 0, 1, 1), Pen{Width: 1, Dash: Dash{-1, 1}}) },
		"cm needs":       func(d *Document, p *Page) { p.Transform(Matrix{E: 1e9}) },
		"is no place":    func(d *Document, p *Page) { p.Text(nan, 0, shaped(serif(), 10, "a", language.Latin)) },
		"or of size":     func(d *Document, p *Page) { p.Text(0, 0, Run{Font: serif().Font, Glyphs: make([]Glyph, 1)}) },
		"has no glyph 65534": func(d *Document, p *Page) {
			p.Text(0, 0, Run{Font: serif().Font, Size: 1, Glyphs: []Glyph{{ID: 0xfffe, Text: "a"}}})
		},
		"a glyph at a place": func(d *Document, p *Page) {
			p.Text(0, 0, Run{Font: serif().Font, Size: 1, Glyphs: []Glyph{{Advance: nan, Text: "a"}}})
		},
		"another document":    func(d *Document, p *Page) { p.Draw(New(Info{}).AddForm(area), Matrix{}) },
		"within itself":       func(d *Document, p *Page) { f := d.AddForm(area); f.Draw(f, Matrix{}) },
		"a page of":           func(d *Document, p *Page) { d.AddPage(nan, 10) },
		"given twice":         func(d *Document, p *Page) { p.Name("a", 0, 0); p.Name("a", 0, 0) },
		"at no place":         func(d *Document, p *Page) { p.Name("a", nan, 0) },
		`a link leads to "x"`: func(d *Document, p *Page) { p.LinkTo("x", d.Root().Add(RoleLink), "x", area) },
		"is no address":       func(d *Document, p *Page) { p.LinkURI("https://ö", d.Root().Add(RoleLink), "x", area) },
		"needs an area":       func(d *Document, p *Page) { p.LinkURI("https://o", d.Root().Add(RoleLink), "x") },
		"is empty or at no":   func(d *Document, p *Page) { p.LinkURI("https://o", d.Root().Add(RoleLink), "x", Rect{}) },
		"the bookmark":        func(d *Document, p *Page) { d.Bookmark(1, "x", "x") },
		"of level 0":          func(d *Document, p *Page) { d.Bookmark(0, "x", "x") },
		"number 0":            func(d *Document, p *Page) { p.Label(ArabicNumbers, "", 0) },
		"full stop":           func(d *Document, p *Page) { p.CheckBox(Field{Name: "a.b", Element: form(d), Area: area}, true) },
		"TrueType outlines":   func(d *Document, p *Page) { p.TextField(Field{}, Typing{Font: serif().Font, Size: 10}, false, "") },
		"western Europe": func(d *Document, p *Page) {
			p.TextField(Field{Name: "a", Element: form(d), Area: area}, typing, false, "ש")
		},
		"has no option": func(d *Document, p *Page) {
			p.Choice(Field{Name: "a", Element: form(d), Area: area}, typing, []string{"a"}, "b")
		},
		`of the value "Off"`: func(d *Document, p *Page) {
			p.RadioButton(d.AddRadio("r", "r", ""), Field{Name: "Off", Element: form(d), Area: area})
		},
		"an element of another": func(d *Document, p *Page) {
			p.Tag(New(Info{}).Root().Add(RoleP))
			p.Fill(area.Path(), Color{})
		},
		"has no button": func(d *Document, p *Page) { d.AddRadio("r", "r", "") },
	} {
		d := New(Info{Title: "T", Lang: "en"})
		call(d, d.AddPage(100, 100))
		b, err := d.Bytes()
		if err == nil || b != nil || !strings.Contains(err.Error(), want) || !strings.HasPrefix(err.Error(), "pdf: ") {
			t.Errorf("want an error with %q, got %v", want, err)
		}
	}
	if _, err := New(Info{}).Bytes(); err == nil {
		t.Error("a document without pages")
	}
}

// Tags and saved states nest: neither begins in the other and ends outside.
func TestTagsAndStatesNest(t *testing.T) {
	d := New(Info{Title: "T", Lang: "en"})
	p := d.AddPage(100, 100)
	square := Rect{1, 1, 2, 2}.Path()
	one, two := d.Root().Add(RoleP), d.Root().Add(RoleP)
	p.Tag(one)
	p.Fill(square, Color{})
	p.Save()
	p.Clip(square)
	p.Fill(square, Color{})
	p.Tag(two)
	p.Save()
	p.Fill(square, Color{})
	p.Fill(square, Color{})
	p.Restore()
	p.Restore()
	p.Tag(one)
	p.Artifact(Layout)
	p.Fill(square, Gray(1))
	var got []string
	for _, op := range regexp.MustCompile(`\b(q|Q|f|BDC|EMC)\n`).FindAll(p.ops, -1) {
		got = append(got, strings.TrimSpace(string(op)))
	}
	if want := "BDC f EMC q BDC f EMC q BDC f f EMC Q Q BDC f"; strings.Join(got, " ") != want {
		t.Errorf("%v, want %s", got, want)
	}
	if len(one.kids) != 2 || len(two.kids) != 1 {
		t.Errorf("%d and %d sequences", len(one.kids), len(two.kids))
	}
}

var zero float64 // a variable, as the compiler refuses to divide by a constant
