package coverage

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/source"
)

var today = facts.Date{Year: 2026, Month: 11, Day: 23}

// entry is an entry of a guide made by hand.
func entry(kind guide.Kind, id, title string) *guide.Entry {
	file := "content/en/" + kind.Folder() + "/" + id + ".md"
	return &guide.Entry{Piece: &guide.Piece{Place: guide.Place{Kind: kind, Lang: "en", ID: id}, Title: title, Facts: &guide.Common{}, Doc: &doc.Doc{File: file}}}
}

func card(id, phrase string, change func(*guide.Card)) *guide.Card {
	c := &guide.Card{
		Entry: entry(guide.CardKind, id, phrase),
		CardText: &guide.CardText{
			Facts:  &guide.CardFacts{Move: "own", Role: "initiator", Relationships: []string{"partner"}, Ruptures: []string{"sharp-word"}, Intensity: 1},
			Phrase: guide.Phrase{Plain: phrase}, Phase: &guide.Word{ID: "own"},
		},
	}
	if change != nil {
		change(c)
	}
	return c
}

func guideOf(cards []*guide.Card, others ...*guide.Entry) *guide.Guide {
	words := func(ids ...string) (list []*guide.Word) {
		for _, id := range ids {
			name, group, _ := strings.Cut(id, "/")
			list = append(list, &guide.Word{ID: name, Group: group})
		}
		return list
	}
	g := &guide.Guide{
		Config: &config.Config{Language: "en", Languages: []config.Language{{Tag: "en"}, {Tag: "xx"}}},
		Cards:  cards, Entries: others,
		Words: map[string][]*guide.Word{
			"relationship": words("partner/partner", "peer/work"), "phase": words("own", "mend"), "rupture": words("sharp-word", "contempt"),
		},
	}
	for _, c := range cards {
		g.Entries = append(g.Entries, c.Entry)
	}
	return g
}

// plan is content/plan.toml of this text, with these problems.
func plan(t *testing.T, text, want string) *Plan {
	t.Helper()
	words := func(vocabulary string) ([]string, string, map[string]string) {
		return map[string][]string{
			"covers": {"S01", "S02"}, "door": {"partner", "work"}, "phase": {"own", "mend"}, "rupture": {"sharp-word", "contempt"},
			"role": {"initiator", "receiver"}, "outcome": {"taken", "refused"}, "variation": {"text"},
		}[vocabulary], "", nil
	}
	var read PlanFacts
	table, problems := facts.Parse(File, text, 1)
	problems = append(problems, table.Decode(&read, withKinds(words), nil)...)
	var told []string
	for _, p := range report.Sort(problems) {
		told = append(told, fmt.Sprintf("%d:%d %s", p.Pos.Line, p.Pos.Col, p.Class))
	}
	if got := strings.Join(told, "\n"); got != want {
		t.Errorf("problems %q, want %q", got, want)
	}
	known, _, _ := words("covers")
	return &Plan{read, known}
}

func TestPlan(t *testing.T) {
	cards := []*guide.Card{
		card("a", "I was sharp with you.", func(c *guide.Card) { c.Entry.Facts.Covers = []string{"S01"} }),
		card("b", "I rolled my eyes at you.", func(c *guide.Card) {
			c.Facts.Relationships, c.Facts.Ruptures, c.Facts.Intensity = []string{"peer", "partner"}, []string{"contempt", "sharp-word"}, 3
			c.Variations = []guide.Variation{{Kind: &guide.Word{ID: "text"}}}
			c.Entry.Facts.Covers = []string{"S01"}
		}),
		card("c", "No, thank you.", func(c *guide.Card) { c.Facts.Role, c.Facts.Outcome = "receiver", "refused" }),
	}
	essay := entry(guide.EssayKind, "e", "E")
	essay.Facts.Covers = []string{"S01"}
	r := New(guideOf(cards, essay), plan(t, `
quota = [
  { planned = 2, door = "partner", phase = "own" }, { planned = 1, door = "work", phase = "own" }, { planned = 1, door = "work", phase = "mend" },
  { planned = 1, rupture = "contempt" }, { planned = 1, role = "receiver", outcomes = ["refused"] }, { planned = 2, variation = "text" },
  { planned = 1, intensity = 3 }, { planned = 1, child_words = true }, { planned = 4, kind = "essay", name = "essays" }, { planned = 2, covers = "S01" },
]
ideas = [{ essays = 1, cards = 2 }, { ids = ["S01"], essays = 1, cards = 2, doors = 3 }]
`, ""), today)
	var got []string
	for _, q := range r.Languages[0].Quotas {
		got = append(got, fmt.Sprintf("%s %d/%d", q.Name, q.Planned, q.Present))
	}
	want := []string{
		"partner, own 2/2", "work, own 1/1", "work, mend 1/0", "contempt 1/1", "receiver, refused 1/1", "text 2/1",
		"intensity 3 1/1", "a child's words 1/0", "essays 4/1", "S01 2/2",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	ideas := []Idea{{"S01", 1, 2, 2, false}, {"S02", 0, 0, 0, false}}
	if diff := cmp.Diff(ideas, r.Languages[0].Ideas); diff != "" {
		t.Error(diff)
	}
	if len(r.Languages[1].Quotas) > 0 {
		t.Error("the plan is asked of a translation")
	}
}

func TestPlanFaults(t *testing.T) {
	for text, want := range map[string]string{
		"[[quota]]\nkind = \"cards\"\nplanned = 1":          "2:8 unknown-kind",
		"[[quota]]\ndoor = \"partner\"":                     "1:3 missing-key",
		"[[quota]]\nplanned = 1\nrupture = \"sharp\"":       "3:11 unknown-rupture",
		"[[ideas]]\nids = [\"S99\"]":                        "2:8 unknown-covers",
		"[[quota]]\nplanned = 1\nintensity = 4\nraport = 1": "3:13 out-of-range\n4:1 unknown-key",
	} {
		plan(t, text, want)
	}
	var none source.Files
	if p, problems := ReadPlan(&none, nil); len(problems) > 0 || len(p.quotas(shelfOf(guideOf(nil), "en"))) > 0 {
		t.Error("a guide without a plan has quotas")
	}
}

func TestCells(t *testing.T) {
	both := card("a", "I was sharp.", func(c *guide.Card) { c.Facts.Relationships = []string{"partner", "peer"} })
	full := map[string]int{}
	for _, c := range New(guideOf([]*guide.Card{both}), &Plan{}, today).Languages[0].Cells {
		full[c.Relationship+" "+c.Phase+" "+c.Rupture] = c.Cards
	}
	if len(full) != 8 || full["partner own sharp-word"] != 1 || full["peer own sharp-word"] != 1 || full["peer mend sharp-word"] != 0 {
		t.Error(full)
	}
}

func TestNear(t *testing.T) {
	a := card("a", "I shouted at you about the shoes, and it frightened you.", nil)
	b := card("b", "I shouted at you about the keys, and it frightened you.", nil)
	c := card("c", "Would you walk to the lake with me on Sunday?", func(c *guide.Card) {
		c.Variations = []guide.Variation{{Phrase: guide.Phrase{Plain: "Would you walk to the lake with me on Monday?"}}} // its own card may
	})
	d := card("d", "Not yet.", nil)
	e := card("e", "Not yet.", nil)
	var got []string
	for _, p := range New(guideOf([]*guide.Card{a, b, c, d, e}), &Plan{}, today).Languages[0].Near {
		got = append(got, p.A.Title+" | "+p.B.Title)
	}
	if diff := cmp.Diff([]string{a.Title + " | " + b.Title}, got); diff != "" {
		t.Error(diff)
	}
}

// Prefix filtering finds what holding each against each finds.
func TestNearFindsAll(t *testing.T) {
	words := strings.Fields("i you was sharp with about the shoes bill and it hurt quiet left alone today again sorry made wait hour rain song")
	var cards []*guide.Card
	seed := uint32(7)
	for i := range 150 {
		var said []string
		for range 6 + i%5 {
			seed = seed*1664525 + 1013904223
			said = append(said, words[seed>>16%uint32(len(words))%uint32(5+i%18)])
		}
		cards = append(cards, card(fmt.Sprint("c", i), strings.Join(said, " "), nil))
	}
	s := shelfOf(guideOf(cards), "en")
	sentences, want := s.sentences(), 0
	for i := range sentences {
		for j := range i {
			if likeness(sentences[i].marks, sentences[j].marks) >= alike {
				want++
			}
		}
	}
	if got := len(s.near()); got != want || want == 0 {
		t.Errorf("%d pairs, want %d", got, want)
	}
}

func TestAged(t *testing.T) {
	reviewed := func(id string, on facts.Date) *guide.Entry {
		e := entry(guide.EssayKind, id, id)
		e.Facts.ReviewedOn = on
		return e
	}
	g := guideOf(nil, reviewed("never", facts.Date{}), reviewed("fresh", facts.Date{Year: 2026, Month: 11, Day: 1}),
		reviewed("due", facts.Date{Year: 2026, Month: 7, Day: 25}), reviewed("overdue", facts.Date{Year: 2025, Month: 11, Day: 23}))
	g.Helplines = []*guide.Helpline{{Name: "old", VerifiedOn: facts.Date{Year: 2026, Month: 7, Day: 1}}, {Name: "new", VerifiedOn: today}}
	original, translation := entry(guide.TermKind, "t", "T"), entry(guide.TermKind, "t", "Ť")
	original.Facts.Updated, translation.Facts.Updated = today, facts.Date{Year: 2026, Month: 11, Day: 20}
	translation.Lang, translation.Others, original.Others = "xx", []*guide.Entry{original}, []*guide.Entry{translation}
	g.Entries = append(g.Entries, original, translation)
	r := New(g, &Plan{}, today)
	var got []string
	for _, a := range append(append(r.Languages[0].Reviews, r.Helplines...), append(r.Languages[0].Behind, r.Languages[1].Behind...)...) {
		got = append(got, fmt.Sprint(a.Title, " ", a.Days, " ", a.Overdue))
	}
	if diff := cmp.Diff([]string{"due 121 false", "overdue 365 true", "old 145 false", "Ť 3 false"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestLadders(t *testing.T) {
	mend := card("mend", "Next time I will stop.", func(c *guide.Card) { c.Phase = &guide.Word{ID: "mend"} })
	followed := card("followed", "I was sharp, I know.", func(c *guide.Card) { c.FollowUps = []*guide.Card{mend} })
	begun := card("begun", "I left you out today.", nil)
	last := card("last", "I forgot your name there.", nil)
	p := &guide.Path{Steps: []guide.PathStep{{Cards: []*guide.Card{begun}}, {Cards: []*guide.Card{last}}}}
	begun.Paths, last.Paths = []*guide.Path{p}, []*guide.Path{p}
	answer := card("answer", "Not today, thank you.", func(c *guide.Card) { c.Facts.Role = "receiver" })
	mend.Follows = []*guide.Card{followed}
	mend.Decks = []*guide.Deck{{}}
	l := New(guideOf([]*guide.Card{mend, followed, begun, last, answer}, entry(guide.TermKind, "alone", "Alone")), &Plan{}, today).Languages[0]
	titles := func(places []Place) (all string) {
		for _, p := range places {
			all += p.File[strings.LastIndexByte(p.File, '/')+1:] + " "
		}
		return all
	}
	for name, pair := range map[string][2]string{
		"dead ends": {titles(l.DeadEnds), "last.md "},
		"unshelved": {titles(l.Unshelved), "followed.md begun.md last.md answer.md "},
		"unreached": {titles(l.Unreached), "mend.md followed.md answer.md "},
		"orphans":   {titles(l.Orphans), "alone.md followed.md answer.md "},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s: %s, want %s", name, pair[0], pair[1])
		}
	}
}

func TestReadable(t *testing.T) {
	text := func(s string, n int) doc.Nodes {
		return doc.Draw(doc.Sketch{Kind: doc.Paragraph, Kids: []doc.Sketch{{Kind: doc.Text, Text: strings.Repeat(s, n)}}})
	}
	easy, hard := entry(guide.EssayKind, "easy", "Easy"), entry(guide.EssayKind, "hard", "Hard")
	easy.Doc.Nodes, hard.Doc.Nodes = text("I was late. You had to wait. ", 30), text("Organisational difficulties notwithstanding, communication deteriorated considerably. ", 30)
	long := card("long", "I was late and you had to wait and it was cold and you were not dressed for it.", nil)
	g := guideOf([]*guide.Card{long, card("short", "I was late. You had to wait. It was cold. You were not dressed.", nil)}, easy, hard)
	g.Essays = []*guide.Essay{{Entry: easy}, {Entry: hard}}
	r := New(g, &Plan{}, today)
	texts := r.Languages[0].Readability.Texts
	if len(texts) != 2 || !texts[0].Met || !texts[0].Scored || texts[1].Met {
		t.Errorf("%+v", texts)
	}
	if cards := r.Languages[0].Readability.Cards; len(cards) != 1 || cards[0].Title != long.Title {
		t.Errorf("%+v", cards)
	}
	if r.Languages[1].Readability.Formula != "" {
		t.Error("an unknown language has a formula")
	}
	var b bytes.Buffer
	if err := r.WriteText(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"== en ==", "== xx ==", "no content/xx/phrasing.toml", "hard.md", " !", "long.md"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}

// Ten thousand cards of their own are held against each other without holding each against each.
func BenchmarkNear(b *testing.B) {
	nouns := strings.Fields("shoes bill garden letter meeting supper boat birthday call song lake gift ticket key story bread door chair plan road")
	verbs := strings.Fields("forgot broke missed hid lost sold left kept burned cut shut threw told mocked read sent took wore ate spent")
	var cards []*guide.Card
	for i := range 10_000 {
		said := fmt.Sprintf("I %s your %s on %d at the %s, and you %s the %s without me, %s %s.", verbs[i%20], nouns[i/20%20], i/7, nouns[i*7%20],
			verbs[i*3%20], nouns[i*11%20], nouns[i*13/20%20], nouns[i/400%20])
		cards = append(cards, card(fmt.Sprint("c", i), said, nil))
	}
	s := shelfOf(guideOf(cards), "en")
	b.ReportAllocs()
	for b.Loop() {
		s.near()
	}
}
