package serve

import (
	"fmt"
	"net/http"
	"path"
	"strconv"
	"strings"

	"github.com/amends-guide/amends/internal/coverage"
)

// answerReport answers with what the guide holds and lacks, as it is now: nothing of it is made before somebody asks.
func (s *Server) answerReport(w http.ResponseWriter, r *http.Request) {
	st := s.state.Load()
	if st.Report == nil {
		s.answerProblems(w, r, http.StatusServiceUnavailable)
		return
	}
	found := st.Report()
	view := reportView{Root: st.Root, Day: found.Day, Old: st.broken}
	pages := st.pagesByMaker()
	for i := range found.Languages {
		view.Parts = append(view.Parts, partOf(&found.Languages[i], pages))
	}
	view.Parts = append(view.Parts, standing(found, pages))
	answerTemplate(w, r, http.StatusOK, "report.html", view)
}

// A reportView is what report.html shows.
type reportView struct {
	Root, Day string
	Old       bool // something stands in the way, and this is of the last guide that could be made
	Parts     []reportPart
}

// A reportPart is one language, or what belongs to all of them.
type reportPart struct {
	Title    string
	Sections []reportSection
}

// A reportSection answers one question: in a few words, and in tables.
type reportSection struct {
	ID, Title, Summary string
	Gap                bool // there is something to do
	Tables             []reportTable
}

// A reportTable is a table; the first cell of a row is its heading.
type reportTable struct {
	Caption string
	Head    []string
	Rows    [][]reportCell
}

// A reportCell is a text, and of which entry it is. A gap says that it is one in its text.
type reportCell struct {
	Text, Lang    string // no language: the report's own words
	Address, File string
	Gap           bool
}

// pagesByMaker are the addresses of pages by the files they were made from; the one nearest the root if there are several.
func (st *state) pagesByMaker() map[string]string {
	pages := map[string]string{}
	for _, f := range st.Tree.Files() {
		if path.Ext(f.Path) != ".html" || path.Ext(f.Maker) != ".md" {
			continue
		}
		if address := st.addressOf(f.Path); pages[f.Maker] == "" || len(address) < len(pages[f.Maker]) {
			pages[f.Maker] = address
		}
	}
	return pages
}

func words(texts ...string) (cells []reportCell) {
	for _, text := range texts {
		cells = append(cells, reportCell{Text: text})
	}
	return cells
}

func count(n int) string { return strconv.Itoa(n) }

// lacking is a cell that says by how much something falls short; fine is what it says else.
func lacking(is bool, gap, fine string) reportCell {
	if is {
		return reportCell{Text: gap, Gap: true}
	}
	return reportCell{Text: fine}
}

func partOf(l *coverage.Language, pages map[string]string) reportPart {
	in := &reporting{l.Tag, pages}
	part := reportPart{Title: "Language: " + l.Tag}
	if len(l.Quotas) > 0 {
		part.Sections = append(part.Sections, in.plan(l.Quotas))
	}
	if len(l.Ideas) > 0 {
		part.Sections = append(part.Sections, in.ideas(l.Ideas))
	}
	part.Sections = append(part.Sections,
		in.matrix(l.Cells),
		in.places("no-deck", "Cards in no deck", l.Unshelved),
		in.places("no-path", "Cards that no path leads to", l.Unreached),
		in.places("orphans", "Entries that nothing leads to but a list", l.Orphans),
		in.places("dead-ends", "Cards after which nothing comes: no follow-up, no later step of a path", l.DeadEnds),
		in.near(l.Near),
		in.aged("reviews", "Reviews to repeat", "reviewed on", l.Reviews),
		in.aged("behind", "Translations behind their original", "translated on", l.Behind),
		in.hardTexts(l.Readability.Texts),
		in.hardCards(l.Readability.Cards),
	)
	return part
}

// standing is what a guide has once, for all languages.
func standing(found *coverage.Report, pages map[string]string) reportPart {
	in := &reporting{"all", pages}
	uncited := reportTable{Caption: "Sources that nothing cites", Head: []string{"Source"}}
	for _, id := range found.Uncited {
		uncited.Rows = append(uncited.Rows, words(id))
	}
	return reportPart{"All languages", []reportSection{
		in.listed("sources", uncited),
		in.aged("helplines", "Helplines to check", "checked on", found.Helplines),
	}}
}

// A reporting makes the sections of one part.
type reporting struct {
	tag   string
	pages map[string]string
}

func (in *reporting) cell(p coverage.Place) reportCell {
	return reportCell{Text: p.Title, Lang: in.tag, Address: in.pages[p.File], File: p.File}
}

// listed is a section of one table whose every row is something to do.
func (in *reporting) listed(id string, t reportTable) reportSection {
	section := reportSection{ID: in.tag + "-" + id, Title: t.Caption, Summary: "none", Gap: len(t.Rows) > 0}
	if section.Gap {
		section.Summary, section.Tables = count(len(t.Rows)), []reportTable{t}
	}
	return section
}

func (in *reporting) places(id, title string, places []coverage.Place) reportSection {
	t := reportTable{Caption: title, Head: []string{"Entry"}}
	for _, p := range places {
		t.Rows = append(t.Rows, []reportCell{in.cell(p)})
	}
	return in.listed(id, t)
}

func (in *reporting) aged(id, title, on string, all []coverage.Aged) reportSection {
	t := reportTable{Caption: title, Head: []string{"What", on, "days", "state"}}
	for _, a := range all {
		t.Rows = append(t.Rows, append([]reportCell{in.cell(a.Place)}, append(words(a.On, count(a.Days)), lacking(a.Overdue, "overdue", "due"))...))
	}
	return in.listed(id, t)
}

func (in *reporting) near(pairs []coverage.Pair) reportSection {
	t := reportTable{Caption: "Nearly the same sentence on two cards", Head: []string{"Alike", "One says", "The other says"}}
	for _, p := range pairs {
		a, b := in.cell(p.A), in.cell(p.B)
		a.Text, b.Text = p.SaidA, p.SaidB
		t.Rows = append(t.Rows, append(words(fmt.Sprintf("%.0f %%", p.Likeness*100)), a, b))
	}
	return in.listed("near", t)
}

func (in *reporting) hardTexts(texts []coverage.Text) reportSection {
	t := reportTable{Caption: "Texts that are harder to read than they should be", Head: []string{"Text", "score", "target"}}
	for _, text := range texts {
		if !text.Met {
			target := "at most "
			if text.Higher {
				target = "at least "
			}
			t.Rows = append(t.Rows, append([]reportCell{in.cell(text.Place)}, words(fmt.Sprintf("%.1f", text.Score), fmt.Sprintf("%s%.0f", target, text.Target))...))
		}
	}
	return in.listed("hard-texts", t)
}

func (in *reporting) hardCards(cards []coverage.Hard) reportSection {
	t := reportTable{Caption: "Cards with a long sentence, or a hard word", Head: []string{"Card", "long sentences", "hard words"}}
	for _, c := range cards {
		t.Rows = append(t.Rows, []reportCell{in.cell(c.Place), {Text: strings.Join(c.Long, " "), Lang: in.tag}, {Text: strings.Join(c.Words, "; ")}})
	}
	return in.listed("hard-cards", t)
}
