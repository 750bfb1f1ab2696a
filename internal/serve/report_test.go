package serve

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/amends-guide/amends/internal/coverage"
	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/report"
)

// found is a report with something of every sort.
func found() *coverage.Report {
	own := coverage.Place{File: "content/en/cards/own-it.md", Title: "Own <it>"}
	other := coverage.Place{File: "content/en/cards/lost.md", Title: "Lost"}
	old := coverage.Aged{Place: own, On: "2024-01-01", Days: 692, Overdue: true}
	return &coverage.Report{
		Day:       "2026-11-23",
		Uncited:   []string{"smith-2001"},
		Helplines: []coverage.Aged{{Place: coverage.Place{File: "content/helplines.toml", Title: "A line"}, On: "2026-01-01", Days: 326}},
		Languages: []coverage.Language{{
			Tag: "en", PhraseRules: 1,
			Quotas: []coverage.Quota{
				{Name: "partner, own", Door: "partner", Phase: "own", Planned: 2, Present: 1},
				{Name: "work, mend", Door: "work", Phase: "mend", Planned: 1, Present: 1}, {Name: "essays", Planned: 3, Present: 3},
			},
			Ideas: []coverage.Idea{{ID: "S01", Covered: true}, {ID: "G07", Essays: 1}},
			Cells: []coverage.Cell{
				{Relationship: "partner", Phase: "own", Rupture: "sharp-word", Cards: 17}, {Relationship: "partner", Phase: "own", Rupture: "contempt"},
				{Relationship: "partner", Phase: "mend", Rupture: "sharp-word"}, {Relationship: "partner", Phase: "mend", Rupture: "contempt", Cards: 1},
				{Relationship: "friend", Phase: "own", Rupture: "sharp-word", Cards: 1}, {Relationship: "friend", Phase: "own", Rupture: "contempt", Cards: 1},
			},
			Unshelved: []coverage.Place{other}, Unreached: []coverage.Place{other}, Orphans: []coverage.Place{own}, DeadEnds: []coverage.Place{other},
			Near:    []coverage.Pair{{A: own, B: other, SaidA: "I said that.", SaidB: "That I said.", Likeness: 0.72}},
			Reviews: []coverage.Aged{old}, Behind: []coverage.Aged{old},
			Readability: coverage.Readable{
				Texts: []coverage.Text{{Place: own, Scored: true, Score: 9.2, Target: 8}},
				Cards: []coverage.Hard{{Place: own, Long: []string{"So long a sentence."}, Words: []string{"utilise: use"}}},
			},
		}},
	}
}

// reportingServer is a preview of a guide that has that report, and a page of one card.
func reportingServer(t testing.TB) *Server {
	t.Helper()
	files, err := output.New([]output.File{output.NewFile("cards/own-it/index.html", []byte(page("Own it")), "content/en/cards/own-it.md")})
	if err != nil {
		t.Fatal(err)
	}
	s := New(Options{})
	s.Show(Site{Tree: files, Root: "/guide/", Report: found}, nil)
	return s
}

// rowsOf are the texts of all rows of all tables, their cells joined by bars.
func rowsOf(t *testing.T, text string) (rows []string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Data != "tr" {
			continue
		}
		var cells []string
		for cell := range n.ChildNodes() {
			var said strings.Builder
			for part := range cell.Descendants() {
				if part.Type == html.TextNode {
					said.WriteString(part.Data)
				}
			}
			cells = append(cells, said.String())
		}
		rows = append(rows, strings.Join(cells, "|"))
	}
	return rows
}

// Whatever the report has found is on its page, and what is a gap says so in words.
func TestReportShowsAll(t *testing.T) {
	w := ask(reportingServer(t), "GET", "/.amends/report")
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "text/html; charset=utf-8" || w.Header().Get("Content-Security-Policy") != policy {
		t.Errorf("%d, %v", w.Code, w.Header())
	}
	never(t, w)
	rows := rowsOf(t, w.Body.String())
	for _, want := range []string{
		"Rupture|own|mend", "sharp-word|17|gap", "contempt|gap|1",
		"partner|2 / 1, 1 missing|not planned", "work|not planned|1 / 1", "essays|3|3|met", "G07|1|0|0|gap",
		"Lost content/en/cards/lost.md", "Own <it> content/en/cards/own-it.md", "smith-2001",
		"72 %|I said that. content/en/cards/own-it.md|That I said. content/en/cards/lost.md",
		"Own <it> content/en/cards/own-it.md|2024-01-01|692|overdue", "A line content/helplines.toml|2026-01-01|326|due",
		"Own <it> content/en/cards/own-it.md|9.2|at most 8", "Own <it> content/en/cards/own-it.md|So long a sentence.|utilise: use",
	} {
		if !slices.Contains(rows, want) {
			t.Errorf("no row %q in\n%s", want, strings.Join(rows, "\n"))
		}
	}
	for _, want := range []string{"<caption>partner: 2 gaps</caption>", "<caption>friend: no gap</caption>", "1 of 2 carried", `<strong>2 gaps</strong>`} {
		if !strings.Contains(w.Body.String(), want) {
			t.Errorf("it does not say %s", want)
		}
	}
}

// The page can be used without a mouse, without colour and without scripts: every table has a caption and is in a region with a
// name that the keyboard can scroll, every heading of a row or column says so, and every link on the page leads somewhere.
func TestReportIsAccessible(t *testing.T) {
	root, err := html.Parse(strings.NewReader(ask(reportingServer(t), "GET", "/.amends/report").Body.String()))
	if err != nil {
		t.Fatal(err)
	}
	ids, tables := map[string]bool{}, 0
	attribute := func(n *html.Node, name string) string {
		for _, a := range n.Attr {
			if a.Key == name {
				return a.Val
			}
		}
		return ""
	}
	for n := range root.Descendants() {
		if id := attribute(n, "id"); id != "" && ids[id] {
			t.Errorf("two elements have the id %s", id)
		} else {
			ids[id] = true
		}
	}
	for n := range root.Descendants() {
		if to, inPage := strings.CutPrefix(attribute(n, "href"), "#"); inPage && !ids[to] {
			t.Errorf("a link leads to #%s, which is not there", to)
		}
		switch {
		case n.Data == "script" || n.Data == "style" || attribute(n, "style") != "":
			t.Errorf("<%s> is inline", n.Data)
		case n.Data == "th" && attribute(n, "scope") == "":
			t.Error("a heading of a table has no scope")
		case n.Data == "table":
			tables++
			region := n.Parent
			if attribute(region, "role") != "region" || attribute(region, "tabindex") != "0" || !ids[attribute(region, "aria-labelledby")] {
				t.Error("a table cannot be scrolled by the keyboard, or its region has no name")
			}
		}
	}
	if tables < 10 {
		t.Errorf("%d tables", tables)
	}
}

// Entries that have a page are led to, under the guide's root.
func TestReportLeadsToEntries(t *testing.T) {
	body := ask(reportingServer(t), "GET", "/.amends/report").Body.String()
	for _, want := range []string{`<a href="/guide/cards/own-it/" lang="en"><bdi>Own &lt;it&gt;</bdi></a>`, `<bdi lang="en">Lost</bdi>`, `<a href="/guide/">`} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s in\n%s", want, body)
		}
	}
}

// Nobody else can have it, and nothing else can be done with it; without a guide there is none.
func TestReportIsForTheAuthor(t *testing.T) {
	s := reportingServer(t)
	for want, headers := range map[int][]string{
		421: {"Host: evil.example"}, 403: {"Origin: https://evil.example"}, 200: {"Origin: http://localhost:4747"},
	} {
		w := ask(s, "GET", "/.amends/report", headers...)
		if w.Code != want || want != 200 && strings.Contains(w.Body.String(), "sharp-word") {
			t.Errorf("%q: %d", headers, w.Code)
		}
		never(t, w)
	}
	if w := ask(s, "POST", "/.amends/report"); w.Code != http.StatusMethodNotAllowed {
		t.Errorf("POST: %d", w.Code)
	}
	if w := ask(s, "HEAD", "/.amends/report"); w.Code != 200 || w.Body.Len() != 0 {
		t.Errorf("HEAD: %d", w.Code)
	}
	if w := ask(s, "GET", "/.amends/report.css"); w.Code != 200 || w.Header().Get("Content-Type") != "text/css; charset=utf-8" {
		t.Errorf("its style: %d", w.Code)
	}
	if w := ask(New(Options{}), "GET", "/.amends/report"); w.Code != http.StatusServiceUnavailable {
		t.Errorf("without a guide: %d", w.Code)
	}
}

// While something stands in the way, the page says that it tells of an earlier guide.
func TestReportOfTheLastGoodGuide(t *testing.T) {
	s := reportingServer(t)
	const says = "this is the last guide that could be made"
	if strings.Contains(ask(s, "GET", "/.amends/report").Body.String(), says) {
		t.Error("it says so of the newest")
	}
	s.Show(Site{Problems: []report.Problem{{Severity: report.Error, Text: "no"}}}, nil)
	w := ask(s, "GET", "/.amends/report")
	if w.Code != 200 || !strings.Contains(w.Body.String(), says) || !strings.Contains(w.Body.String(), "sharp-word") {
		t.Errorf("%d\n%s", w.Code, w.Body)
	}
}
