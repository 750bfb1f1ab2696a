package typeset

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/go-text/typesetting/language"
)

func TestWhatNoFaceHasIsReported(t *testing.T) {
	r := mustSet(t, essayOf("A word in 日本 and a smile 🙂 stand here.", "en"))
	var runes []rune
	for _, m := range r.Missing {
		runes = append(runes, m.Rune)
		if m.Text != "A word in 日本 and a smile 🙂 stand here." {
			t.Errorf("%q stood in %q", m.Rune, m.Text)
		}
	}
	if !slices.Equal(runes, []rune("日本🙂")) {
		t.Errorf("missing %q", runes)
	}
	for _, text := range []string{"Łódź, Dvořák, naïve; “–” … • × ½ €", "Συγγνώμη", "Прости, пробач", "שלום, 8:00", "السلام عليكم", "a\u00a0b\u200bc\u00add\u2009e"} {
		if r := mustSet(t, essayOf(text, "en")); len(r.Missing) > 0 {
			t.Errorf("%q: missing %q", text, r.Missing)
		}
	}
}

// essayOf is a document of one paragraph.
func essayOf(text, lang string) *Document {
	s := handoutStyles(Serif(), 11, Start)
	d := essay(s)
	d.Info.Lang = lang
	d.Parts = []Part{Flow{Page: Page{Width: 300, Height: 300, Top: 20, Bottom: 20, Start: 20, End: 20}, Blocks: []Block{s.para(plain(text))}}}
	return d
}

func TestVisualOrder(t *testing.T) {
	tests := []struct{ text, lang, want string }{
		{"abc אבג def", "en", "abc גבא def"},
		{"אבג 8:00 דהו", "he", "והד 8:00 גבא"},
		{"אבג (דהו)", "he", "(והד) גבא"},
		{"אבג abc דהו", "he", "והד abc גבא"},
		{"abc אבג 12 דהו def", "en", "abc והד 12 גבא def"},
	}
	for _, test := range tests {
		style := Style{Family: Serif(), Size: 10, Leading: 1.2}
		lines := shapeText(Words(test.text), &style, test.lang).lines(100).all()
		if len(lines) != 1 {
			t.Fatalf("%q is on %d lines", test.text, len(lines))
		}
		var b strings.Builder
		for _, i := range lines[0].visual() {
			for _, g := range lines[0].parts[i].glyphs {
				b.WriteString(g.Text)
			}
		}
		// Brackets are drawn mirrored, and read as they were written.
		got := strings.NewReplacer("(", ")", ")", "(").Replace(b.String())
		if want := test.want; got != want && b.String() != want {
			t.Errorf("%q is drawn as %q, not %q", test.text, b.String(), want)
		}
	}
}

// FuzzText sets any text at any measure: all of it is on the lines, once and in order, and no line is too wide.
func FuzzText(f *testing.F) {
	for _, seed := range []string{
		"Office fjord — naïve, Łódź", "Συγγνώμη, μπορούμε;", "Прости ещё", "אני מצטער (8:00)", "أنا آسف، السلام عليكم",
		"https://example.org/a/very/long/address?which=does-not-end", "e\u0301\u0301\u0301", "\u202eabc\u202c", "日本語", "👩‍👩‍👧", "a\nb\n\nc", "\xff\xfe", "\u0600\u0601", "नमस्ते ภาษาไทย",
		"unbreakableunbreakableunbreakable", "\u2028\u2029\u0085", "\ufffc", "a\u00adb",
	} {
		f.Add(seed, uint8(3), false)
		f.Add(seed, uint8(40), true)
	}
	f.Fuzz(func(t *testing.T, text string, measure uint8, rtl bool) {
		if len(text) > 2000 {
			return
		}
		lang := "en"
		if rtl {
			lang = "he"
		}
		for align := range Balanced + 1 {
			style := Style{Family: Serif(), Size: 10, Leading: 1.2, Align: align}
			checkLines(t, text, &style, lang, 1+float64(measure)/4)
		}
	})
}

func checkLines(t *testing.T, text string, style *Style, lang string, measure float64) {
	t.Helper()
	whole := Text{{Text: text}, {Text: " 12 "}, {Text: text, Bold: true}}
	par := shapeText(whole, style, lang)
	taken := itemiser{paragraph: &paragraph{&shaped{lang: lang}, style, whole}}
	taken.read()
	runes := string(taken.runes)
	var read strings.Builder
	for _, l := range par.lines(measure).all() {
		read.WriteString(l.read())
		inks, glyphs := 0, 0
		for _, q := range l.parts {
			if !q.space {
				inks++
				glyphs += len(q.glyphs)
			}
		}
		if inks > 1 && l.width > measure+1e-3 && glyphs > 1 {
			t.Fatalf("%q: a line of %d pieces is %v wide, the measure is %v", text, inks, l.width, measure)
		}
	}
	if got, want := visible(read.String()), visible(runes); got != want {
		t.Fatalf("%q: lines hold %q", want, got)
	}
	if got, want := visible(runes)+missingRunes(par), len(visible(text))*2; len(got) < want && !strings.ContainsAny(text, "\u00ad\ufeff") {
		t.Fatalf("%q became %q", text, got)
	}
}

func missingRunes(p *paragraph) string {
	var b strings.Builder
	for _, m := range p.missing {
		b.WriteRune(m.Rune)
	}
	return b.String()
}

// visible is a text without white space and what steers.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || invisible(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

func TestScriptsOfASCII(t *testing.T) {
	for r := range rune(0x100) {
		if got, want := scriptOf(r), language.LookupScript(r); got != want {
			t.Errorf("%q is of script %v, not %v", r, got, want)
		}
	}
}
