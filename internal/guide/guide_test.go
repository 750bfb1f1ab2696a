package guide

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/amends-guide/amends/internal/doc"
)

// outline is what a guide holds, each relation by ids, one line for each entry that has any.
func outline(g *Guide) string {
	var b strings.Builder
	line := func(e *Entry, relations ...string) {
		fmt.Fprintf(&b, "%s %s/%s", e.Lang, e.Kind, e.ID)
		relations = append(relations, names("also", e.SeeAlso), names("referred", e.ReferredBy), names("others", e.Others), "sources:"+cited(e.Sources))
		for _, relation := range relations {
			if !strings.HasSuffix(relation, ":") {
				b.WriteString(" " + relation)
			}
		}
		b.WriteByte('\n')
	}
	for _, e := range g.Essays {
		line(e.Entry, names("cards", e.Cards), names("worksheets", e.Worksheets))
	}
	for _, c := range g.Cards {
		line(c.Entry, names("then", c.FollowUps), names("after", c.Follows), names("answers", c.Responses), names("answering", c.RespondsTo),
			names("softer", one(c.Softer)), names("firmer", c.Firmer), names("child", one(c.ChildCard)),
			names("decks", c.Decks), names("paths", c.Paths), names("essays", c.Essays))
	}
	for _, w := range g.Worksheets {
		line(w.Entry, names("cards", w.Cards))
	}
	for _, p := range g.Paths {
		var steps []string
		for _, step := range p.Steps {
			steps = append(steps, names(step.Word.ID, step.Cards))
		}
		line(p.Entry, append(steps, names("worksheet", one(p.Worksheet)))...)
	}
	for _, d := range g.Decks {
		line(d.Entry, names("cards", d.Cards))
	}
	for _, t := range g.Terms {
		line(t.Entry)
	}
	for _, p := range g.Pages {
		line(p.Entry)
	}
	for _, s := range g.Sources {
		fmt.Fprintf(&b, "%s %s\n", s.ID, names("cited", s.CitedBy))
	}
	return b.String()
}

func names[T any](relation string, entries []*T) string {
	var ids []string
	for _, e := range entries {
		v := reflect.ValueOf(e).Elem()
		if embedded := v.FieldByName("Entry"); embedded.IsValid() {
			v = embedded.Elem()
		}
		ids = append(ids, v.FieldByName("Lang").String()+"/"+v.FieldByName("ID").String())
	}
	return relation + ":" + strings.ReplaceAll(strings.Join(ids, ","), "en/", "")
}

func cited(sources []*Source) string {
	var ids []string
	for _, s := range sources {
		ids = append(ids, s.ID)
	}
	return strings.Join(ids, ",")
}

func one[T any](e *T) []*T {
	if e == nil {
		return nil
	}
	return []*T{e}
}

const goodOutline = `
en essay/coming-back cards:own-snapped,pause-hand worksheets:five-lines sources:abel-2010
en card/pause-hand then:own-snapped decks:first-words paths:snapped essays:coming-back referred:own-snapped
en card/own-child decks:first-words
en card/own-snapped then:plan-signal after:pause-hand answers:answer-yes,answer-later,answer-no softer:own-softer child:own-child decks:first-words paths:snapped essays:coming-back also:repair others:de/own-snapped sources:zed-2001,abel-2010
en card/own-softer firmer:own-snapped decks:first-words paths:snapped referred:coming-back
en card/answer-later answering:own-snapped decks:answers
en card/answer-no answering:own-snapped decks:answers
en card/answer-yes answering:own-snapped decks:answers
en card/plan-signal after:own-snapped decks:first-words paths:snapped
de card/own-snapped then:plan-signal softer:own-softer others:own-snapped
en worksheet/five-lines cards:own-snapped
en path/snapped pause:pause-hand own:own-snapped,own-softer mend:plan-signal worksheet:five-lines
en deck/answers cards:answer-later,answer-no,answer-yes
en deck/first-words cards:pause-hand,own-snapped,own-softer,own-child,plan-signal
en term/repair referred:coming-back,own-snapped
en term/rupture referred:repair
en page/safety referred:coming-back,plan-signal,five-lines others:ar/safety,de/safety
ar page/safety others:safety,de/safety
de page/safety others:safety,ar/safety
abel-2010 cited:coming-back,own-snapped
zed-2001 cited:own-snapped
`

func TestRelations(t *testing.T) {
	g, _ := goodSite(t).guide()
	if diff := cmp.Diff(strings.TrimPrefix(goodOutline, "\n"), outline(g)); diff != "" {
		t.Error(diff)
	}
}

func TestReadingOrder(t *testing.T) {
	site := goodSite(t)
	for id, front := range map[string]string{"zebra": "", "apple": "", "second": "order = 2\n", "first": "order = 1\n"} {
		site["content/en/pages/"+id+".md"] = "+++\ntitle = \"" + id + "\"\nsummary = \"A page.\"\nupdated = 2026-11-01\n" + front + "+++\nText.\n"
	}
	for _, term := range []string{"zorn", "ähnlich", "arm", "Übel", "Ufer"} {
		site["content/de/glossary/"+fmt.Sprintf("t-%x", term)+".md"] = "+++\nterm = \"" + term + "\"\nupdated = 2026-11-01\n+++\nWort.\n\n## Beispiel\nSo.\n"
	}
	g, _ := site.guide()
	var got []string
	for _, p := range g.Pages {
		got = append(got, p.Lang+" "+p.Title)
	}
	for _, term := range g.Terms {
		got = append(got, term.Lang+" "+term.Title)
	}
	want := []string{"en first", "en second", "en apple", "en Is this safe for you?", "en zebra", "ar هل أنت في أمان؟", "de Bist du sicher?",
		"en Repair", "en Rupture", "de ähnlich", "de arm", "de Übel", "de Ufer", "de zorn"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestDrafts(t *testing.T) {
	in, _ := goodSite(t).read()
	g, _ := New(in, Options{Today: today})
	want := []LeftOut{{"content/en/pages/later.md", "Not yet", "draft"}}
	if diff := cmp.Diff(want, g.LeftOut); diff != "" {
		t.Error(diff)
	}
	all, _ := New(in, Options{Today: today, Drafts: true})
	if len(all.LeftOut) != 0 || len(all.Entries) != len(g.Entries)+1 {
		t.Errorf("with drafts: %d entries and %v left out; without: %d", len(all.Entries), all.LeftOut, len(g.Entries))
	}
}

func TestRetiredNeverBuilds(t *testing.T) {
	site := goodSite(t)
	site.edit(t, "content/en/pages/later.md", `"draft"`, `"retired"`)
	in, _ := site.read()
	g, _ := New(in, Options{Today: today, Drafts: true})
	if len(g.LeftOut) != 1 || g.LeftOut[0].Why != "retired" {
		t.Errorf("left out: %v", g.LeftOut)
	}
}

// TestAnyOrder holds New to its promise: neither the order of files nor that of a map reaches the result.
func TestAnyOrder(t *testing.T) {
	site := goodSite(t)
	for _, s := range [][]slip{relationSlips, referenceSlips} {
		for _, slip := range s {
			if slip.old != "" && strings.Count(site[slip.file], slip.old) == 1 {
				site.edit(t, slip.file, slip.old, slip.new)
			}
		}
	}
	in, _ := site.read()
	want, wantProblems := New(in, Options{Today: today})
	if len(wantProblems) < 10 {
		t.Fatalf("only %d problems to compare", len(wantProblems))
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		r.Shuffle(len(in.Pieces), func(a, b int) { in.Pieces[a], in.Pieces[b] = in.Pieces[b], in.Pieces[a] })
		got, problems := New(in, Options{Today: today})
		if diff := cmp.Diff(outline(want), outline(got)); diff != "" {
			t.Fatal(diff)
		}
		if diff := cmp.Diff(wantProblems, problems); diff != "" {
			t.Fatal(diff)
		}
	}
}

// TestOlderGuideStands holds New to leaving pieces alone: a guide made of them before still says what it said.
func TestOlderGuideStands(t *testing.T) {
	site := goodSite(t)
	in, _ := site.read()
	older, _ := New(in, Options{Today: today})
	before, targets := outline(older), len(older.Cards[0].Targets)
	site.edit(t, deck, `"own-child", `, "")
	changed, _ := site.read()
	for i, p := range changed.Pieces {
		if p.File() != deck {
			changed.Pieces[i] = in.Pieces[i]
		}
	}
	newer, _ := New(changed, Options{Today: today})
	if outline(older) != before || len(older.Cards[0].Targets) != targets {
		t.Errorf("the older guide changed:\n%s", cmp.Diff(before, outline(older)))
	}
	if outline(newer) == before {
		t.Error("the newer guide does not show the edit")
	}
}

// TestTargets follows every reference of a guide: each leads to an entry of this guide, not of another.
func TestTargets(t *testing.T) {
	g, _ := goodSite(t).guide()
	essay := g.Essays[0]
	var got []string
	for i, target := range essay.Targets {
		switch ref := essay.Doc.Refs[i]; {
		case target.Entry != nil:
			got = append(got, fmt.Sprintf("%s → %s/%s #%s", ref.Target, target.Entry.Kind, target.Entry.ID, target.Anchor))
			if !slices.Contains(g.Entries, target.Entry) {
				t.Errorf("%s leads out of the guide", ref.Target)
			}
		case target.Picture != "":
			got = append(got, "picture "+target.Picture)
		default:
			got = append(got, "address "+target.Address+" #"+target.Anchor)
		}
	}
	want := []string{"repair → term/repair #", "../pages/safety.md → page/safety #call", "picture content/en/essays/bowl.jpg",
		"own-softer → card/own-softer #", "address /cards/ #", "address https://example.org/study #results"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if title := headings(essay.Text); title != "What happened, What comes next" {
		t.Errorf("the essay's text has the headings %s", title)
	}
}

func headings(nodes doc.Nodes) string {
	var titles []string
	for n := range nodes.All() {
		if n.Kind() == doc.HeadingNode {
			titles = append(titles, doc.PlainText(n.Kids()))
		}
	}
	return strings.Join(titles, ", ")
}

// TestHalfWritten cuts every file short at its lines: whatever an author saves in the middle of writing is told, and
// never stops the program.
func TestHalfWritten(t *testing.T) {
	good := goodSite(t)
	for name, text := range good {
		line, step := 0, 1+len(text)/2000 // long files at every few lines: the test is to stay quick under the race detector
		for at := range text {
			if text[at] != '\n' {
				continue
			}
			if line++; line%step != 0 {
				continue
			}
			site := maps.Clone(good)
			site[name] = text[:at]
			if g, _ := site.guide(); g == nil {
				t.Fatalf("no guide with %s cut at %d", name, at)
			}
		}
	}
}

// TestReadersShare reads with one Reader from several goroutines; the race detector is the judge.
func TestReadersShare(t *testing.T) {
	site := goodSite(t)
	in, _ := site.read()
	r := NewReader(&in.Config.Languages[0], in.Vocabulary)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for _, p := range in.Pieces {
				if p.Lang != "en" {
					continue
				}
				if again, _ := r.Read(p.Doc); again.key != p.key {
					t.Errorf("%s sorts otherwise the second time", p.File())
				}
			}
		})
	}
	group.Wait()
}
