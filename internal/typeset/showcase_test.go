package typeset

import (
	"image"
	"image/color"
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/pdf"
)

// worksheet is a sheet with every kind of field.
func worksheet(s *sheetOfStyles) *Document {
	grey := pdf.Gray(0.45)
	label := s.body
	label.Bold, label.Before, label.After = true, s.body.Size, 3
	help := s.small
	help.Italic, help.After = true, 2
	ask := func(text string) Paragraph { return Paragraph{Style: &label, Text: Words(text), KeepWithNext: true} }
	blocks := []Block{
		s.heading(1, "My cool-down plan"),
		s.para(plain("Fill this in when nothing is wrong. Half done is fine. In the heat you will remember one line of it, and one is enough.")),
		s.heading(2, "My signs"),
		ask("How I can tell that I’m getting too hot:"),
		Choices{Field: Field{"signs", "How I can tell that I’m getting too hot"}, Style: &s.body, Gap: 2, After: 6, Options: []Text{
			Words("my face or ears burn"), Words("my voice gets loud or fast"), Words("I can’t find words, or I say the same thing again and again until somebody leaves the room, which is often me"),
		}},
		ask("Where I stop talking:"),
		Scale{Field: Field{"stop", "Where I stop talking"}, Style: &s.small, Low: 0, High: 10, LowEnd: "calm", HighEnd: "flooded", After: 8},
		ask("What I will say when I go:"),
		WritingLines{Field: Field{"say", "What I will say when I go"}, Rows: 1, Pitch: 9 * MM, Color: grey},
		Paragraph{Style: &help, Text: Words("What’s happening, when you’ll be back, that you want to return to it.")},
		ask("How long do I need?"),
		Choices{Field: Field{"long", "How long do I need?"}, One: true, Style: &s.body, Gap: 2, After: 6, Options: []Text{Words("twenty minutes"), Words("an hour"), Words("until tomorrow, at a time I name")}},
		ask("Things that bring my body down:"),
		WritingLines{Field: Field{"down", "Things that bring my body down"}, Rows: 3, Pitch: 9 * MM, Color: grey},
		ask("A picture of my calm place:"),
		WritingBox{Field: Field{"place", "A picture of my calm place"}, Height: 60, Color: grey, After: 10},
		ask("What helped, this week"),
		Table{Grid: true, Pad: 4, Color: grey, Columns: []Column{{1}, {2}, {2}},
			Head: []Row{{Cells: []Cell{s.th("Day"), s.th("What I tried"), s.th("What happened")}}},
			Rows: []Row{
				{Height: 26, Cells: []Cell{{Header: true, Blocks: s.td("Monday").Blocks}, {Field: Field{"mon-1", "Monday: what I tried"}}, {Field: Field{"mon-2", "Monday: what happened"}}}},
				{Height: 26, Cells: []Cell{{Header: true, Blocks: s.td("Tuesday").Blocks}, {Field: Field{"tue-1", "Tuesday: what I tried"}}, {Field: Field{"tue-2", "Tuesday: what happened"}}}},
			}},
		Space{20},
		s.para(plain("I snapped at you about "), Span{Blank: 9, Text: "what it was about"}, plain(". That was mine, not yours.")),
		List{Style: &s.body, Gap: 2, Indent: 18, LabelsAtStart: true, Items: []Item{
			{Box: EmptyBox, Blocks: s.item(plain("not yet")).Blocks}, {Box: TickedBox, Blocks: s.item(plain("done")).Blocks},
		}},
	}
	return &Document{Info: pdf.Info{Title: "My cool-down plan", Lang: "en"}, Fillable: true, Parts: []Part{Flow{Page: s.page("My cool-down plan"), Blocks: blocks}}}
}

// scripts is a page of many scripts, in a language of any direction.
func scripts(s *sheetOfStyles, lang string) *Document {
	bar := pdf.RGB(0.55, 0.65, 0.6)
	para := func(lang, text string) Block { return Paragraph{Style: &s.body, Text: Words(text), Lang: lang} }
	blocks := []Block{
		s.heading(1, map[string]string{"en": "One page, many scripts", "he": "לחזור אחרי ריב", "ar": "العودة بعد الشجار"}[lang]),
		para("en", "Office efficiency: affluent waffles, fjord, first, flow. AVAST, To, We, Ty. Naïve café façade, Łódź, Dvořák, Þingvellir, İstanbul."),
		para("el", "Συγγνώμη, μπορούμε να μιλήσουμε ξανά; Θέλω να ακούσω αυτό που δεν άκουσα."),
		para("ru", "Прости, давай поговорим ещё раз. Мне жаль, что я не услышал тебя."),
		para("he", "אני מצטער, האם אפשר לדבר שוב בשעה 8:00? (שלום) הייתי עייף מדי כדי להקשיב, וזה לא היה באשמתך. אחזור אליך הערב, במטבח, ונדבר על זה בנחת. הוא אמר “yes, exactly” ויצא."),
		para("ar", "أنا آسف، هل يمكننا التحدث مرة أخرى؟ السلام عليكم. كنت متعباً جداً لأستمع إليك، ولم يكن ذلك خطأك. سأعود في الساعة 8:00 مساءً إلى المطبخ، ونتحدث عن الأمر بهدوء."),
		s.para(plain("The word "), Span{Text: "שלום", Lang: "he"}, plain(" and the word "), Span{Text: "سلام", Lang: "ar", Bold: true}, plain(" are cousins: e\u0301 is é, and "), Span{Text: "בְּרֵאשִׁית", Lang: "he"}, plain(" has points.")),
		Group{Role: pdf.RoleBlockQuote, Lang: lang, Frame: &Frame{Before: 10, After: 12, Start: 14, End: 8, Bar: 2.5, Line: bar}, Blocks: []Block{
			Paragraph{Style: &s.body, Text: Words(map[string]string{"en": "A quote in the language of the page.", "he": "ציטוט בשפת הדף: אני רוצה להמשיך, וכרגע אני לא יכול.", "ar": "اقتباس بلغة الصفحة: أريد أن أكمل، ولا أستطيع الآن."}[lang])},
		}},
		List{Style: &s.body, Ordered: true, Gap: 3, Indent: 16, Items: []Item{
			s.item(plain(map[string]string{"en": "First", "he": "ראשית, לעצור ולנשום", "ar": "أولاً، توقف وتنفس"}[lang]), called("1", Paragraph{Style: &s.note, Text: Words(map[string]string{"en": "A note", "he": "הערה בתחתית הדף", "ar": "حاشية في أسفل الصفحة"}[lang])})),
			s.item(plain(map[string]string{"en": "Second", "he": "שנית, לחזור", "ar": "ثانياً، عد"}[lang])),
		}},
		Table{Before: 4, After: 12, Pad: 4, Color: pdf.Gray(0.55),
			Head: []Row{{Cells: []Cell{s.th("1"), s.th("2"), s.th("3")}}},
			Rows: []Row{{Cells: []Cell{s.td("א"), s.td("ب"), s.td("c")}}},
		},
		Choices{Style: &s.body, Gap: 2, Options: []Text{Words("כן"), Words("لا")}},
		Scale{Style: &s.small, Low: 1, High: 5, LowEnd: "1", HighEnd: "5", Before: 8},
		Contents{Entries: []ContentsEntry{{Style: &s.body, Text: Words(map[string]string{"en": "Entry", "he": "פרק ראשון", "ar": "الفصل الأول"}[lang]), Dest: "heading-1"}}},
	}
	return &Document{Info: pdf.Info{Title: "Scripts", Lang: lang}, Parts: []Part{Flow{Page: s.page("Scripts"), Blocks: blocks}}}
}

// album is facing pages with heads, figures, and a frame that goes on over pages.
func album(t testing.TB, s *sheetOfStyles) *Document {
	picture := image.NewRGBA(image.Rect(0, 0, 300, 200))
	for y := range 200 {
		for x := range 300 {
			picture.Set(x, y, color.RGBA{uint8(x * 255 / 300), uint8(120 + y/3), 160, 255})
		}
	}
	img, err := pdf.NewImage(picture)
	if err != nil {
		t.Fatal(err)
	}
	label := s.small
	label.Bold, label.Tracking, label.After = true, 0.08, 4
	tint, line := pdf.Gray(0.94), pdf.Gray(0.5)
	caption := s.small
	caption.Align, caption.Before = Center, 4
	long := make([]Block, 12)
	for i := range long {
		long[i] = s.para(plain("A frame that is higher than its page goes on on the next, and stays open at the page’s end. " + strings.Repeat("It holds words. ", i)))
	}
	page := s.page("Album")
	page.Width, page.Height, page.Start, page.End, page.Facing = 148*MM, 210*MM, 28*MM, 16*MM, true
	page.HeadGap = 12
	page.Head = func(f Folio) []Block {
		return []Block{Sides{Style: &s.foot, Start: Words(f.Title), End: Words("Amends")}}
	}
	return &Document{Info: pdf.Info{Title: "Album", Lang: "en"}, Parts: []Part{Flow{Page: page, Blocks: []Block{
		s.heading(1, "Pictures"),
		Paragraph{Style: &label, Text: Words("OWN · THE FIRST STEP")},
		Figure{Image: img, Width: 200, Alt: "A field at dusk, from blue to red", Align: Center, Before: 6, After: 10, Caption: []Block{Paragraph{Style: &caption, Text: Words("A caption stays with its picture.")}}},
		Figure{Image: img, Width: 30, Align: End},
		Figure{Width: 80, Height: 40, Alt: "Two boxes, one in the other", Drawing: []Ink{
			{Path: pdf.Rect{Left: 0, Bottom: 0, Right: 80, Top: 40}.Path(), Fill: &tint}, {Path: pdf.Rect{Left: 10, Bottom: 10, Right: 70, Top: 30}.Rounded(6), Pen: &pdf.Pen{Width: 1}},
		}},
		Group{Role: pdf.RoleSect, Frame: &Frame{Before: 12, Top: 10, Bottom: 10, Start: 12, End: 12, Fill: &tint, Border: 0.75, Line: line, Bar: 3, Radius: 5}, Blocks: long},
		s.heading(2, "After the frame"), s.para(plain("The end.")),
	}}}}
}

func TestShowcase(t *testing.T) {
	serif, sans := handoutStyles(Serif(), 11, Start), handoutStyles(Sans(), 18, Start)
	justified := handoutStyles(Serif(), 11, Justify)
	for name, d := range map[string]*Document{
		"album": album(t, serif), "worksheet": worksheet(serif), "worksheet-large": worksheet(sans), "essay-large": essay(sans), "essay-justified": essay(justified),
		"scripts-en": scripts(serif, "en"), "scripts-he": scripts(serif, "he"), "scripts-ar": scripts(sans, "ar"),
	} {
		r := mustSet(t, d)
		keepFile(t, name+".pdf", r.File)
		if len(r.Missing) > 0 {
			t.Errorf("%s: missing %q", name, r.Missing)
		}
	}
}
