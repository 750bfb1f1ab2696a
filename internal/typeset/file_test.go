package typeset

import (
	"bytes"
	"regexp"
	"strings"
	"sync"
	"testing"
	"unicode"

	"github.com/amends-guide/amends/internal/pdf"
)

// samples are documents that between them use everything there is.
func samples(t testing.TB) map[string]*Document {
	serif := handoutStyles(Serif(), 11, Start)
	flat := worksheet(serif)
	flat.Fillable = false
	return map[string]*Document{
		"essay": essay(serif), "worksheet": worksheet(serif), "worksheet-flat": flat, "cards": cards(serif, 2),
		"hebrew": scripts(serif, "he"), "book": book(serif), "album": album(t, serif),
	}
}

// embedded matches a line of pdffonts: embedded, and with a way back to text, which the font one types in has by its encoding.
var embedded = regexp.MustCompile(`\byes +(yes|no) +yes +\d+ +\d+$|WinAnsi +yes`)

func TestFilesAreSound(t *testing.T) {
	for name, d := range samples(t) {
		t.Run(name, func(t *testing.T) {
			r := mustSet(t, d)
			ask(t, r.File, "qpdf", "--check", "FILE")
			fonts := strings.Split(strings.TrimSpace(ask(t, r.File, "pdffonts", "FILE")), "\n")
			for _, font := range fonts[2:] {
				if !embedded.MatchString(font) || strings.Contains(font, "Type 3") {
					t.Errorf("a font that is not embedded, or cannot be read as text: %s", font)
				}
			}
		})
	}
}

var object = regexp.MustCompile(`Object \d+ \d+`)

func TestStructure(t *testing.T) {
	for name, d := range samples(t) {
		t.Run(name, func(t *testing.T) {
			tree := ask(t, mustSet(t, d).File, "pdfinfo", "-struct-text", "FILE")
			golden(t, name+".txt", object.ReplaceAllString(tree, "Object"))
		})
	}
}

// TestTextComesOutAsItWentIn reads text back as a viewer's search or copy would.
func TestTextComesOutAsItWentIn(t *testing.T) {
	tests := []struct{ lang, text string }{
		{"en", "Office efficiency: affluent waffles, fjord, first, flow. AVAST, To, We, Ty. Naïve café façade, Łódź, Dvořák, Þingvellir."},
		{"en", "What tells lasting bonds from broken ones is not the number of hurts but what happens next: whether somebody turns around and comes back, soon, and without a speech."},
		{"el", "Συγγνώμη, μπορούμε να μιλήσουμε ξανά; Θέλω να ακούσω αυτό που δεν άκουσα."},
		{"ru", "Прости, давай поговорим ещё раз. Мне жаль, что я не услышал тебя."},
		{"he", "אני מצטער, האם אפשר לדבר שוב בשעה 8:00? הייתי עייף מדי כדי להקשיב, וזה לא היה באשמתך."},
		{"ar", "أنا آسف، هل يمكننا التحدث مرة أخرى؟ سأعود في الساعة 8:00 من المطبخ."}, // without lam-alef, which poppler takes apart
	}
	for _, f := range []*Family{Serif(), Sans()} {
		for _, test := range tests {
			s := handoutStyles(f, 12, Start)
			for _, align := range []Align{Start, Justify, Center} {
				s.body.Align = align
				d := &Document{Info: pdf.Info{Title: "x", Lang: test.lang}, Parts: []Part{Flow{
					Page: Page{Width: 300, Height: 400, Top: 20, Bottom: 20, Start: 20, End: 20}, Blocks: []Block{s.para(plain(test.text))},
				}}}
				got, want := ask(t, mustSet(t, d).File, "pdftotext", "FILE", "-"), test.text
				if RightToLeft(test.lang) { // poppler sets marks between right-to-left words apart and out of order, whoever made the file
					got, want = words(got), words(want)
				}
				if got = strings.Join(strings.Fields(got), " "); got != want {
					t.Errorf("%v:\n got %q\nwant %q", align, got, want)
				}
			}
		}
	}
}

// words is a text without its marks.
func words(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return !unicode.In(r, unicode.L, unicode.M, unicode.N) }), " ")
}

func TestSameBytesFromManyAtOnce(t *testing.T) {
	want := map[string][]byte{}
	for name, d := range samples(t) {
		want[name] = mustSet(t, d).File
	}
	shared := samples(t)
	var wait sync.WaitGroup
	for range 4 {
		for name, d := range shared {
			wait.Go(func() {
				r, err := d.Set()
				if err != nil {
					t.Error(err)
				} else if !bytes.Equal(r.File, want[name]) {
					t.Errorf("%s: other bytes", name)
				}
			})
		}
	}
	wait.Wait()
}
