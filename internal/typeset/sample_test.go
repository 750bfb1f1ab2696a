package typeset

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/amends-guide/amends/internal/pdf"
)

var keepFiles = flag.String("keep", "", "folder to keep the PDF files of the tests in, to look at")

// keepFile lets a human look at what a test made.
func keepFile(t testing.TB, name string, file []byte) {
	t.Helper()
	if *keepFiles == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(*keepFiles, name), file, 0o644); err != nil {
		t.Fatal(err)
	}
}

// mustSet sets a document that is all right.
func mustSet(t testing.TB, d *Document) *Result {
	t.Helper()
	r, err := d.Set()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// sheetOfStyles is the styles of a handout.
type sheetOfStyles struct {
	h1, h2, h3, body, small, note, cell, cellHead, term, foot, quote Style
}

var ink = pdf.RGB(0.1, 0.14, 0.2)

func handoutStyles(f *Family, size float64, align Align) *sheetOfStyles {
	s := &sheetOfStyles{}
	s.body = Style{Family: f, Size: size, Leading: 1.4, After: size * 0.6, Align: align}
	s.h1 = Style{Family: f, Size: size * 2, Leading: 1.15, Bold: true, Align: Balanced, After: size * 1.1, Color: ink}
	s.h2 = Style{Family: f, Size: size * 1.3, Leading: 1.2, Bold: true, Align: Balanced, Before: size * 1.5, After: size * 0.4, Color: ink}
	s.h3 = Style{Family: f, Size: size * 1.05, Leading: 1.25, Bold: true, Align: Balanced, Before: size, After: size * 0.2, Color: ink}
	s.small = Style{Family: f, Size: size * 0.85, Leading: 1.3}
	s.note = Style{Family: f, Size: size * 0.8, Leading: 1.3}
	s.cell = Style{Family: f, Size: size * 0.9, Leading: 1.3}
	s.cellHead = Style{Family: f, Size: size * 0.9, Leading: 1.3, Bold: true}
	s.term = Style{Family: f, Size: size, Leading: 1.4, Bold: true, After: size * 0.6}
	s.foot = Style{Family: f, Size: size * 0.75, Leading: 1.3, Color: pdf.Gray(0.3)}
	s.quote = s.body
	s.quote.Italic = true
	return s
}

func (s *sheetOfStyles) page(title string) Page {
	return Page{
		Width: 210 * MM, Height: 297 * MM, Top: 22 * MM, Bottom: 14 * MM, Start: 30 * MM, End: 30 * MM,
		Note: &s.note, NoteIndent: 12, FootGap: 14,
		Foot: func(f Folio) []Block {
			return []Block{
				Rule{Width: 0.4, Color: pdf.Gray(0.6), After: 4},
				Sides{Style: &s.foot, Start: Words(title + " · CC BY 4.0 · amends.guide"), End: Words(f.Label + " of " + itoa(f.Total))},
				Paragraph{Style: &s.foot, Text: Words("Not a substitute for care. Not for use where someone is afraid.")},
			}
		},
	}
}

func (s *sheetOfStyles) para(spans ...Span) Paragraph { return Paragraph{Style: &s.body, Text: spans} }

func (s *sheetOfStyles) item(spans ...Span) Item {
	plain := s.body
	plain.After = 0
	return Item{Blocks: []Block{Paragraph{Style: &plain, Text: spans}}}
}

func (s *sheetOfStyles) heading(level int, text string) Heading {
	style := []*Style{&s.h1, &s.h2, &s.h3}[level-1]
	return Heading{Level: level, Style: style, Text: Words(text), Outline: level, Running: level <= 2}
}

func plain(s string) Span           { return Span{Text: s} }
func strong(s string) Span          { return Span{Text: s, Bold: true} }
func emph(s string) Span            { return Span{Text: s, Italic: true} }
func linked(s, to string) Span      { return Span{Text: s, Link: to, Underline: true} }
func called(m string, b Block) Span { return Span{Note: &Note{Mark: m, Blocks: []Block{b}}} }

// essay is a handout of about two pages with a bit of everything that an essay has.
func essay(s *sheetOfStyles) *Document {
	note := func(text string) Block { return Paragraph{Style: &s.note, Text: Words(text)} }
	bar := pdf.RGB(0.55, 0.65, 0.6)
	tint := pdf.Gray(0.95)
	blocks := []Block{
		s.heading(1, "Coming back after a quarrel is a skill that can be learned"),
		s.para(plain("Nobody who lives close to other people gets through a year without hurting one of them. What tells lasting bonds from broken ones is not the number of hurts but what happens next: whether somebody "), strong("turns around and comes back"), plain(", soon, and without a speech. This page is about the way back. It takes five minutes to read, and the first step takes less than one.")),
		s.para(plain("A "), emph("repair"), plain(" is anything you say or do to stop things from getting worse, or to make them better. It may be clumsy. It may be funny, or very short. Whether it works depends less on the wording than on whether the other person can receive it"), called("1", note("In a study of newly married couples the way an attempt was received said more about the years to come than how it was made. The study was small, and most of the couples lived in one town.")), plain("; and that depends on how safe they feel at that moment. There is more about this in "), linked("what flooding does to listening", "https://example.org/essays/flooding"), plain(" and on the cards that come with this sheet.")),
		s.heading(2, "First, settle"),
		s.para(plain("With a racing heart nobody listens well. You may notice heat in your face, a tight jaw, or sentences that begin with “you always”. The first duty is then not to the argument but to the body. Say that you need a pause, say when you will be back, and go. Walk, breathe out slowly, wash a cup. Don’t rehearse the grievance, for going over it again keeps the alarm ringing.")),
		Group{Role: pdf.RoleBlockQuote, Frame: &Frame{Before: 10, After: 12, Start: 14, End: 8, Bar: 2.5, Line: bar}, Blocks: []Block{
			Paragraph{Style: &s.quote, Text: Words("“I want to go on with this, and right now I can’t do it well. I’ll be back at eight, in the kitchen.”")},
		}},
		s.para(plain("Whoever asks for the pause also ends it. A pause without a return is a door that closed, and it teaches the other person to hold on tighter the next time.")),
		s.heading(2, "Then own one thing"),
		s.para(plain("“Sorry for everything” leaves the other person to guess what you have understood. Name the act, name what it did, and stop. In an apology that people find easy to accept there are four parts"), called("2", note("Older studies count six parts. The order matters less than that the first is there.")), plain(":")),
		List{Style: &s.body, Ordered: true, Gap: 3, Indent: 16, Items: []Item{
			s.item(strong("What I did. "), plain("Words that a camera could confirm, without “but” and without what others did.")),
			s.item(strong("What it did to you. "), plain("What you think it was like, and whether that is right.")),
			s.item(strong("What I wish I had done. "), plain("One other way, small enough to be believed.")),
			s.item(strong("What comes next. "), plain("One promise with a time, which you are sure to keep.")),
		}},
		s.para(plain("If you have a complaint of your own, it deserves a talk of its own, on another day. An apology mixed with a complaint confuses both, and the second half is what is remembered.")),
		Group{Role: pdf.RoleSect, Whole: true, Frame: &Frame{Before: 12, After: 14, Top: 10, Bottom: 11, Start: 14, End: 14, Fill: &tint, Radius: 4}, Blocks: []Block{
			Paragraph{Style: &s.h3, Text: Words("When not to"), KeepWithNext: true},
			Paragraph{Style: &s.small, Text: Words("None of this is for homes with violence, threats or fear. Repair needs two people who are free to speak and free to leave. If that is not so where you are, put this sheet away and call a helpline; the numbers are on the back.")},
		}},
		s.heading(2, "Listen until you could argue their side"),
		s.para(plain("The aim is not to agree, it is to get it right. Say back what you heard, ask what you missed, and go on until the other says something like “yes, that’s it”. Only then does your own side have a chance to be heard. Some sentences open and some close:")),
		Table{Before: 4, After: 12, Pad: 4, Color: pdf.Gray(0.55),
			Head: []Row{{Cells: []Cell{s.th("It opens"), s.th("It closes"), s.th("Why")}}},
			Rows: []Row{
				{Cells: []Cell{s.td("What was the worst part?"), s.td("Why would you think that?"), s.td("The first asks for more, the second for a defence.")}},
				{Cells: []Cell{s.td("Is there more?"), s.td("Are you done?"), s.td("Both are three words long; only one has room in it.")}},
				{Cells: []Cell{s.td("Help me see it"), s.td("That’s not what happened"), s.td("An account is not a verdict.")}},
			},
		},
		s.para(plain("If you catch yourself preparing an answer, write it down and go back to listening. It will keep. Most answers get shorter while they wait, and some of them turn out not to be needed at all.")),
		s.heading(2, "Make it small, and keep it"),
		s.para(plain("Trust comes back through "), strong("small things kept"), plain(", hardly ever through large ones promised. Choose something that can be seen: home by six on Thursdays; asking before giving advice; the phone in the hall during supper. After two weeks ask whether it was noticed, and whether it still matters.")),
		s.para(plain("And when the talk is over, mark it. Eat something, walk round the block, say “thank you for staying”. What was mended and never marked is soon forgotten, and people who forget their repairs come to believe that they never manage any.")),
		s.heading(3, "Words on this page"),
		Definitions{Style: &s.term, Indent: 16, Gap: 4, Items: []Definition{
			{Term: Words("Flooding"), Blocks: []Block{Paragraph{Style: &s.body, Text: Words("So much alarm in the body that one can no longer take in what is said.")}}},
			{Term: Words("Rupture"), Blocks: []Block{Paragraph{Style: &s.body, Text: Words("A moment in which one loses hold of the other: a sharp word, a silence, a promise that was dropped.")}}},
		}},
	}
	return &Document{
		Info:  pdf.Info{Title: "Coming back is a skill", Lang: "en"},
		Parts: []Part{Flow{Page: s.page("Coming back is a skill"), Blocks: blocks}},
	}
}

func (s *sheetOfStyles) td(text string) Cell {
	return Cell{Blocks: []Block{Paragraph{Style: &s.cell, Text: Words(text)}}}
}

func (s *sheetOfStyles) th(text string) Cell {
	return Cell{Blocks: []Block{Paragraph{Style: &s.cellHead, Text: Words(text)}}}
}
